import { addDays, daysBetween, earlierOf, laterOf, type LocalDate } from '../../../../../src/domain/dates';
import type { Impact } from '../../../../../src/domain/impact';
import type { ImpactValue, LeftOutWhy } from '../../../../../src/domain/impact-values';
import { liveOn } from '../../../../../src/domain/work';

export type PicturePoint = {
  on: LocalDate;
  /** Where what it speaks of begins: a gain is drawn over its days. */
  from: LocalDate;
  value: number;
} & ({ use: 'before' | 'after' } | { use: 'left-out'; why: LeftOutWhy });

type At = { on: LocalDate; value: number };

/** What the picture of a verdict draws, in the unit of its values. */
export type Picture = {
  points: PicturePoint[];
  /** The trend before, through the values used. */
  trend: At[];
  /** Its continuation through the days after. */
  continued: At[];
  /** Around both; ± two standard deviations of a value. */
  noise: { on: LocalDate; low: number; high: number }[];
  /** On the last day after: where the trend would have been, and where the values are, with the range of that. */
  difference: { on: LocalDate; usual: number; size: number; low: number; high: number } | null;
  /** First days of what else happened, in the order of `impact.together`. */
  others: LocalDate[];
  from: LocalDate;
  to: LocalDate;
  extent: [number, number];
};

/** Dropped before gains are formed: these are totals, which no axis of gains can hold. */
const totals: readonly LeftOutWhy[] = ['retyped', 'same-slot', 'unfinished'];

/**
 * The picture of a verdict: why it says what it says (design §3.8). Where there are too few values it is the dots alone,
 * without trend, noise or difference.
 */
export function pictureOf(impact: Impact): Picture {
  const { before, after, leftOut, gains, live, showsOn, change } = impact;
  const tooFew = impact.verdict === 'too-early' || impact.verdict === 'no-baseline';
  const used = (use: 'before' | 'after') => (one: ImpactValue) => ({
    on: one.on,
    from: gains ? one.from : one.on,
    value: one.value,
    use,
  });
  const dropped = tooFew ? [] : leftOut.filter(({ why }) => !gains || !totals.includes(why));
  const points: PicturePoint[] = [
    ...before.map(used('before')),
    ...after.map(used('after')),
    ...dropped.map(({ on, value, why }) => ({ on, from: on, value, use: 'left-out' as const, why })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const trend = trendOf(impact);
  const last = after.at(-1);
  const difference =
    trend && change && last ? { on: last.on, usual: trend.valueOn(last.on), ...change } : null;
  const others = impact.together.map((other) =>
    other.kind === 'event' ? other.event.on : (liveOn(other.initiative)?.on ?? live.on),
  );
  const days = [...points.flatMap(({ on, from }) => [on, from]), ...others, live.on, showsOn];
  const numbers = [
    ...points.map(({ value }) => value),
    ...(trend?.noise.flatMap(({ low, high }) => [low, high]) ?? []),
    ...(difference ? [difference.usual + difference.low, difference.usual + difference.high] : []),
    ...(gains ? [0] : []),
  ];
  return {
    points,
    trend: trend?.before ?? [],
    continued: trend?.after ?? [],
    noise: trend?.noise ?? [],
    difference,
    others,
    from: days.reduce(earlierOf),
    to: days.reduce(laterOf),
    extent: roomAround(numbers),
  };
}

function trendOf({ trend, before, after }: Impact) {
  const [first, turn, last] = [before[0], before.at(-1), after.at(-1)];
  if (!trend || !first || !turn || !last) return null;
  const valueOn = (on: LocalDate) => trend.at + trend.perDay * daysBetween(trend.on, on);
  const line = (days: LocalDate[]) => days.map((on) => ({ on, value: valueOn(on) }));
  const noise = [first.on, last.on].map((on) => {
    const value = valueOn(on);
    return { on, low: value - 2 * trend.noise, high: value + 2 * trend.noise };
  });
  return { valueOn, noise, before: line([first.on, turn.on]), after: line([turn.on, last.on]) };
}

/** Lowest and highest with room on both sides; a flat series gets some too. */
function roomAround(numbers: readonly number[]): [number, number] {
  if (numbers.length === 0) return [0, 1];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const room = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.06;
  return [low - room, high + room];
}

/** A day before the first and after the last, so that what lies on the edge is not cut. */
export function widened({ from, to }: Picture): { from: LocalDate; to: LocalDate } {
  const room = Math.max(1, Math.round(daysBetween(from, to) / 40));
  return { from: addDays(from, -room), to: addDays(to, room) };
}
