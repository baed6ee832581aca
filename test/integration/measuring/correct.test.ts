import type { CheckInId, KeyResultId } from '../../../src/domain/ids';
import { localDate } from '../../../src/domain/dates';
import { measurements } from '../../../src/domain/measurements';
import { unpackSignals } from '../../../src/domain/signals';
import { openInstallation, type Installation } from '../../builders/installation';
import {
  aCheckIn,
  call,
  checkInOn,
  makeOtherTeam,
  makeServes,
  makeWorld,
  moveCycle,
  newId,
  people,
  unwrap,
} from '../../builders/world';

let site: Installation;
beforeAll(async () => {
  site = await openInstallation();
});
afterEach(() => site.setNow('2026-05-12T09:00:00.000Z'));
afterAll(() => site.close());

async function page(id: KeyResultId) {
  const read = unwrap(await call(site, people.viewer, 'key-result.read', { id }));
  const [keyResult] = read.objectives.flatMap(({ keyResults }) => keyResults);
  if (!keyResult) throw new Error('no key result');
  return { ...read, keyResult };
}

const correct = (
  keyResultId: KeyResultId,
  checkInId: CheckInId,
  turn: number,
  value: number | null,
  by = people.member,
) => {
  const input = { id: newId<'correction'>(), keyResultId, checkInId, turn, value, why: 'Counted twice.' };
  return call(site, by, 'check-in.correct', input);
};

async function measured(keyResultId: KeyResultId, day = '2026-05-12', value = 63): Promise<CheckInId> {
  const said = aCheckIn(keyResultId, { day: localDate(day), value, evidence: 'From the export.' });
  unwrap(await call(site, people.member, 'check-in.record', said));
  return said.id;
}

test('a corrected value counts everywhere, and what was recorded is in history with who, when and why', async () => {
  const { keyResultId, objectiveId } = await makeWorld(site);
  await checkInOn(site, keyResultId, { '2026-05-05': 58 });
  const wrong = await measured(keyResultId);
  unwrap(await correct(keyResultId, wrong, 1, 61));
  const { keyResult, corrections, history } = await page(keyResultId);
  expect(keyResult.checkIns.map(({ value }) => value)).toEqual([58, 61]);
  const why = { why: 'Counted twice.', by: people.member, at: '2026-05-12T09:00:00.000Z' };
  expect(corrections).toEqual([
    expect.objectContaining({ about: wrong, turn: 1, from: 63, value: 61, ...why }),
  ]);
  expect(history.find(({ act }) => act === 'correct')).toMatchObject({
    entity: 'check-in',
    entityId: wrong,
    act: 'correct',
    ...why,
    changes: [{ field: 'value', from: '63', to: '61' }],
  });
  // The quality review reads the last value with SQL of its own.
  const { objectives } = await site.repositories.review.objectives([objectiveId], people.viewer);
  expect(objectives[0]?.keyResults[0]?.latest).toBe(61);
});

