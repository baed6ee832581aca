import { changesSince } from '../../../src/domain/changes-since';
import { instant } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import type { Initiative } from '../../../src/domain/initiative';
import type { CheckIn } from '../../../src/domain/check-in';
import { defaultRules as rules } from '../../../src/domain/rules';
import { checkIn, day, defined, finishedOn, initiative, record, rise, values } from './build';

const changes = (checkIns: CheckIn[], initiatives: Initiative[] = [], timeZone = 'UTC') =>
  changesSince(
    { ...record(defined(rise), checkIns), initiatives, timeZone },
    day('2026-05-12'),
    rules,
    day('2026-05-19'),
  );

const decision = { text: 'Ask two more customers', owner: 'ana' as AccountId, dueOn: day('2026-06-01') };

test('value, progress, confidence and what was decided since', () => {
  const list = [
    checkIn('2026-05-12', { value: 50, confidence: 8 }),
    checkIn('2026-05-19', { value: 53, confidence: 6, decision }),
  ];
  const result = changes(list);
  expect(result.value).toEqual({ from: 50, to: 53, change: 3 });
  expect(result.progress).toBeCloseTo(0.075, 12); // 3 ÷ 40
  expect(result.confidence).toEqual({ from: 8, to: 6, change: -2 });
  expect(result.measurements.map(({ on, value }) => [on, value])).toEqual([['2026-05-19', 53]]);
  expect(result.decisions).toEqual([{ decision, on: '2026-05-19' }]);
  // 41 of 91 days: 0.4505 expected, 0.25 there; 48 of 91: 0.5275 and 0.325.
  expect([result.before.pace, result.now.pace, result.pace]).toEqual(['far-behind', 'far-behind', null]);
  expect(result.any).toBe(true);
});

test('nothing happened', () => {
  const result = changes(values({ '2026-05-12': 50 }));
  expect(result).toMatchObject({
    value: null,
    progress: 0,
    confidence: null,
    pace: null,
    measurements: [],
    any: false,
  });
});

test('the first value since has nothing to compare with, and opens the pace', () => {
  const result = changes(values({ '2026-05-19': 63 }));
  expect([result.value, result.progress]).toEqual([null, null]);
  expect(result.pace).toEqual({ from: 'unknown', to: 'on-pace' }); // 0.575 − 0.5275
});

test('what was typed later about an earlier day was not known then', () => {
  const late = checkIn('2026-05-10', { value: 48, madeOn: day('2026-05-15') });
  const result = changes([...values({ '2026-05-05': 44 }), late]);
  expect(result.value).toEqual({ from: 44, to: 48, change: 4 });
  expect(result.measurements.map(({ on }) => on)).toEqual(['2026-05-10']);
});

test('initiatives attached, live and done, by the day in the team’s time zone', () => {
  const lateEvening = instant(Date.parse('2026-05-12T23:30:00.000Z'));
  const attached = initiative({ attachedAt: lateEvening });
  const done = initiative({ work: finishedOn('2026-05-15') });
  expect(changes([], [attached, done]).attached).toEqual([]);
  const berlin = changes([], [attached, done], 'Europe/Berlin'); // 01:30 on the 13th
  expect([berlin.attached, berlin.live, berlin.done, berlin.any]).toEqual([[attached], [done], [done], true]);
});
