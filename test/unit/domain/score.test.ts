import fc from 'fast-check';
import { doneButMissed } from '../../../src/domain/closing';
import type { Metric } from '../../../src/domain/metric';
import { isScore, labelOf, objectiveScore, suggestedScore, type Scored } from '../../../src/domain/score';
import {
  checkIn,
  day,
  defined,
  fall,
  finishedOn,
  milestone,
  milestoneIds,
  record,
  rise,
  values,
  work,
} from './build';

const today = day('2026-07-10');

describe('the suggested score is how far it came, rounded down', () => {
  test.each<[string, Metric, number, number]>([
    ['at the start', rise, 40, 0],
    ['0.575 of the way', rise, 63, 0.5],
    // 28 ÷ 40: in doubles just below or at 0.7, and never 0.6.
    ['0.7 exactly', rise, 68, 0.7],
    [
      '0.3 exactly, in tenths that doubles cannot hold',
      { kind: 'increase', start: 0, target: 1 },
      0.1 + 0.2,
      0.3,
    ],
    ['just short of all', rise, 79.9, 0.9],
    ['at the target', rise, 80, 1],
    ['beyond it', rise, 200, 1],
    ['below the start', rise, 10, 0],
    ['falling, 3 of 4 of the way', fall, 40, 0.7],
  ])('%s', (_, metric, value, score) => {
    expect(suggestedScore(record(defined(metric), values({ '2026-06-20': value })), today)).toBe(score);
  });

  test('a band scores the share of weeks inside it, milestones the weight reached', () => {
    const band: Metric = { kind: 'maintain', min: 90, max: null };
    const inTwoOfThree = values({ '2026-04-02': 95, '2026-04-09': 80, '2026-04-16': 91 });
    expect(suggestedScore(record(defined(band), inTwoOfThree), today)).toBe(0.6);
    const steps: Metric = { kind: 'milestones', milestones: [milestone('a', 3), milestone('b', 1)] };
    const reached = [checkIn('2026-05-05', { reached: milestoneIds('a') })];
    expect(suggestedScore(record(defined(steps), reached), today)).toBe(0.7);
  });

  test('what was not measured, or cannot be yet, suggests nothing', () => {
    expect(suggestedScore(record(defined(rise), []), today)).toBeNull();
    const unknown: Metric = { kind: 'not-measurable-yet', target: 5, findBy: day('2026-05-01') };
    expect(suggestedScore(record(defined(unknown), values({ '2026-06-20': 4 })), today)).toBeNull();
  });

  test('history and follow-up count nothing', () => {
    const outside = values({ '2026-03-20': 80, '2026-05-12': 44, '2026-07-05': 80 });
    expect(suggestedScore(record(defined(rise), outside), today)).toBe(0.1);
  });

  test('it is always a score, and a better value is never a worse one', () => {
    const value = fc.double({ min: -500, max: 500, noNaN: true });
    const scoreAt = (at: number) =>
      suggestedScore(record(defined(rise), values({ '2026-06-20': at })), today) ?? NaN;
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(isScore(scoreAt(low))).toBe(true);
        expect(scoreAt(low)).toBeLessThanOrEqual(scoreAt(high));
      }),
    );
  });
});

test.each([
  [0, true],
  [0.3, true],
  [1, true],
  [0.35, false],
  [-0.1, false],
  [1.1, false],
  [NaN, false],
])('%s is a score: %s', (value, is) => {
  expect(isScore(value)).toBe(is);
});

test.each([
  // Committed: expected in full; aspirational: 0.7 is good work.
  ['committed', 1, 'achieved'],
  ['committed', 0.9, 'partial'],
  ['committed', 0.7, 'partial'],
  ['committed', 0.6, 'missed'],
  ['aspirational', 1, 'achieved'],
  ['aspirational', 0.7, 'achieved'],
  ['aspirational', 0.6, 'partial'],
  ['aspirational', 0.4, 'partial'],
  ['aspirational', 0.3, 'missed'],
  ['committed', null, 'dropped'],
  ['aspirational', null, 'dropped'],
] as const)('%s at %s is %s', (commitment, score, label) => {
  expect(labelOf(score, { commitment })).toBe(label);
});

const scored = (score: number | null, weight = 1): Scored => ({
  weight,
  score,
  label: score === null ? null : 'partial',
});
const dropped: Scored = { weight: 5, score: null, label: 'dropped' };

describe('an objective’s score', () => {
  test('is the mean by weight', () => {
    // (1 × 0.9 + 3 × 0.5) ÷ 4
    expect(objectiveScore([scored(0.9), scored(0.5, 3)])).toEqual({
      score: 0.6,
      scored: 2,
      of: 2,
      dropped: 0,
    });
    // (0.7 + 0.8 + 0.8) ÷ 3 = 0.7666…
    expect(objectiveScore([scored(0.7), scored(0.8), scored(0.8)]).score).toBe(0.77);
  });

  test('leaves out what was dropped, and counts as 0 what nobody scored', () => {
    expect(objectiveScore([scored(0.8), scored(null), dropped])).toEqual({
      score: 0.4,
      scored: 1,
      of: 2,
      dropped: 1,
    });
  });

  test('is none where nothing counts', () => {
    expect(objectiveScore([]).score).toBeNull();
    expect(objectiveScore([dropped]).score).toBeNull();
    expect(objectiveScore([scored(0.8, 0)]).score).toBeNull();
  });

  test('keeps its laws', () => {
    const tenth = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
    const one = fc.record({
      weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
      score: tenth,
      label: fc.constantFrom('achieved' as const, 'missed' as const),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (all, by) => {
          const mean = objectiveScore(all).score ?? NaN;
          const scores = all.map(({ score }) => score);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(mean).toBeLessThanOrEqual(Math.max(...scores));
          expect(objectiveScore([...all, dropped]).score).toBe(mean);
          const heavier =
            objectiveScore(all.map((each) => ({ ...each, weight: each.weight * by }))).score ?? NaN;
          expect(Math.abs(heavier - mean)).toBeLessThan(0.011);
          expect(objectiveScore([...all].reverse()).score ?? NaN).toBeCloseTo(mean, 1);
        },
      ),
    );
  });
});

describe('all initiatives done, key result missed', () => {
  const done = { work: finishedOn('2026-06-01') };
  const open = { work: work({ category: 'indeterminate' }) };
  const declined = { work: work({ category: 'done', notDelivered: true }) };
  test('names them all, those not delivered left aside', () => {
    expect(doneButMissed([done, declined], 'missed')).toEqual([done]);
  });
  test('says nothing of work still open, of none, or where it was not missed', () => {
    expect(doneButMissed([done, open], 'missed')).toEqual([]);
    expect(doneButMissed([], 'missed')).toEqual([]);
    expect(doneButMissed([declined], 'missed')).toEqual([]);
    expect(doneButMissed([done], 'partial')).toEqual([]);
    expect(doneButMissed([done], null)).toEqual([]);
  });
});