test('the map and the page of what is served tell values as they stand after their corrections', async () => {
  const { objectiveId, keyResultId, cycleId } = await makeWorld(site);
  const platform = await makeOtherTeam(site, cycleId);
  await makeServes(site, objectiveId, { kind: 'objective', id: platform.objectiveId });
  const wrong = await measured(keyResultId, '2026-05-12', 60);
  /** Progress, and how many are measured. */
  const told = async () => {
    const { lines } = unwrap(await call(site, people.viewer, 'map.read', { cycleId, after: null }));
    const own = lines.find(({ id }) => id === objectiveId);
    const served = await call(site, people.viewer, 'objective.read', { id: platform.objectiveId });
    const [supporter] = unwrap(served).supporters;
    return [own && unpackSignals(own.signals), supporter?.signals].map((said) => [
      said?.progress,
      said?.measured,
    ]);
  };
  // From 40 to 80: 60 is half of the way, 70 three quarters; taken back, nothing was measured and it counts as 0.
  expect(await told()).toEqual([
    [0.5, 1],
    [0.5, 1],
  ]);
  unwrap(await correct(keyResultId, wrong, 1, 70));
  expect(await told()).toEqual([
    [0.75, 1],
    [0.75, 1],
  ]);
  unwrap(await correct(keyResultId, wrong, 2, null));
  expect(await told()).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test('a value taken back was never measured; corrected again it is', async () => {
  const { keyResultId, objectiveId } = await makeWorld(site);
  await checkInOn(site, keyResultId, { '2026-05-05': 58 });
  const wrong = await measured(keyResultId);
  const latest = async () => {
    const { keyResult } = await page(keyResultId);
    const today = localDate('2026-05-12');
    const { objectives } = await site.repositories.review.objectives([objectiveId], people.viewer);
    return [
      measurements(keyResult.definition, keyResult.checkIns, today).at(-1)?.value,
      objectives[0]?.keyResults[0]?.latest,
    ];
  };
  unwrap(await correct(keyResultId, wrong, 1, null));
  expect(await latest()).toEqual([58, 58]);
  unwrap(await correct(keyResultId, wrong, 2, 60));
  expect(await latest()).toEqual([60, 60]);
});

test('of two values on one day the one recorded later counts, and both are kept', async () => {
  const { keyResultId } = await makeWorld(site);
  await measured(keyResultId, '2026-05-11', 60);
  site.setNow('2026-05-12T10:00:00.000Z');
  await measured(keyResultId, '2026-05-11', 62);
  const { keyResult } = await page(keyResultId);
  expect(keyResult.checkIns.map(({ value }) => value)).toEqual([60, 62]);
  const counted = measurements(keyResult.definition, keyResult.checkIns, localDate('2026-05-12'));
  expect(counted.map(({ on, value }) => [on, value])).toEqual([['2026-05-11', 62]]);
});

test('who corrects a value on an old turn is told who was first, and of two at once one is', async () => {
  const { keyResultId } = await makeWorld(site);
  const wrong = await measured(keyResultId);
  const both = await Promise.all([
    correct(keyResultId, wrong, 1, 61),
    correct(keyResultId, wrong, 1, 62, people.owner),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const changed = { refusal: { code: 'changed', changed: { at: '2026-05-12T09:00:00.000Z' } } };
  expect(both.find(({ ok }) => !ok)).toMatchObject(changed);
  expect(await correct(keyResultId, wrong, 1, 55)).toMatchObject(changed);
  expect(await correct(keyResultId, wrong, 7, 55)).toMatchObject({ refusal: { code: 'invalid' } });
});

test('who recorded a value and who writes the key result correct it, and nobody else', async () => {
  const { keyResultId } = await makeWorld(site);
  const ofMember = await measured(keyResultId);
  const notAllowed = { refusal: { code: 'not-allowed' } };
  expect(await correct(keyResultId, ofMember, 1, 61, people.stranger)).toMatchObject(notAllowed);
  unwrap(await correct(keyResultId, ofMember, 1, 61, people.owner));
  const said = aCheckIn(keyResultId, { value: 70 });
  unwrap(await call(site, people.owner, 'check-in.record', said));
  expect(await correct(keyResultId, said.id, 1, 61)).toMatchObject(notAllowed);
});

test('what has no number, and the number it has already, is nothing to correct', async () => {
  const { keyResultId } = await makeWorld(site);
  const said = aCheckIn(keyResultId, { value: null });
  unwrap(await call(site, people.member, 'check-in.record', said));
  const invalid = { refusal: { code: 'invalid', field: 'value' } };
  expect(await correct(keyResultId, said.id, 1, 61)).toMatchObject(invalid);
  const value = await measured(keyResultId);
  expect(await correct(keyResultId, value, 1, 63)).toMatchObject(invalid);
  expect(await correct(keyResultId, newId(), 1, 63)).toMatchObject({ refusal: { code: 'not-found' } });
});

test('on a closed cycle follow-up is corrected, and nothing that its score came from', async () => {
  const { keyResultId, cycleId } = await makeWorld(site);
  const inside = await measured(keyResultId);
  await moveCycle(site, cycleId, 'closed');
  site.setNow('2026-08-01T09:00:00.000Z');
  const after = aCheckIn(keyResultId, { day: localDate('2026-07-30'), value: 70, confidence: null });
  unwrap(await call(site, people.member, 'check-in.record', after));
  expect(await correct(keyResultId, inside, 1, 61)).toMatchObject({ refusal: { code: 'closed' } });
  unwrap(await correct(keyResultId, after.id, 1, 71));
});

test('a value of more than a check-in ago needs a reason, before the start and after the due date too', async () => {
  const { keyResultId } = await makeWorld(site);
  const record = (day: string, evidence: string) =>
    call(
      site,
      people.member,
      'check-in.record',
      aCheckIn(keyResultId, { day: localDate(day), evidence, confidence: null }),
    );
  const asked = { refusal: { code: 'invalid', field: 'evidence' } };
  expect((await record('2026-05-05', '')).ok).toBe(true);
  expect(await record('2026-05-04', '')).toMatchObject(asked);
  expect(await record('2026-03-20', ' ')).toMatchObject(asked);
  expect((await record('2026-03-20', 'From last quarter’s export.')).ok).toBe(true);
  site.setNow('2026-08-01T09:00:00.000Z');
  expect(await record('2026-07-10', '')).toMatchObject(asked);
  expect((await record('2026-07-10', 'Counted by hand.')).ok).toBe(true);
});
