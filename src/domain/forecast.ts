/** Where the value may be on the due date (design §3.2). */
import { daysBetween, type LocalDate } from './dates';
import { countedMeasurements, type KeyResultRecord } from './measurements';
import type { KeyResultDefinition } from './metric';
import { interceptFor, median, pairSlopes, residuals } from './theil-sen';

const fewest = 5;
const most = 6;
/** The gap that separates two names of pace: a forecast is never said more narrowly than this part of the way. */
const narrowest = 0.05;

/**
 * The range of the value on the due date, from five counted measurements on; null before, for milestones, and once
 * the due date is reached. Never a single number.
 *
 * How: the last six measurements give the slopes of all pairs (10 for five, 15 for six). Theil–Sen's rank interval
 * keeps the middle ones, from the 3rd to the 8th of 10 and the 4th to the 12th of 15: by the distribution of Kendall's
 * count of inversions the true slope lies there about 8 times in 10 (77 % and 86 %) if the scatter is independent.
 * Each of the two bounding slopes is continued to the due date from the median of the values, and the median
 * scatter around the middle line is added on both sides. Values on a straight line leave no range, and are widened to
 * 5 % of the way. Source: design §3.2; P. K. Sen, JASA 63 (1968), 1379–1389.
 */
export function forecast(
  { definition, checkIns }: KeyResultRecord,
  today: LocalDate,
): { low: number; high: number } | null {
  const { metric, dueOn } = definition;
  if (metric.kind === 'milestones' || today >= dueOn) return null;
  const last = countedMeasurements(definition, checkIns, today).slice(-most);
  if (last.length < fewest) return null;
  // The due date is x = 0: the intercept is the value there.
  const points = last.map(({ on, value }) => ({ x: daysBetween(dueOn, on), y: value }));
  const slopes = pairSlopes(points);
  const dropped = last.length === fewest ? 2 : 3;
  const ends = [slopes.at(dropped), slopes.at(-1 - dropped)].map((slope) => interceptFor(points, slope ?? 0));
  const scatter = median(residuals(points).map(Math.abs));
  const low = Math.min(...ends) - scatter;
  const high = Math.max(...ends) + scatter;
  const lacking = Math.max(0, narrowestRange(definition) - (high - low)) / 2;
  return { low: low - lacking, high: high + lacking };
}

function narrowestRange({ metric }: KeyResultDefinition): number {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return narrowest * Math.abs(metric.target - metric.start);
    case 'maintain': {
      const { min, max } = metric;
      return narrowest * (min !== null && max !== null ? max - min : Math.abs(min ?? max ?? 0));
    }
    case 'milestones':
    case 'not-measurable-yet':
      return 0;
  }
}
