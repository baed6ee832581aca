import { addDays, localDate, type LocalDate } from '../../../src/domain/dates';

/** Days from today, in the time zone of the teams these tests make: 0 is today, −7 a week ago. */
export function dayFromNow(days: number): LocalDate {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  return addDays(localDate(today), days);
}

/** The next Friday after today. */
export function nextFriday(): LocalDate {
  const isFriday = (days: number) => new Date(dayFromNow(days)).getUTCDay() === 5;
  return dayFromNow([1, 2, 3, 4, 5, 6].find(isFriday) ?? 7);
}

/** As a British reader is shown it: "12 May", and with its year when that is not this one's. */
export function said(day: LocalDate): string {
  const year = day.slice(0, 4) === dayFromNow(0).slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...year,
  }).format(new Date(day));
}

/** With its year always: "12 May 2026". */
export function saidInFull(day: LocalDate): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
