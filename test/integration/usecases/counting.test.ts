import { localDate } from '../../../src/domain/dates';
import type { AccountId, KeyResultId } from '../../../src/domain/ids';
import { requestId } from '../../builders/acts';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  aDefinition,
  anObjective,
  call,
  makeCycle,
  makeKeyResult,
  makeObjective,
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

const year = { name: '2026', startsOn: localDate('2026-01-01'), endsOn: localDate('2026-12-31') };

/** A quarter's key result, and one of its year that measures the same. */
async function quarterAndYear() {
  const world = await makeWorld(site);
  const yearId = await makeCycle(site, year);
  const objectiveId = await makeObjective(site, { teamId: world.teamId, cycleId: yearId });
  const definition = aDefinition({
    metric: { kind: 'increase', start: 30, target: 90 },
    startsOn: year.startsOn,
    dueOn: year.endsOn,
  });
  const annualId = await makeKeyResult(site, objectiveId, { title: 'Conversion this year', definition });
  return { ...world, yearId, annualId };
}
const count = (
  by: AccountId,
  keyResultId: KeyResultId,
  forId: KeyResultId | null,
  at = { id: newId<'counts-for'>(), version: 0 },
) => call(site, by, 'key-result.count-for', { ...at, requestId: requestId(), keyResultId, forId, why: '' });
const page = async (id: KeyResultId, by = people.viewer) =>
  unwrap(await call(site, by, 'key-result.read', { id }));
const values = async (id: KeyResultId) =>
  (await page(id)).objectives[0]?.keyResults[0]?.checkIns.map(({ value, confidence, source }) => [
    value,
    confidence,
    source,
  ]);

test('one check-in is kept for the quarter and for the year; a repeat doubles neither', async () => {
  const { keyResultId, annualId } = await quarterAndYear();
  unwrap(
    await call(
      site,
      people.member,
      'check-in.record',
      aCheckIn(keyResultId, { day: localDate('2026-05-05'), value: 50 }),
    ),
  );
  const link = unwrap(await count(people.owner, keyResultId, annualId));
  const input = aCheckIn(keyResultId, { value: 63, confidence: 6 });
  unwrap(await call(site, people.member, 'check-in.record', input));
  unwrap(await call(site, people.member, 'check-in.record', input));
  unwrap(
    await call(
      site,
      people.member,
      'check-in.record',
      aCheckIn(keyResultId, { day: localDate('2026-05-11'), value: null }),
    ),
  );
  expect(await values(keyResultId)).toEqual([
    [50, 6, 'person'],
    [null, 6, 'person'],
    [63, 6, 'person'],
  ]);
  // What was measured before stays where it was; a confidence is a word about one of them.
  expect(await values(annualId)).toEqual([[63, null, 'key-result']]);
  expect((await page(keyResultId)).counting).toMatchObject({
    id: link.id,
    version: 1,
    countsFor: { id: annualId, key: 'KR-2', cycle: { name: '2026' } },
  });
  expect((await page(annualId)).counting.countedFrom).toMatchObject([{ id: keyResultId, key: 'KR-1' }]);

  unwrap(await count(people.owner, keyResultId, null, link));
  unwrap(await call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { value: 70 })));
  expect(await values(annualId)).toHaveLength(1);
  expect((await page(keyResultId)).counting).toMatchObject({ version: 2, countsFor: null });
  const told = (await page(keyResultId)).history.filter(({ act }) => act === 'count-for');
  expect(told.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ['countsFor'],
    ['countsFor'],
  ]);
});

test('both or neither: a database that fails in between keeps no half of it', async () => {
  const { keyResultId, annualId } = await quarterAndYear();
  unwrap(await count(people.owner, keyResultId, annualId));
  const input = aCheckIn(keyResultId, { value: 63 });
  const inserts = (await site.statements(() => call(site, people.member, 'check-in.record', input))).filter(
    (one) => /insert into/i.test(JSON.stringify(one)),
  );
  expect(inserts).toHaveLength(1);
});

test('it is chosen by who may change both, between numbers that are one and the same', async () => {
  const { keyResultId, annualId, cycleId, yearId, teamId } = await quarterAndYear();
  expect(await count(people.member, keyResultId, annualId)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  expect(await count(people.owner, annualId, keyResultId)).toMatchObject({
    refusal: { code: 'invalid', field: 'forId' },
  });
  const secret = await makeObjective(
    site,
    { teamId, cycleId },
    anObjective({ restricted: true, owner: people.lead }),
  );
  const hidden = await makeKeyResult(site, secret, { owner: people.lead });
  expect(await count(people.lead, hidden, annualId)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('restricted') },
  });
  unwrap(await count(people.owner, keyResultId, annualId));
  // Once the year is closed its key results stay as they are, and the quarter goes on.
  await moveCycle(site, yearId, 'closed');
  unwrap(await call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { value: 63 })));
  expect(await values(annualId)).toEqual([]);
  expect(await values(keyResultId)).toHaveLength(1);
});
