import type { ExportRow } from '../../../src/contract/export-calls';
import type { AccountId } from '../../../src/domain/ids';
import { addDays, localDate } from '../../../src/domain/dates';
import { makeAttached } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aPastCheckIn,
  call,
  checkInOn,
  makeEvent,
  makeKeyResult,
  makeObjective,
  makeScore,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
});
afterEach(() => site.close());

type World = Awaited<ReturnType<typeof makeWorld>>;
const page = async ({ teamId, cycleId }: World, after: string | null = null, by: AccountId = people.viewer) =>
  unwrap(await call(site, by, 'export.read', { teamId, cycleId, after }));
async function readAll(world: World, by: AccountId = people.viewer): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  let after: string | null = null;
  do {
    const read: Awaited<ReturnType<typeof page>> = await page(world, after, by);
    rows.push(...read.rows);
    after = read.after;
  } while (after !== null);
  return rows;
}

test('everything of a team’s cycle is in it, in three statements', async () => {
  const world = await makeWorld(site);
  await checkInOn(site, world.keyResultId, { '2026-05-05': 60, '2026-05-12': 63 });
  await makeAttached(site, world.keyResultId);
  await makeEvent(site, world.keyResultId);
  await moveCycle(site, world.cycleId, 'scoring');
  await makeScore(site, world.keyResultId);
  expect((await readAll(world)).map(({ row }) => row)).toEqual([
    'objective',
    'key-result',
    'check-in',
    'check-in',
    'initiative',
    'event',
    'score',
  ]);
  expect(await site.statements(() => page(world))).toHaveLength(3);
});

test('a quarter of long texts comes in replies of less than 200 KB, each row once', async () => {
  const world = await makeWorld(site);
  const long = 'Žluťoučký kůň pěl ďábelské ódy. '.repeat(120);
  const ids: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    const keyResultId = await makeKeyResult(site, world.objectiveId, { title: `KR ${at}` });
    const checkIns = Array.from({ length: 20 }, (_, week) =>
      aPastCheckIn({ day: addDays(localDate('2026-04-02'), week), evidence: long }),
    );
    ids.push(...checkIns.map(({ id }) => id));
    unwrap(await call(site, people.lead, 'check-in.import', { keyResultId, source: 'import', checkIns }));
  }
  const rows = await readAll(world);
  expect(rows.flatMap((row) => (row.row === 'check-in' ? [row.id] : [])).sort()).toEqual(ids.sort());
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(Buffer.byteLength(JSON.stringify(await page(world)))).toBeLessThan(200_000);
  expect((await page(world)).after).not.toBeNull();
});

test('what is restricted is in nobody’s export who may not see it, its scores neither', async () => {
  const world = await makeWorld(site);
  const secret = { title: 'Buy the rival', restricted: true, owner: people.owner };
  const objectiveId = await makeObjective(site, world, secret);
  const keyResultId = await makeKeyResult(site, objectiveId, { title: 'Rival bought' });
  await moveCycle(site, world.cycleId, 'scoring');
  await makeScore(site, keyResultId);
  expect((await readAll(world, people.member)).map(({ id }) => id)).toContain(objectiveId);
  expect(JSON.stringify(await readAll(world, people.stranger))).not.toMatch(
    new RegExp(`rival|${objectiveId}|${keyResultId}`, 'i'),
  );
});

test('a row that is gone while it was read is said', async () => {
  const world = await makeWorld(site);
  const { teamId, cycleId, keyResultId } = world;
  unwrap(
    await call(site, people.owner, 'key-result.set-removed', {
      id: keyResultId,
      version: 1,
      requestId: newId<'request'>(),
      removed: true,
      why: '',
    }),
  );
  expect(
    await call(site, people.viewer, 'export.read', { teamId, cycleId, after: keyResultId }),
  ).toMatchObject({
    refusal: { code: 'changed' },
  });
});
