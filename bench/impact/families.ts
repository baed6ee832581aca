/** Series in which the work did nothing: any verdict that it moved the number is false. Noise is 1 (design §3.8). */
import type { Random } from './random';
import { week, weekly, type Series } from './series';

/** `before` and `after`: values there are once what says nothing new is taken out. */
export type Family = (random: Random, before: number, after: number) => Series;

/** Families under the bar: at most 5 % false verdicts. */
export const barred: Record<string, Family> = {
  flat: (random, before, after) => weekly(noise(random, before + after), before),
  trending: (random, before, after) => {
    const slope = 0.8 * (random.uniform() - 0.5);
    return weekly(
      noise(random, before + after).map((value, index) => value + slope * index),
      before,
    );
  },
  'AR(1) 0.3': (random, before, after) => weekly(leaning(random, before + after, 0.3), before),
  'begun after two low weeks': (random, before, after) =>
    afterTwoLow(random, before, after, random.whole(1, 3)),
  'begun so, live at once': (random, before, after) => afterTwoLow(random, before + 2, after, 0),
  'retyped half the time': (random, before, after) => {
    const series = weekly(noise(random, 2 * (before + after)), 2 * before);
    return { ...series, points: retyped(random, series.points) };
  },
  'retyped whole numbers': (random, before, after) => {
    const series = weekly(
      noise(random, 2 * (before + after)).map((value) => Math.round(50 + 4 * value)),
      2 * before,
    );
    return { ...series, points: retyped(random, series.points) };
  },
  'running total': (random, before, after) => {
    let total = 0;
    // The week in which it goes live is half before and half after.
    const values = noise(random, before + 1 + after).map((gain) => (total += 5 + gain));
    const series = weekly([0, ...values], before + 1);
    return { ...series, behaviour: { kind: 'running-total' } };
  },
  'four-week average': (random, before, after) => {
    const weeks = noise(random, 4 * (before + after) + 4);
    const averages = weeks.slice(3).map((_, index) => mean(weeks.slice(index, index + 4)));
    const series = weekly(averages, 4 * before);
    return { ...series, behaviour: { kind: 'level', averageOverDays: 28 } };
  },
  'weeks missing': (random, before, after) => {
    const series = weekly(
      noise(random, Math.round(1.5 * before) + Math.round(1.5 * after)),
      Math.round(1.5 * before),
    );
    return { ...series, points: series.points.filter(() => random.uniform() < 2 / 3) };
  },
  'irregular days': (random, before, after) => {
    const series = weekly(noise(random, before + after), before);
    const points = series.points.flatMap(({ day, value }) => [
      { day: day + random.whole(0, 2), value },
      // Typed wrong, and typed again the same day: the later counts.
      ...(random.uniform() < 0.2 ? [{ day, value: 100 * value }] : []),
    ]);
    return { ...series, points: points.sort((a, b) => a.day - b.day) };
  },
  outliers: (random, before, after) =>
    weekly(
      noise(random, before + after).map((value) => (random.uniform() < 0.05 ? 5 * value : value)),
      before,
    ),
};

/** Reported, not barred: no straight trend explains a season. */
export const reported: Record<string, Family> = {
  'seasonal-looking': (random, before, after) => {
    const period = random.whole(8, 26);
    const phase = random.uniform() * 2 * Math.PI;
    return weekly(
      noise(random, before + after).map(
        (value, index) => value + Math.sin((2 * Math.PI * index) / period + phase),
      ),
      before,
    );
  },
  'AR(1) 0.6': (random, before, after) => weekly(leaning(random, before + after, 0.6), before),
};

/** Independent values of deviation 1. */
export function noise(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.normal());
}

function leaning(random: Random, count: number, on: number): number[] {
  let last = random.normal();
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) last = on * last + Math.sqrt(1 - on * on) * random.normal();
    return last;
  });
}

/** Work decided on because two weeks in a row were at least half a deviation low; `later` measurements on, it is live. */
function afterTwoLow(random: Random, before: number, after: number, later: number): Series {
  const decided = Math.max(2, before - later);
  for (;;) {
    const values = noise(random, before + after);
    if ([values[decided - 1], values[decided - 2]].every((value) => (value ?? 0) < -0.5)) {
      const series = weekly(values, before);
      return { ...series, began: (decided - 1) * week };
    }
  }
}

function retyped(random: Random, points: Series['points']): Series['points'] {
  let last: number | null = null;
  return points.map(({ day, value }) => {
    last = last !== null && random.uniform() < 0.5 ? last : value;
    return { day, value: last };
  });
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
