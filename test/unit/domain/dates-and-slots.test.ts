import { addIntervals, periodEnd, slotOf } from '../../../src/domain/cadence';
import { addMonths, daysBetween } from '../../../src/domain/dates';
import { day } from './build';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'], // 2028 is a leap year
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-05-12', 0, '2026-05-12'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.each([
  ['2026-04-01', 'weekly', 2, '2026-04-15'],
  ['2026-04-01', 'every-two-weeks', 2, '2026-04-29'],
  ['2028-02-22', 'weekly', 1, '2028-02-29'],
  ['2026-01-31', 'monthly', 1, '2026-02-28'],
] as const)('%s, %s × %i is %s', (from, cadence, count, to) => {
  expect(addIntervals(day(from), cadence, count)).toBe(to);
});

test.each([
  ['2026-04-01', 'weekly', '2026-04-01', 0],
  ['2026-04-01', 'weekly', '2026-04-07', 0],
  ['2026-04-01', 'weekly', '2026-04-08', 1],
  ['2026-04-01', 'weekly', '2026-03-31', -1],
  ['2026-04-01', 'every-two-weeks', '2026-04-14', 0],
  ['2026-04-01', 'every-two-weeks', '2026-04-15', 1],
  ['2026-01-31', 'monthly', '2026-02-27', 0],
  ['2026-01-31', 'monthly', '2026-02-28', 1],
  ['2026-01-31', 'monthly', '2026-03-30', 1],
  ['2026-01-31', 'monthly', '2026-03-31', 2],
  ['2026-01-31', 'monthly', '2026-01-30', -1],
  ['2026-01-15', 'monthly', '2031-01-15', 60],
] as const)('from %s, %s: %s is in slot %i', (startsOn, cadence, on, slot) => {
  expect(slotOf(day(startsOn), cadence, day(on))).toBe(slot);
});

test.each([
  ['week', '2026-05-11', '2026-05-17'], // a Monday
  ['week', '2026-05-17', '2026-05-17'], // its Sunday
  ['month', '2028-02-01', '2028-02-29'],
  ['month', '2026-12-31', '2026-12-31'],
  ['quarter', '2026-04-01', '2026-06-30'],
  ['quarter', '2026-12-31', '2026-12-31'],
  ['quarter', '2026-01-31', '2026-03-31'],
] as const)('the %s of %s ends on %s', (period, on, end) => {
  expect(periodEnd(period, day(on))).toBe(end);
});

test('a leap February has 29 days to count', () => {
  expect(daysBetween(day('2028-02-01'), day('2028-03-01'))).toBe(29);
  expect(daysBetween(day('2026-02-01'), day('2026-03-01'))).toBe(28);
});
