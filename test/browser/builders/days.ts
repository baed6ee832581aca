import { addDays, type LocalDate } from '../../../src/domain/dates';
import { testDay, testTime } from '../../builders/test-date';

/** How far the tests' time is ahead of the machine's, in milliseconds; set once, for all processes of a run. */
const ahead = 'WAYMARK_TEST_AHEAD';

/** Begins the run on the tests' day, in the morning: no midnight passes while tests run. */
export function beginsOnTestDay(): void {
  process.env[ahead] = String(Date.parse(testTime()) - machineTime());
}

/** The time of the sites while no test has set it; asked for outside a run of tests, one begins. */
export function timeOfSites(): Date {
  if (process.env[ahead] === undefined) beginsOnTestDay();
  return new Date(machineTime() + Number(process.env[ahead]));
}

/** Milliseconds that pass as on the machine. Nothing else in the tests may ask which time it is there. */
function machineTime(): number {
  return performance.timeOrigin + performance.now();
}

/** Days from today: 0 is today, −7 a week ago. */
export function dayFromNow(days: number): LocalDate {
  return addDays(testDay(), days);
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
