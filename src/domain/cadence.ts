import { addDays, addMonths, daysBetween, type LocalDate } from './dates';
import type { Behaviour, Cadence } from './metric';

/** The day `count` intervals of a cadence after (or before) a day. Months are calendar months. */
export function addIntervals(day: LocalDate, cadence: Cadence, count: number): LocalDate {
  switch (cadence) {
    case 'weekly':
      return addDays(day, 7 * count);
    case 'every-two-weeks':
      return addDays(day, 14 * count);
    case 'monthly':
      return addMonths(day, count);
  }
}

/**
 * Which cadence slot a day falls in, counted from the day the key result starts: 0 is the first, negative ones
 * lie before it. A slot begins on the start's weekday or day of the month.
 */
export function slotOf(startsOn: LocalDate, cadence: Cadence, day: LocalDate): number {
  if (cadence !== 'monthly') return Math.floor(daysBetween(startsOn, day) / (cadence === 'weekly' ? 7 : 14));
  let slot = Math.floor(daysBetween(startsOn, day) / 31) - 1;
  while (addMonths(startsOn, slot + 1) <= day) slot += 1;
  return slot;
}

/** The last day of the calendar period a day falls in. Weeks end on Sunday (ISO 8601). */
export function periodEnd(
  period: Extract<Behaviour, { kind: 'per-period' }>['period'],
  day: LocalDate,
): LocalDate {
  if (period === 'week') return addDays(day, (7 - new Date(day).getUTCDay()) % 7);
  const month = Number(day.slice(5, 7));
  const monthsToGo = period === 'month' ? 1 : 3 - ((month - 1) % 3);
  const firstOfMonth = addDays(day, 1 - Number(day.slice(8, 10)));
  return addDays(addMonths(firstOfMonth, monthsToGo), -1);
}
