/** Installing at Forge's 25 DDL statements a minute: the app's own functions, the real SDK, and a clock that the test moves. */
import { join } from 'node:path';
import type { Json, ManifestModule } from '../../../local/contracts';
import { createClock } from '../../../local/control/clock';
import { createFaults } from '../../../local/control/faults';
import { createRecorder } from '../../../local/control/recorder';
import { createTestDatabase } from '../../../local/database/test-database';
import type { Outcome } from '../../../local/forge/backend';
import { installSqlDoor } from '../../../local/forge/install-sql-door';
import { functionOf, moduleNamed, readManifest } from '../../../local/forge/manifest';
import { createQueues } from '../../../local/forge/queues';
import { createSqlDoor } from '../../../local/forge/sql-door';
import { catchUp, goOnPreparing, onLifecycle } from '../../../src/index';
import { database } from '../../../src/storage/database';
import { migrations } from '../../../src/storage/migrations';
import { createSchemaReader, migrationsAtOnce } from '../../../src/storage/schema-reader';

const manifest = readManifest(join(__dirname, '../../../manifest.yml'));
const start = new Date('2026-05-12T09:00:00.000Z');
const known = migrations.length;
const functions: { readonly [name: string]: () => Promise<unknown> } = {
  catchUp,
  goOnPreparing,
  onLifecycle,
};

/** What the developer console would show; nothing of it belongs into the test's own output. */
const logged: string[] = [];
const opened: (() => Promise<void>)[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((...line: unknown[]) => void logged.push(line.join(' ')));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(opened.splice(0).map((close) => close()));
});

/** A new site with an empty database. Without its `consumer` Forge refuses a push with 400, as it may right after a deploy. */
async function newSite({ consumer = true } = {}) {
  const own = await createTestDatabase();
  opened.push(() => own.drop());
  const clock = createClock();
  const faults = createFaults();
  let seconds = 0;
  clock.set(start, true);
  const run = async (module: ManifestModule): Promise<Outcome> => {
    const act = functions[functionOf(manifest, module, 'function').exportName];
    if (!act) throw new Error(`${module.key} is not run in this test.`);
    try {
      return { ok: true, body: JSON.parse(JSON.stringify((await act()) ?? null)) as Json };
    } catch (error) {
      return { ok: false, kind: 'app', message: String(error) };
    }
  };
  const modules = manifest.modules.filter(({ type }) => consumer || type !== 'consumer');
  const queues = createQueues({
    ...{ manifest: { ...manifest, modules }, clock, faults, recorder: createRecorder(), run },
  });
  const recorder = createRecorder();
  const sql = createSqlDoor({ database: own, faults, recorder, rateTime: () => seconds * 1000 });
  installSqlDoor(sql, queues.door);
  return {
    faults,
    queues,
    install: () => run(moduleNamed(manifest, 'lifecycle-events')),
    everyFiveMinutes: () => run(moduleNamed(manifest, 'every-five-minutes')),
    at: (second: number) => {
      seconds = second;
      clock.set(new Date(start.getTime() + second * 1000), true);
    },
    ddl: () => recorder.since(0).filter((call) => call.kind === 'sql' && call.ddl).length,
    refused: () => recorder.since(0).filter((call) => call.kind === 'sql' && call.status === 429).length,
    applied: async () => (await createSchemaReader(database).state()).applied,
  };
}

test('a new site is ready after the install event and one delivery 65 seconds later, within the limit', async () => {
  const site = await newSite();
  expect(await site.install()).toMatchObject({ ok: true });
  expect(await site.applied()).toBe(migrationsAtOnce);
  site.at(64);
  expect(await site.queues.deliverDue()).toEqual([]);
  site.at(65);
  expect(await site.queues.deliverDue()).toMatchObject([{ outcome: { ok: true } }]);
  expect(await site.applied()).toBe(known);
  expect(site.refused()).toBe(0);
  const ddl = site.ddl();
  expect(ddl).toBe(known + 4);

  // The deliveries that were asked for in case something fails find nothing to do.
  for (const second of [130, 195, 260]) {
    site.at(second);
    expect(await site.queues.deliverDue()).toMatchObject([{ outcome: { ok: true } }]);
  }
  expect(site.ddl()).toBe(ddl);
  expect(site.queues.waiting()).toBe(0);
});

