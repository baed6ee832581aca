import { addDays, localDate, type LocalDate } from '../../../src/domain/dates';

/** The time zone of the teams these tests make. */
const timeZone = 'Europe/London';
const ahead = 'WAYMARK_TEST_AHEAD';

/**
 * Sets how far the sites of this run are ahead of the machine's time: from the afternoon on it is the next morning there, so that no
 * midnight passes while tests run.
 */
export function beginsInTheMorning(): void {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()),
  );
  process.env[ahead] = String(hour < 15 ? 0 : (24 + 6 - hour) * 3_600_000);
}

/** The time of the sites while no test has set it; null: the machine's own. */
export function timeOfSites(): string | null {
  const by = Number(process.env[ahead] ?? 0);
  return by === 0 ? null : new Date(Date.now() + by).toISOString();
}

/** Days from today, in the time zone of the teams these tests make: 0 is today, −7 a week ago. */
export function dayFromNow(days: number): LocalDate {
  const now = new Date(timeOfSites() ?? Date.now());
  return addDays(localDate(new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)), days);
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
