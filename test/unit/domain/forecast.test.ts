import fc from 'fast-check';
import { forecast } from '../../../src/domain/forecast';
import type { Metric } from '../../../src/domain/metric';
import { median, pairSlopes, residuals } from '../../../src/domain/theil-sen';
import { checkIn, day, defined, milestone, milestoneIds, record, rise, values } from './build';

/** 10 days to the due date after five weekly values; the due date is 1 July. */
const today = day('2026-06-21');
const five = (a: number, b: number, c: number, d: number, e: number) =>
  values({ '2026-06-01': a, '2026-06-06': b, '2026-06-11': c, '2026-06-16': d, '2026-06-21': e });

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (list, middle) => {
  expect(median(list)).toBe(middle);
});

test('slopes of all pairs, and what is off the line', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 2, y: 2 },
    { x: 3, y: 9 },
  ];
  expect(pairSlopes(points)).toEqual([1, 1, 1, 3, 4, 7]); // 9 − 0 over 3, 9 − 1 over 2, 9 − 2 over 1
  // Median slope 2; what the points say of the intercept: 0, −1, −2, 3; median −0.5.
  expect(residuals(points)).toEqual([0.5, -0.5, -1.5, 3.5]);
});

describe('the range at the due date', () => {
  test('five values off a line', () => {
    // x: days to 1 July −30, −25, −20, −15, −10; y: 50, 53, 54, 59, 60.
    // Slopes: .6 .4 .6 .5 / .2 .6 7/15 / 1 .6 / .2 → sorted .2 .2 .4 .4667 .5 .6 .6 .6 .6 1; the 3rd is .4, the 8th .6.
    // Slope .4 at x = 0: 62, 63, 62, 65, 64 → 63. Slope .6: 68, 68, 66, 68, 66 → 68.
    // Middle slope .55: intercepts 66.5, 66.75, 65, 67.25, 65.5 → 66.5; off by 0, .25, −1.5, .75, −1 → median size .75.
    const range = forecast(record(defined(rise), five(50, 53, 54, 59, 60)), today);
    expect(range?.low).toBeCloseTo(62.25, 9);
    expect(range?.high).toBeCloseTo(68.75, 9);
  });

  test('six values: the 4th and the 12th of 15 slopes', () => {
    // One day apart from x = −6 to −1: 0, 2, 1, 3, 5, 4, on the way from 0 to 100.
    // Slopes: 2 .5 1 1.25 .8 / −1 .5 1 .5 / 2 2 1 / 2 .5 / −1
    // sorted −1 −1 .5 .5 .5 .5 .8 1 1 1 1.25 2 2 2 2; the 4th is .5, the 12th 2, the middle 1.
    // Slope .5 at x = 0: 3, 4.5, 3, 4.5, 6, 4.5 → 4.5. Slope 2: 12, 12, 9, 9, 9, 6 → 9.
    // Slope 1: 6, 7, 5, 6, 7, 5 → 6; off by 0, 1, 1, 0, 1, 1 → 1. So 3.5 to 10, wider than 5 % of 100.
    const days = {
      '2026-06-25': 0,
      '2026-06-26': 2,
      '2026-06-27': 1,
      '2026-06-28': 3,
      '2026-06-29': 5,
      '2026-06-30': 4,
    };
    const metric: Metric = { kind: 'increase', start: 0, target: 100 };
    const range = forecast(record(defined(metric), values({ '2026-04-05': 90, ...days })), day('2026-06-30'));
    expect(range?.low).toBeCloseTo(3.5, 9);
    expect(range?.high).toBeCloseTo(10, 9);
  });

  test('values on a line are still a range: 5 % of the way', () => {
    // 1 a day: 70 on 1 July; 5 % of 40 is 2.
    const range = forecast(record(defined(rise), five(40, 45, 50, 55, 60)), today);
    expect(range?.low).toBeCloseTo(69, 9);
    expect(range?.high).toBeCloseTo(71, 9);
  });

  test('one wild value does not bend it', () => {
    const range = forecast(record(defined(rise), [...five(40, 45, 500, 55, 60)]), today);
    expect(range?.high).toBeLessThan(120);
  });

  test('four are too few, and neither history nor an unfinished period makes a fifth', () => {
    const four = values({ '2026-06-01': 40, '2026-06-06': 45, '2026-06-11': 50, '2026-06-16': 55 });
    expect(forecast(record(defined(rise), four), today)).toBeNull();
    expect(forecast(record(defined(rise), [...four, ...values({ '2026-03-20': 30 })]), today)).toBeNull();
    const weekly = defined(rise, { behaviour: { kind: 'per-period', period: 'week' } });
    expect(forecast(record(weekly, five(40, 45, 50, 55, 60)), today)).toBeNull(); // the week ends today
  });

  test('on the due date there is nothing left to foresee', () => {
    expect(forecast(record(defined(rise), five(40, 45, 50, 55, 60)), day('2026-07-01'))).toBeNull();
  });

  test('milestones are not extrapolated', () => {
    const definition = defined({ kind: 'milestones', milestones: [milestone('a', 1)] });
    const list = ['01', '02', '03', '04', '05'].map((on) =>
      checkIn(`2026-06-${on}`, { reached: milestoneIds('a') }),
    );
    expect(forecast(record(definition, list), today)).toBeNull();
  });

  test('law: never a single number, and moved values move it as much', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.tuple(number, number, number, number, number), number, ([a, b, c, d, e], by) => {
        const range = forecast(record(defined(rise), five(a, b, c, d, e)), today);
        const moved = forecast(record(defined(rise), five(a + by, b + by, c + by, d + by, e + by)), today);
        if (!range || !moved) throw new Error('five values have a forecast');
        expect(range.high - range.low).toBeGreaterThan(1.999);
        expect(moved.low - range.low).toBeCloseTo(by, 6);
      }),
    );
  });
});