test('a site that was installed first leaves nothing over for the next one in the same process', async () => {
  const first = await newSite();
  await first.install();
  await first.queues.drain({ times: 1, order: 'as-sent' });
  first.at(65);
  await first.everyFiveMinutes();
  expect(await first.applied()).toBe(known);
  const second = await newSite();
  await second.install();
  expect(await second.applied()).toBe(migrationsAtOnce);
  expect(second.refused()).toBe(0);
});

test('a process killed half-way through a portion is gone on with', async () => {
  const site = await newSite();
  site.faults.plan({ match: '^CREATE TABLE IF NOT EXISTS', at: 8, kind: 'crash', times: 1 });
  expect(await site.install()).toMatchObject({ ok: false });
  // The SDK's own table is the first of the eight, and the eighth was made without being written down.
  expect(await site.applied()).toBe(6);
  site.at(65);
  await site.queues.deliverDue();
  site.at(130);
  await site.queues.deliverDue();
  expect(await site.applied()).toBe(known);
});

test('a process killed between two portions is gone on with', async () => {
  const site = await newSite();
  await site.install();
  site.faults.plan({ match: '.', at: 1, kind: 'crash', times: 1 });
  site.at(65);
  expect(await site.queues.deliverDue()).toMatchObject([{ outcome: { ok: false } }]);
  expect(await site.applied()).toBe(migrationsAtOnce);
  site.at(130);
  await site.queues.deliverDue();
  expect(await site.applied()).toBe(known);
});

test('events that come twice, too early and out of order use the minute up, fail nothing, and the next ones end it', async () => {
  const site = await newSite();
  await site.install();
  const deliveries = await site.queues.drain({ times: 2, order: 'reversed' });
  expect(deliveries).toHaveLength(8);
  expect(deliveries.filter(({ outcome }) => !outcome.ok)).toEqual([]);
  expect(site.refused()).toBeGreaterThan(0);
  expect(await site.applied()).toBeLessThan(known);
  site.at(300);
  expect(await site.everyFiveMinutes()).toMatchObject({ ok: true });
  expect(await site.applied()).toBe(known);
});

test('a table that cannot be made stops after five tries and leaves it to the schedules, which say what is wrong', async () => {
  const site = await newSite();
  const [first] = migrations;
  site.faults.plan({ match: `^${first?.statement.split(' (')[0]} `, at: 1, kind: '500', times: 1_000 });
  expect(await site.install()).toMatchObject({ ok: false });
  const outcomes: boolean[] = [];
  for (let second = 65; second <= 900; second += 65) {
    site.at(second);
    outcomes.push(...(await site.queues.deliverDue()).map(({ outcome }) => outcome.ok));
  }
  expect(outcomes).toEqual([false, false, false, false]);
  expect(await site.everyFiveMinutes()).toMatchObject({
    message: expect.stringContaining(`migration with name ${first?.name}`) as string,
  });
});

test.each(['a queue that is not ready (400)', '429', '500', 'timeout', 'crash'])(
  'a push refused by %s costs nothing of the install, and the schedule ends it',
  async (how) => {
    const unknown = how.includes('400');
    const site = await newSite({ consumer: !unknown });
    if (how === '429' || how === '500' || how === 'timeout' || how === 'crash')
      site.faults.plan({ match: 'queue/publish', at: 1, kind: how, times: 1 });
    expect(await site.install()).toMatchObject({ ok: true });
    expect(await site.applied()).toBe(migrationsAtOnce);
    expect(logged.filter((line) => line.includes('the queue refused'))).toHaveLength(1);
    site.at(300);
    await site.everyFiveMinutes();
    expect(await site.applied()).toBe(known);
  },
);
