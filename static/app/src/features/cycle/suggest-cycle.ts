import { addDays, daysBetween, localDate, type LocalDate } from '../../../../../src/domain/dates';

/** The quarter to plan now: this one, or the next when two thirds of this one are over. */
export function suggestQuarter(today: LocalDate): { name: string; startsOn: LocalDate; endsOn: LocalDate } {
  const now = quarterOf(Number(today.slice(0, 4)), Math.floor((Number(today.slice(5, 7)) - 1) / 3));
  const over = daysBetween(now.startsOn, today) / daysBetween(now.startsOn, now.endsOn);
  return over > 2 / 3 ? quarterOf(now.year, now.quarter + 1) : now;
}

/** Cycles longer than this, in days, are years. */
const yearly = 300;

/**
 * The first day of the year to plan now: after the years of `cycles` that have not ended; without one this calendar year, or the next when
 * two thirds of this one are over.
 */
export function suggestYear(
  today: LocalDate,
  cycles: readonly { startsOn: LocalDate; endsOn: LocalDate }[],
): LocalDate {
  const lastDay = cycles
    .filter(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) > yearly && endsOn >= today)
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (lastDay !== undefined) return addDays(lastDay, 1);
  const year = Number(today.slice(0, 4));
  return localDate(`${String(today.slice(5, 7) > '08' ? year + 1 : year)}-01-01`);
}

function quarterOf(year: number, quarter: number) {
  const at = year * 4 + quarter;
  const first = (quarters: number) => Date.UTC(Math.floor(quarters / 4), (quarters % 4) * 3, 1);
  const iso = (ms: number) => localDate(new Date(ms).toISOString().slice(0, 10));
  return {
    year: Math.floor(at / 4),
    quarter: at % 4,
    name: `Q${String((at % 4) + 1)} ${String(Math.floor(at / 4))}`,
    startsOn: iso(first(at)),
    endsOn: iso(first(at + 1) - 86_400_000),
  };
}
