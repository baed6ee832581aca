/** What holds on any day, tried on the day of the tests: `npm run test:days` runs it at thirty of them. */
import { addDays, addMonths, dayIn, instant, type Instant, type LocalDate } from '../../../src/domain/dates';
import { expectedProgress } from '../../../src/domain/pace';
import { defaultRules } from '../../../src/domain/rules';
import { cyclesAround } from '../../../static/app/src/features/sample/sample-dates';
import { openInstallation, type Installation } from '../../builders/installation';
import { testDay, testTime } from '../../builders/test-date';
import {
  aCheckIn,
  aDefinition,
  call,
  makeCycle,
  makeKeyResult,
  makeObjective,
  makeTeam,
  moveCycle,
  people,
  unwrap,
} from '../../builders/world';

const today = testDay();
const { running, next } = cyclesAround(today);

let site: Installation;
beforeEach(async () => {
  site = await openInstallation();
  site.setNow(testTime());
});
afterEach(() => site.close());

/** The first and the last minute of the tests' day on a team's wall; between them lie 23, 24 or 25 hours. */
function dayOf(timeZone: string): { first: Instant; last: Instant; hours: number } {
  const noon = Date.parse(`${today}T12:00:00.000Z`);
  // These zones differ from UTC by whole hours.
  const hours = Array.from({ length: 3 * 24 }, (_, at) => instant(noon + (at - 36) * 3_600_000));
  const inside = hours.filter((at) => dayIn(timeZone, at) === today);
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${today} is not a day in ${timeZone}`);
  return { first, last: instant(Date.parse(last) + 59 * 60_000), hours: inside.length };
}

async function keyResultIn(timeZone: string) {
  const teamId = await makeTeam(site, { timeZone });
  const cycleId = await makeCycle(site, { name: 'Running', ...running });
  const objectiveId = await makeObjective(site, { teamId, cycleId });
  const definition = aDefinition({ startsOn: running.startsOn, dueOn: running.endsOn });
  const keyResultId = await makeKeyResult(site, objectiveId, { definition });
  return { teamId, cycleId, keyResultId, definition };
}

const record = (keyResultId: Parameters<typeof aCheckIn>[0], day: LocalDate) =>
  call(site, people.member, 'check-in.record', aCheckIn(keyResultId, { day, evidence: 'Counted by hand.' }));

describe.each(['Europe/London', 'America/New_York', 'Pacific/Auckland'])('in %s', (timeZone) => {
  test('a team checks in for today from its first minute to its last, and never for tomorrow', async () => {
    const { keyResultId } = await keyResultIn(timeZone);
    const { first, last, hours } = dayOf(timeZone);
    expect([23, 24, 25]).toContain(hours);
    for (const at of [first, last]) {
      site.setNow(at);
      expect(await record(keyResultId, addDays(today, 1))).toMatchObject({ ok: false });
      expect(await record(keyResultId, today)).toMatchObject({ ok: true });
    }
    site.setNow(instant(Date.parse(first) - 60_000));
    expect(await record(keyResultId, today)).toMatchObject({ ok: false });
  });

  test('a quarter is expected to be nowhere on its first day and at its end on its last, and moves forward', async () => {
    const { definition } = await keyResultIn(timeZone);
    const expected = (day: LocalDate) => expectedProgress(definition, defaultRules, day);
    expect(expected(running.startsOn)).toBe(0);
    expect(expected(running.endsOn)).toBe(1);
    expect(expected(today)).toBeGreaterThanOrEqual(0);
    expect(expected(addDays(today, 1))).toBeGreaterThanOrEqual(expected(today));
  });
});

test('a key result that nobody checked in on for three weeks waits for its owner; after a check-in it does not', async () => {
  const { keyResultId } = await keyResultIn('Europe/London');
  const waits = async () =>
    unwrap(await call(site, people.owner, 'mine.read', {})).owed.some(
      (one) => 'keyResultId' in one && one.keyResultId === keyResultId,
    );
  site.setNow(`${addDays(today, 21)}T09:00:00.000Z`);
  expect(await waits()).toBe(true);
  const check = aCheckIn(keyResultId, { day: addDays(today, 21), evidence: 'Counted by hand.' });
  unwrap(await call(site, people.owner, 'check-in.record', check));
  expect(await waits()).toBe(false);
});

test('the quarter of the day can be scored and closed, and the one after it drafted and started', async () => {
  const { cycleId, teamId, keyResultId } = await keyResultIn('Europe/London');
  unwrap(await record(keyResultId, today));
  const drafted = await makeCycle(site, { name: 'Next', ...next }, 'draft');
  site.setNow(`${addDays(running.endsOn, 3)}T09:00:00.000Z`);
  await moveCycle(site, cycleId, 'scoring');
  const read = unwrap(await call(site, people.lead, 'closing.read', { cycleId, teamId }));
  expect(read.objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id))).toEqual([keyResultId]);
  await moveCycle(site, cycleId, 'closed');
  await moveCycle(site, drafted, 'active');
  const { cycles } = unwrap(await call(site, people.lead, 'directory.read', {}));
  expect(cycles.map(({ id, phase }) => [id, phase]).sort()).toEqual(
    [
      [cycleId, 'closed'],
      [drafted, 'active'],
    ].sort(),
  );
});

test('planning shows the key result of the day’s quarter, and a decision is due on its day', async () => {
  const { keyResultId } = await keyResultIn('Europe/London');
  const dueOn = addMonths(today, 1);
  const decision = { text: 'Talk to ten people', owner: people.owner, dueOn };
  const input = aCheckIn(keyResultId, { day: today, value: null, confidence: null, decision });
  unwrap(await call(site, people.member, 'check-in.record', input));
  const page = unwrap(await call(site, people.owner, 'key-result.read', { id: keyResultId }));
  const kept = page.objectives.flatMap(({ keyResults }) => keyResults).find(({ id }) => id === keyResultId);
  expect(kept?.checkIns.at(-1)?.decision).toMatchObject({ dueOn });
  site.setNow(`${addDays(dueOn, 1)}T09:00:00.000Z`);
  const { owed } = unwrap(await call(site, people.owner, 'mine.read', {}));
  expect(owed).toContainEqual(expect.objectContaining({ kind: 'decision', keyResultId }));
});
