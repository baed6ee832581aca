/** The days of a sample company: its cycles around a day, and the days on which its teams checked in. */
import { addDays, addMonths, daysBetween, localDate, type LocalDate } from '../../../../../src/domain/dates';
import type { CycleSlug } from './company';

export type Span = { startsOn: LocalDate; endsOn: LocalDate };
export type SampleCycles = Record<CycleSlug, Span>;

/**
 * Four quarters of the calendar, of which today's is the second, in a year of their own: the one before is over and tells
 * how one ends, the two after can be planned.
 */
export function cyclesAround(today: LocalDate): SampleCycles {
  const [year = '', month = ''] = today.split('-');
  const first = Number(month) - ((Number(month) - 1) % 3);
  return cyclesFrom(localDate(`${year}-${String(first).padStart(2, '0')}-01`));
}

/** From this day of a quarter on, whatever weekday it began on, all its key results have told their stories. */
const toldAfter = 31;

/** Whether the running quarter is old enough that every story of the company has happened. */
export function isTold({ startsOn }: Span, today: LocalDate): boolean {
  return daysBetween(startsOn, today) >= toldAfter;
}

/** The same cycles when the day the running quarter began is known: a company that is partly there goes on from it. */
export function cyclesFrom(runningStartsOn: LocalDate): SampleCycles {
  const from = (months: number, count: number): Span => ({
    startsOn: addMonths(runningStartsOn, months),
    endsOn: addDays(addMonths(runningStartsOn, months + count), -1),
  });
  return {
    year: from(-3, 12),
    last: from(-3, 3),
    running: from(0, 3),
    next: from(3, 3),
    'after-next': from(6, 3),
  };
}

/**
 * The days of check-ins from `since` to `until`, the latest first, `every` days apart. A number per week is of the week's
 * Sunday, which must be over; others are said on a working day.
 */
export function checkInDays(
  since: LocalDate,
  until: LocalDate,
  every: number,
  endOfWeek: boolean,
): LocalDate[] {
  const latest = endOfWeek ? addDays(until, -(weekday(until) || 7)) : lastWorkday(until);
  const count = Math.max(0, Math.floor(daysBetween(since, latest) / every) + 1);
  return Array.from({ length: count }, (_, at) => addDays(latest, -every * at));
}

/** The day that is this part of the way through a span. */
export function dayAt({ startsOn, endsOn }: Span, part: number): LocalDate {
  return addDays(startsOn, Math.round(part * daysBetween(startsOn, endsOn)));
}

function lastWorkday(day: LocalDate): LocalDate {
  const late = weekday(day);
  return late === 0 ? addDays(day, -2) : late === 6 ? addDays(day, -1) : day;
}

/** 0 is Sunday. */
function weekday(day: LocalDate): number {
  return new Date(day).getUTCDay();
}
