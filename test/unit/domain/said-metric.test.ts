import fc from 'fast-check';
import { localDate } from '../../../src/domain/dates';
import { readSaidMetric, type SaidMetric } from '../../../src/domain/said-metric';

const cycle = { startsOn: localDate('2026-04-01'), dueOn: localDate('2026-06-30') };
const silent: SaidMetric = {
  metric: null,
  start: null,
  target: null,
  change: null,
  min: null,
  max: null,
  unit: null,
  behaviour: null,
  dueOn: null,
  unclearDay: null,
};
const percent = { kind: 'percent' } as const;
const plain = { kind: 'plain' } as const;
const usd = { kind: 'currency', code: 'USD' } as const;
const minutes = { kind: 'duration', of: 'minutes' } as const;
const total = { kind: 'running-total' } as const;

test.each<[string, Partial<SaidMetric>]>([
  [
    'Increase activation from 45 % to 60 % by 30 June',
    { metric: 'increase', start: 45, target: 60, unit: percent, dueOn: localDate('2026-06-30') },
  ],
  [
    'Searches that find nothing fall from 30 % to 10 %.',
    { metric: 'decrease', start: 30, target: 10, unit: percent },
  ],
  [
    'Raise activation from 22.5 to 40 percent',
    { metric: 'increase', start: 22.5, target: 40, unit: percent },
  ],
  [
    'Revenue grows from $1,200,000 to $2,000,000',
    { metric: 'increase', start: 1_200_000, target: 2_000_000, unit: usd },
  ],
  ['from 1 200 to 1 500 readers', { metric: 'increase', start: 1200, target: 1500, unit: plain }],
  [
    'Bring waiting from 12 minutes to 5 minutes.',
    { metric: 'decrease', start: 12, target: 5, unit: { kind: 'duration', of: 'minutes' } },
  ],
  [
    'Complaints go from about 7 a month to 2. 5 people watch.',
    {
      metric: 'decrease',
      start: 7,
      target: 2,
      unit: plain,
      behaviour: { kind: 'per-period', period: 'month' },
    },
  ],
  ['from 2k to 5k users', { metric: 'increase', start: 2000, target: 5000, unit: plain }],
  ['Churn 4.1% → 2.9%', { metric: 'decrease', start: 4.1, target: 2.9, unit: percent }],
  [
    'Time to first value: 10 days -> 4 days',
    { metric: 'decrease', start: 10, target: 4, unit: { kind: 'duration', of: 'days' } },
  ],
  ['Increase NPS to 60', { metric: 'increase', target: 60, unit: plain }],
  ['Reduce p95 latency to 300 ms', { metric: 'decrease', target: 300, unit: { kind: 'custom', text: 'ms' } }],
  ['Reduce support tickets by 15 %', { metric: 'decrease', change: 'by 15 %' }],
  ['Grow retention by 5 points', { metric: 'increase', change: 'by 5 points' }],
  ['Keep uptime above 99.9 %', { metric: 'maintain', min: 99.9, unit: percent }],
  ['Hold unit cost below €40', { metric: 'maintain', max: 40, unit: { kind: 'currency', code: 'EUR' } }],
  [
    'Keep stock between 20 and 30 days',
    { metric: 'maintain', min: 20, max: 30, unit: { kind: 'duration', of: 'days' } },
  ],
  [
    'Close $2M in new business by June',
    {
      metric: 'increase',
      start: 0,
      target: 2_000_000,
      unit: usd,
      behaviour: total,
      dueOn: localDate('2026-06-30'),
    },
  ],
  [
    'Close 4 deals a month',
    { metric: 'increase', target: 4, unit: plain, behaviour: { kind: 'per-period', period: 'month' } },
  ],
  ['Children under 12 borrow 900 books a month', { behaviour: { kind: 'per-period', period: 'month' } }],
  [
    'Nine in ten answers take less than 2 hours',
    { metric: 'decrease', target: 2, unit: { kind: 'duration', of: 'hours' } },
  ],
  ['Reach 10,000 monthly active users', { metric: 'increase', target: 10_000, unit: plain }],
  ['At least 70 % of new customers come back', { metric: 'increase', target: 70, unit: percent }],
  [
    'No more than 5 escalations per week',
    { metric: 'decrease', target: 5, unit: plain, behaviour: { kind: 'per-period', period: 'week' } },
  ],
  [
    'Raise the 28-day rolling average rating from 4.1 to 4.5',
    {
      metric: 'increase',
      start: 4.1,
      target: 4.5,
      unit: plain,
      behaviour: { kind: 'level', averageOverDays: 28 },
    },
  ],
  // Both ends in one unit, whichever each is said in.
  [
    'Reduce onboarding from 3 hours to 45 minutes',
    { metric: 'decrease', start: 180, target: 45, unit: { kind: 'duration', of: 'minutes' } },
  ],
  [
    'Reduce time to first value from 2 weeks to 3 days',
    { metric: 'decrease', start: 14, target: 3, unit: { kind: 'duration', of: 'days' } },
  ],
  [
    'Reduce answers from 2s to 800 milliseconds',
    { metric: 'decrease', start: 2000, target: 800, unit: { kind: 'custom', text: 'ms' } },
  ],
  ['Reduce payback from 2 months to 20 days', { metric: 'decrease' }],
  ['Reduce cost from €40 to 30 days', { metric: 'decrease' }],
  [
    'Grow sales from 1.5 to 2 million',
    { metric: 'increase', start: 1_500_000, target: 2_000_000, unit: plain },
  ],
  ['Grow sales from $800k to $1.2M', { metric: 'increase', start: 800_000, target: 1_200_000, unit: usd }],
  // Digits as they are written in many places.
  ['Raise precision from 0.825 to 0.950', { metric: 'increase', start: 0.825, target: 0.95, unit: plain }],
  [
    'Raise the margin from 12.375 % to 14.125 %',
    { metric: 'increase', start: 12.375, target: 14.125, unit: percent },
  ],
  [
    'Grow followers from 12.500 to 20.000',
    { metric: 'increase', start: 12_500, target: 20_000, unit: plain },
  ],
  [
    "Cut the cost of a lead from CHF 1'450 to CHF 1'200",
    { metric: 'decrease', start: 1450, target: 1200, unit: { kind: 'currency', code: 'CHF' } },
  ],
  ['Raise eNPS from -10 to +20', { metric: 'increase', start: -10, target: 20, unit: plain }],
  ['Raise ratings from 3.8/5 to 4.5 out of 5', { metric: 'increase', start: 3.8, target: 4.5, unit: plain }],
  [
    'Raise storage from 5 GB to 10 GB',
    { metric: 'increase', start: 5, target: 10, unit: { kind: 'custom', text: 'GB' } },
  ],
  // Where from is said last, or not as a number of its own.
  ['Raise conversion to 12% (from 8%)', { metric: 'increase', start: 8, target: 12, unit: percent }],
  [
    'Raise conversion to 12 % of visitors, up from 8 %',
    { metric: 'increase', start: 8, target: 12, unit: percent },
  ],
  ['Cut bugs from 12 to fewer than 5', { metric: 'decrease', start: 12, target: 5, unit: plain }],
  ['Double trials', { metric: 'increase', change: 'by 100 %' }],
  ['Halve churn', { metric: 'decrease', change: 'by 50 %' }],
  ['Grow revenue by $200k', { metric: 'increase', change: 'by 200000', unit: usd }],
  [
    'Reduce churn by 2 percentage points from 8%',
    { metric: 'decrease', start: 8, change: 'by 2 points', unit: percent },
  ],
  // Below zero, and ranges that are not.
  ['Raise the NPS from −10 to 20', { metric: 'increase', start: -10, target: 20, unit: plain }],
  ['Temperature -5 → 4', { metric: 'increase', start: -5, target: 4, unit: plain }],
  ['Profit from -$5k to $10k', { metric: 'increase', start: -5000, target: 10_000, unit: usd }],
  ['Backlog from 5-7 to 3', {}],
  ['Backlog 5-7 → 3', {}],
  // Lengths of time in parts: two hours and a half are 150 minutes. An m beside one is minutes.
  ['Answers fall from 2h 30m to 45 min', { metric: 'decrease', start: 150, target: 45, unit: minutes }],
  ['Answers fall from 1h 30m to 45m', { metric: 'decrease', start: 90, target: 45, unit: minutes }],
  ['Answers: 1 h 30 min → 45 m', { metric: 'decrease', start: 90, target: 45, unit: minutes }],
  ['Answers fall from 2h30m to 1h', { metric: 'decrease', start: 150, target: 60, unit: minutes }],
  [
    'Answers fall from 1 hour and 30 minutes to 45 minutes',
    { metric: 'decrease', start: 90, target: 45, unit: minutes },
  ],
  [
    'Builds fall from 5m 30s to 2m',
    { metric: 'decrease', start: 330, target: 120, unit: { kind: 'duration', of: 'seconds' } },
  ],
  [
    'Restores fall from 1 d 2 h 30 min to 1 d',
    { metric: 'decrease', start: 1590, target: 1440, unit: minutes },
  ],
  ['Keep answers between 1 hour and 90 minutes', { metric: 'maintain', min: 60, max: 90, unit: minutes }],
  ['Keep answers between 30m and 2h', { metric: 'maintain', min: 30, max: 120, unit: minutes }],
  ['Reduce answers by 15m from 1 h', { metric: 'decrease', start: 60, change: 'by 15', unit: minutes }],
  ['Reduce waiting from 6 weeks to 3m', { metric: 'decrease' }],
  ['Grow revenue from $1.2m to $2m', { metric: 'increase', start: 1_200_000, target: 2_000_000, unit: usd }],
  ['Reach 2m users', { metric: 'increase', target: 2_000_000, unit: plain }],
  ['90 % of new teams come back', { metric: 'increase', target: 90, unit: percent }],
])('%s', (sentence, said) => {
  expect(readSaidMetric(sentence, cycle)).toEqual({ ...silent, ...said });
});

