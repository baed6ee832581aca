/** Twenty people write at once: by every kind of act, also where TiDB is told not to try again by itself (error 9007). */
import { createTestDatabase } from '../../../local/database/test-database';
import { localDate } from '../../../src/domain/dates';
import { acts, requestId } from '../../builders/acts';
import { makeAttached } from '../../builders/attached';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  aKeyResult,
  aTeam,
  call,
  makeEvent,
  makeKeyResult,
  makeTeam,
  makeWorld,
  newId,
  people,
  unwrap,
} from '../../builders/world';

const twenty = Array.from({ length: 20 }, (_, at) => at);
let site: Installation;
let setRetries: (limit: number) => Promise<void>;
let release: () => Promise<void>;

beforeAll(async () => {
  const probe = await createTestDatabase();
  const isTidb = probe.engine === 'tidb';
  setRetries = async (limit) => {
    if (isTidb) await probe.pool('changed').query(`SET GLOBAL tidb_retry_limit = ${limit}`);
  };
  release = () => probe.drop();
  // Connections that are opened from here on do not try again by themselves.
  await setRetries(0);
  site = await openInstallation();
});
afterAll(async () => {
  await setRetries(10);
  await site.close();
  await release();
});

test.each(Object.keys(acts))('%s, sent twenty times at once, is done once and told to all', async (name) => {
  const world = await makeWorld(site);
  const act = await acts[name]?.(site, world);
  if (!act) throw new Error(`no act ${name}`);
  const results = await Promise.all(twenty.map(() => act.run(act.by)));
  expect(results.map((result) => (result.ok ? 'ok' : result.refusal.code))).toEqual(twenty.map(() => 'ok'));
  const again = await act.run(act.by);
  expect(again).toEqual(results[0]);
});

/** How many were saved, and how many were told that somebody else was first. */
function tally(results: readonly { ok: boolean; refusal?: { code: string } }[]) {
  const count = (what: string) =>
    results.filter((result) => (result.ok ? 'saved' : result.refusal?.code) === what).length;
  return { saved: count('saved'), changed: count('changed') };
}

test('of twenty edits of one row one wins, and nineteen are told', async () => {
  const id = await makeTeam(site);
  const results = await Promise.all(
    twenty.map((at) =>
      call(site, people.lead, 'team.edit', {
        id,
        version: 1,
        requestId: requestId(),
        team: aTeam({ name: `Name ${at}` }),
        why: '',
      }),
    ),
  );
  expect(tally(results)).toEqual({ saved: 1, changed: 19 });
  expect((await site.repositories.teams.find(id))?.version).toBe(2);
});

test('twenty new key results take twenty numbers, with no gap', async () => {
  const { objectiveId } = await makeWorld(site);
  const ids = await Promise.all(twenty.map(() => makeKeyResult(site, objectiveId)));
  const found = await Promise.all(ids.map((id) => site.repositories.keyResults.find(id, people.lead)));
  const numbers = found.map((one) => one?.keyResult.number ?? 0).sort((a, b) => a - b);
  expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(twenty);
});

test('twenty check-ins on one key result are all kept', async () => {
  const { keyResultId } = await makeWorld(site);
  const results = await Promise.all(
    twenty.map((at) =>
      call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { value: 41 + at })),
    ),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  const read = unwrap(await call(site, people.member, 'key-result.read', { id: keyResultId }));
  const [objective] = read.objectives;
  expect(objective?.keyResults[0]?.checkIns).toHaveLength(20);
});

test('twenty people attach, mark and acknowledge on one key result at once', async () => {
  const { keyResultId } = await makeWorld(site);
  const made = await Promise.all(twenty.map(() => makeAttached(site, keyResultId)));
  const events = await Promise.all(
    twenty.map((at) => makeEvent(site, keyResultId, { title: `Event ${at}`, on: localDate('2026-05-04') })),
  );
  expect(new Set(made.map(({ initiativeId }) => initiativeId)).size).toBe(20);
  expect(new Set(events).size).toBe(20);
  const read = unwrap(await call(site, people.owner, 'key-result.read', { id: keyResultId }));
  expect(read.objectives[0]?.keyResults[0]?.initiatives).toHaveLength(20);
  expect(read.objectives[0]?.keyResults[0]?.events).toHaveLength(20);
});

test('twenty edits of one key result and twenty check-ins on it at once lose nothing', async () => {
  const { keyResultId } = await makeWorld(site);
  const edits = twenty.map((at) =>
    call(site, people.lead, 'key-result.edit', {
      id: keyResultId,
      version: 1,
      requestId: requestId(),
      keyResult: aKeyResult({ title: `Title ${at}` }),
      why: 'Said better.',
    }),
  );
  const checkIns = twenty.map(() =>
    call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { id: newId() })),
  );
  expect(tally(await Promise.all(edits))).toEqual({ saved: 1, changed: 19 });
  expect((await Promise.all(checkIns)).every(({ ok }) => ok)).toBe(true);
});
