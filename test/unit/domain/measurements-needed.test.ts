import { measurementsNeeded, smallestStep } from '../../../src/domain/measurements-needed';
import type { CheckIn } from '../../../src/domain/check-in';
import type { KeyResultDefinition } from '../../../src/domain/metric';
import { checkIn, day, defined, near, record, rise, values } from './build';

const today = day('2026-05-21');
const needed = (checkIns: CheckIn[], effect: number, lagDays = 14, more: Partial<KeyResultDefinition> = {}) =>
  measurementsNeeded(record(defined(rise, more), checkIns), { effect, lagDays }, today);

describe('the smallest step that shows 8 times in 10, in standard deviations', () => {
  // Variance of the step: 1 ÷ (n/2 − 1.5 n³/(4n² − 1)). n = 3: 1.5 − 40.5/35 = 0.342857; √ of its inverse 1.7078.
  // t with 3 degrees of freedom: 3.182 (0.975) + 0.978 (0.80) = 4.161; × 1.7078 × 1.1 = 7.816.
  // n = 4: 2 − 96/63 = 0.476190 → 1.4491; t5: 2.571 + 0.920 = 3.490; × 1.1 = 5.563.
  // n = 6: 3 − 324/143 = 0.734266 → 1.1670; t9: 2.262 + 0.883 = 3.146; × 1.1 = 4.038.
  // n = 12: 6 − 2592/575 = 1.492174 → 0.8186; t21: 2.080 + 0.859 = 2.939; × 1.1 = 2.646.
  test.each([
    [3, 7.816],
    [4, 5.563],
    [6, 4.038],
    [12, 2.646],
  ])('%i + %i', (n, step) => {
    expect(Math.abs(smallestStep(n) / step - 1)).toBeLessThan(0.002);
  });

  test('as the table of design §3.8 has it: 6 + 6 find 4 sd 78 % of the time, 4 + 4 find 5 sd 73 %', () => {
    expect(smallestStep(6)).toBeGreaterThan(4);
    expect(smallestStep(6)).toBeLessThan(4.2);
    expect(smallestStep(4)).toBeGreaterThan(5);
    expect(smallestStep(4)).toBeLessThan(6);
  });
});

/** One a week, up and down by 2. */
const noisy = values({
  '2026-04-09': 50,
  '2026-04-16': 52,
  '2026-04-23': 50,
  '2026-04-30': 52,
  '2026-05-07': 50,
  '2026-05-14': 52,
});

describe('with the noise known', () => {
  // Slopes per week of the 15 pairs: one apart 2 −2 2 −2 2, two apart 0 four times, three apart ⅔ −⅔ ⅔, four apart
  // 0 twice, five apart 2/5; sorted −2 −2 −⅔ 0 0 0 0 0 0 2/5 ⅔ ⅔ 2 2 2: the middle is 0.
  // Off the line at 51: 1 each; 1.4826 × √(6/4) = 1.8158.
  const sd = 1.4826 * Math.sqrt(1.5);

  test('the scatter around the trend, and what 3 + 3 and 6 + 6 would show', () => {
    const result = needed(noisy, 20);
    expect(result.noise).toEqual({ known: true, sd: near(sd, 9) });
    expect(result.smallestSeen?.with3).toBeCloseTo(14.18, 1); // 7.81 × 1.8158
    expect(result.smallestSeen?.with6).toBeCloseTo(7.33, 1); // 4.038 × 1.8158
  });

  test.each([
    [20, 3, 0], // 11 sd
    [14, 4, 0], // 7.71 sd: less than 3 + 3 show
    [-14, 4, 0],
    [7.4, 6, 0], // 4.08 sd
    [7.3, 7, 1], // 4.02 sd
    [0.5, null, null], // 0.28 sd: 52 + 52 show 1.22
  ])('an effect of %d needs %j a side', (effect, perSide, missingBefore) => {
    expect(needed(noisy, effect)).toMatchObject({ before: 6, perSide, missingBefore });
  });

  test('a trend is no noise', () => {
    const climbing = noisy.map((one, week) => ({ ...one, value: (one.value ?? 0) + 10 * week }));
    expect(needed(climbing, 20).noise).toEqual({ known: true, sd: near(sd, 9) });
  });

  test('history is from before, and counts', () => {
    expect(needed([...noisy, ...values({ '2026-03-05': 51 })], 20).before).toBe(7);
  });
});

describe('with the noise not known, it says why and names the least', () => {
  test.each<[string, CheckIn[], Partial<KeyResultDefinition>, string, number, number]>([
    ['nothing measured', [], {}, 'few-values', 0, 3],
    ['three values', noisy.slice(0, 3), {}, 'few-values', 3, 0],
    ['the same value each week', noisy.map((one) => ({ ...one, value: 50 })), {}, 'no-scatter', 6, 0],
    [
      'a straight line of tenths',
      noisy.map((one, i) => ({ ...one, value: 0.1 * i })),
      {},
      'no-scatter',
      6,
      0,
    ],
    ['a running total', noisy, { behaviour: { kind: 'running-total' } }, 'running-total', 6, 0],
  ])('%s', (_, checkIns, more, why, before, missingBefore) => {
    expect(needed(checkIns, 5, 14, more)).toEqual({
      before,
      perSide: 3,
      missingBefore,
      daysAfterLive: 35, // 14 and three weeks
      noise: { known: false, why },
      smallestSeen: null,
    });
  });

  test('one value off a line of four is noise, though most lie on it', () => {
    const checkIns = values({
      '2026-04-09': 50,
      '2026-04-16': 50,
      '2026-04-23': 50,
      '2026-04-30': 50,
      '2026-05-07': 54,
    });
    // Off by 0, 0, 0, 0, 4: the median is 0, the mean 0.8; 1.2533 × 0.8 × √(5/3) = 1.2944.
    expect(needed(checkIns, 5).noise).toEqual({ known: true, sd: near(1.2944, 4) });
  });
});

describe('what is a value', () => {
  test('windows of a rolling average that overlap count once, the latest kept', () => {
    const result = needed(noisy, 5, 0, { behaviour: { kind: 'level', averageOverDays: 28 } });
    expect(result.before).toBe(2); // 14 May and 16 April
    expect(result.daysAfterLive).toBe(84); // three windows
  });

  test('an unfinished period is left out, and periods take their time', () => {
    const list = values({ '2026-03-31': 50, '2026-04-30': 50, '2026-05-14': 9 });
    const result = needed(list, 5, 0, { behaviour: { kind: 'per-period', period: 'month' } });
    expect(result.before).toBe(2);
    expect(result.daysAfterLive).toBe(71); // 31 May, 30 June, 31 July
  });

  test('a check-in without a value is none', () => {
    expect(needed([checkIn('2026-05-14', { confidence: 5 })], 5).before).toBe(0);
  });

  test('a monthly number takes months', () => {
    expect(needed([], 5, 10, { measuredEvery: { kind: 'monthly' } }).daysAfterLive).toBe(102); // 10 + 92 to 21 August
  });
});