test.each<[string, string | null]>([
  ['by 15.5.', '2026-05-15'],
  ['by 15.05.2026', '2026-05-15'],
  ['by 15. May', '2026-05-15'],
  ['by 5/31/2026', '2026-05-31'],
  ['by 31/5/26', '2026-05-31'],
  // 5 June and 6 May both lie in the quarter.
  ['by 5/6/2026', null],
  // 12 April lies in the quarter, 4 December does not.
  ['by 4/12/2026', '2026-04-12'],
  ['by 2026', '2026-12-31'],
  ['by the end of 2026', '2026-12-31'],
  ['by EOY', '2026-12-31'],
  ['by EOQ', '2026-06-30'],
  ['by H2', '2026-12-31'],
])('in “Increase NPS to 60 %s” the number is 60', (words, day) => {
  expect(readSaidMetric(`Increase NPS to 60 ${words}`, cycle)).toEqual({
    ...silent,
    metric: 'increase',
    target: 60,
    unit: plain,
    dueOn: day === null ? null : localDate(day),
    unclearDay: day === null ? words : null,
  });
});

test('a number of things is no year', () => {
  expect(readSaidMetric('Increase signups by 2050', cycle)).toMatchObject({ change: 'by 2050', dueOn: null });
  expect(readSaidMetric('Increase signups by 2026 teachers', cycle)).toMatchObject({ change: 'by 2026' });
});

