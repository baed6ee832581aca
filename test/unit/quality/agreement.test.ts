import type { Unit } from '../../../src/domain/metric';
import { reviewKeyResult } from '../../../src/domain/quality/review-key-result';
import { defined } from '../domain/build';

const plain: Unit = { kind: 'plain' };
const minutes: Unit = { kind: 'duration', of: 'minutes' };

const definition = (start: number, target: number, unit: Unit) =>
  defined({ kind: target > start ? 'increase' : 'decrease', start, target }, { unit });

/** What K10 finds where the fields hold these numbers. */
function disagreements(title: string, start: number, target: number, unit: Unit) {
  return reviewKeyResult({ title, definition: definition(start, target, unit) }).filter(
    ({ rule }) => rule === 'K10',
  );
}

/** What K2 offers while the fields are empty. */
function offered(title: string) {
  return reviewKeyResult({ title, definition: null }).find((one) => one.case === 'K2-in-words')?.fix;
}

test.each<[string, number, number, Unit]>([
  ['NPS from -10 to 20', -10, 20, plain],
  ['NPS from −10 to 20', -10, 20, plain],
  ['Temperature from -5 to 4', -5, 4, plain],
  ['Temperature: -5 → 4', -5, 4, plain],
  ['Reduce the low from -5 to -10', -5, -10, plain],
  ['Profit from -$5k to $10k', -5000, 10_000, { kind: 'currency', code: 'USD' }],
  ['Profit from $-5k to $10k', -5000, 10_000, { kind: 'currency', code: 'USD' }],
  ['Time to answer falls from 2 h to 45 min', 120, 45, minutes],
  ['Time to answer falls from 2 h to 45 min', 2, 0.75, { kind: 'duration', of: 'hours' }],
  ['Time to answer falls from two hours to 45 min', 120, 45, minutes],
  ['Time to answer falls to 45 min, down from 2 h', 120, 45, minutes],
  ['Reduce time to answer from 2h 30m to 45 min', 150, 45, minutes],
  ['Reduce time to answer from 1h 30m to 45m', 90, 45, minutes],
  ['Reduce time to answer from 1 hour and 30 minutes to 45 minutes', 90, 45, minutes],
  ['Reduce builds from 2 s to 800 ms', 2000, 800, { kind: 'custom', text: 'ms' }],
  ['Grow sales from 1.5 to 2 million', 1_500_000, 2_000_000, plain],
  // How many days two months are, and hours five business days, nobody can say.
  ['Reduce payback from 2 months to 20 days', 60, 20, { kind: 'duration', of: 'days' }],
  ['Reduce waiting from 5 business days to 4 hours', 40, 4, { kind: 'duration', of: 'hours' }],
])('“%s” agrees with %d → %d', (title, start, target, unit) => {
  expect(disagreements(title, start, target, unit)).toEqual([]);
});

test.each<[string, number, number]>([
  ['NPS from -10 to 20', 10, 20],
  // The same ratio, the other way.
  ['NPS from -10 to 20', 10, -20],
  ['NPS from 10 to 20', -10, 20],
])('“%s” does not agree with %d → %d', (title, start, target) => {
  expect(disagreements(title, start, target, plain).map((one) => one.case)).toEqual(['K10-numbers']);
});

test('a disagreement points at the sign too and offers the numbers with it', () => {
  const title = 'NPS from -10 to 20';
  const [found] = disagreements(title, 10, 20, plain);
  expect(found?.words).toBe('-10 to 20');
  expect(found?.fix).toEqual({ kind: 'numbers', start: -10, target: 20, unit: null });
});

test.each<[string, number, number, Unit | null]>([
  ['Time to answer falls from 2 h to 45 min', 120, 45, minutes],
  ['Time to answer falls from 2h 30m to 45 min', 150, 45, minutes],
  ['Time to answer falls from 1 h 30 min to 45m', 90, 45, minutes],
  ['Revenue rises from $1.2m to $2m', 1_200_000, 2_000_000, null],
  ['Users grow from 1m to 2m', 1_000_000, 2_000_000, null],
  ['Churn 4.1%->2.9%', 4.1, 2.9, { kind: 'percent' }],
])('“%s” offers %d → %d', (title, start, target, unit) => {
  expect(offered(title)).toEqual({ kind: 'numbers', start, target, unit });
});

test.each([
  'Backlog from 5-7 to 3',
  'Backlog from 10-20 to 5',
  'Backlog 5–7 → 3',
  'Backlog from 10 to 5–7',
  'Share from 5%-7% to 2%',
  'Reduce payback from 2 months to 20 days',
])('“%s” offers no numbers', (title) => {
  expect(offered(title)).toBeUndefined();
});

test('a verb is judged by lengths of time, not by their digits', () => {
  const cases = (title: string) => reviewKeyResult({ title }).map((one) => one.case);
  expect(cases('Reduce time to answer from 2 h to 45 min')).toEqual([]);
  expect(cases('Reduce time to answer from 45 min to 2 h')).toEqual(['K10-words']);
});
