/** Other ways to judge the same values: the reference of design §3.8 and two that are simpler to explain. */
import { interceptFor, median, pairSlopes } from '../../src/domain/theil-sen';
import { mean, noise, barred } from './families';
import { randomFrom } from './random';

/** Values in even steps, `before` of them before. A number whose size says how unlikely chance alone is. */
export type Statistic = (values: readonly number[], before: number) => number;

/** Segmented least squares: the t of a step on a common straight trend. The reference. */
export const segmented: Statistic = (values, before) => {
  const x = values.map((_, index) => index);
  const after = x.map((index) => (index >= before ? 1 : 0));
  const pure = residualOf(after, x);
  const size = dot(pure, values) / dot(pure, pure);
  const rest = residualOf(
    values.map((value, index) => value - size * (after[index] ?? 0)),
    x,
  );
  return size / Math.sqrt(dot(rest, rest) / (values.length - 3) / dot(pure, pure));
};

/** The mean after against a Theil–Sen line through the values before, continued. */
export const continued: Statistic = (values, before) => {
  const points = values.slice(0, before).map((y, x) => ({ x, y }));
  const slope = median(pairSlopes(points));
  const from = interceptFor(points, slope);
  const off = values.map((value, index) => value - from - slope * index);
  const spread = median(off.slice(0, before).map(Math.abs));
  return mean(off.slice(before)) / spread;
};

/** The mean after against the mean before (Welch's t): no trend. */
export const means: Statistic = (values, before) => {
  const sides = [values.slice(0, before), values.slice(before)].map((side) => ({
    mean: mean(side),
    error: mean(side.map((value) => (value - mean(side)) ** 2)) / (side.length - 1),
  }));
  const [first, second] = sides;
  if (!first || !second) return 0;
  return (second.mean - first.mean) / Math.sqrt(first.error + second.error);
};

/** The size a statistic exceeds in 5 % of the worst of the three families its reference is calibrated on. */
export function thresholdOf(statistic: Statistic, before: number, after: number, runs: number): number {
  const families = ['flat', 'trending', 'AR(1) 0.3'].map((name) => barred[name]);
  return Math.max(
    ...families.map((family, index) => {
      if (!family) return 0;
      const random = randomFrom(1000 + index);
      const sizes = Array.from({ length: runs }, () =>
        Math.abs(
          statistic(
            family(random, before, after).points.map(({ value }) => value),
            before,
          ),
        ),
      ).sort((a, b) => a - b);
      return sizes[Math.floor(0.95 * runs)] ?? 0;
    }),
  );
}

/** Independent values with a step, for a rival's power. */
export function stepped(seed: number, before: number, after: number, size: number): () => number[] {
  const random = randomFrom(seed);
  return () => noise(random, before + after).map((value, index) => value + (index >= before ? size : 0));
}

/** What is left of `values` off their straight line. */
function residualOf(values: readonly number[], x: readonly number[]): number[] {
  const [middleX, middleY] = [mean(x), mean(values)];
  const away = x.map((one) => one - middleX);
  const slope = dot(away, values) / dot(away, away);
  return values.map((value, index) => value - middleY - slope * (away[index] ?? 0));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