test.each([
  'Books move from the shelf to the window.',
  'A plan that runs from 2025 to 2026.',
  'From 5 to 5 is no change.',
  'IPFS can rsync at a rate of 10MiB/s.',
  'Launch the new help centre',
  '',
])('says nothing about: %s', (sentence) => {
  expect(readSaidMetric(sentence, cycle)).toEqual(silent);
});

test.each([
  ['by 30 June', '2026-06-30'],
  ['by June 30', '2026-06-30'],
  ['by the 1st of May', '2026-05-01'],
  ['by May 15th, 2027', '2027-05-15'],
  ['by 2026-05-20', '2026-05-20'],
  ['by end of May', '2026-05-31'],
  ['until the end of February', '2027-02-28'],
  ['by Q2', '2026-06-30'],
  ['by Q1', '2027-03-31'],
  ['by the end of Q3 2026', '2026-09-30'],
  ['by end of the quarter', '2026-06-30'],
  ['by the end of the year', '2026-12-31'],
  ['by year-end', '2026-12-31'],
])('“%s” is a day of the cycle or the first one after it', (words, day) => {
  expect(readSaidMetric(`Increase NPS from 30 to 45 ${words}`, cycle)).toMatchObject({
    metric: 'increase',
    start: 30,
    target: 45,
    dueOn: day,
  });
});

test.each([
  ['by 31 June', 'by 31 June'],
  ['by 30 February', 'by 30 February'],
  ['by Feb 30, 2027', 'by Feb 30, 2027'],
  ['by 2026-02-30', 'by 2026-02-30'],
  ['by 31.6.', 'by 31.6.'],
  ['by Tom', null],
  ['maybe', null],
])('“%s” is no day', (words, unclear) => {
  expect(readSaidMetric(`Increase NPS from 30 to 45 ${words}`, cycle)).toMatchObject({
    start: 30,
    target: 45,
    dueOn: null,
    unclearDay: unclear,
  });
});

test('whatever is typed is read in bounded time and never ends in an error', () => {
  const pieces = fc.constantFrom(
    'from ',
    'to ',
    '1',
    '2,',
    '.5',
    ' 000',
    '%',
    '$',
    'by ',
    'June',
    'a ',
    '-',
    '→',
    'Keep ',
    'between ',
    'and ',
    '\u202e',
    '👩‍🚀',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces, { maxLength: 4_000 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const { start, target, min, max } = readSaidMetric(text, cycle);
        for (const value of [start, target, min, max])
          expect(value === null || Number.isFinite(value)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
