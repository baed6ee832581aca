/** Calendar days and instants. Time is always an argument: nothing here asks what time it is. */
import type { Tagged } from './ids';

/** A calendar day, `YYYY-MM-DD`, in whatever time zone its owner lives in. Compares as text. */
export type LocalDate = Tagged<'local-date'>;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-22T09:30:00.000Z`. Compares as text. */
export type Instant = Tagged<'instant'>;

const dayMs = 86_400_000;

/** Whether a value is a real calendar day: `2027-02-29` is not. Years 1900 to 2199. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00.000Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(value);
}

/** Whether a value is an instant in the one form Waymark writes. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  return Number.isFinite(Date.parse(value));
}

/** The day a text names. Throws a RangeError on anything else: for texts that are known to be days. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** The instant of an epoch time in milliseconds. Throws a RangeError on a non-finite number. */
export function instant(epochMs: number): Instant {
  const text = new Date(epochMs).toISOString();
  if (!isInstant(text)) throw new RangeError(`not an instant: ${text}`);
  return text;
}

/** The day on the wall at a moment in a time zone (IANA name). Throws a RangeError on an unknown zone. */
export function dayIn(timeZone: string, at: Instant): LocalDate {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return localDate(format.format(new Date(at)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return numberOf(to) - numberOf(from);
}

/** The day `days` later (or earlier, when negative). Throws a RangeError outside the years 1900 to 2199. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return dayAt(Math.floor(numberOf(day) + days));
}

/**
 * Days counted from 1 January 1970, and back: each read and written once, since the rules go over the same few hundred days many
 * thousand times. There are 109,573 days in all, so that both stay small.
 */
const numberOfDay = new Map<LocalDate, number>();
const dayOfNumber = new Map<number, LocalDate>();

function numberOf(day: LocalDate): number {
  const known = numberOfDay.get(day);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(day) / dayMs);
  numberOfDay.set(day, number);
  return number;
}

function dayAt(number: number): LocalDate {
  const known = dayOfNumber.get(number);
  if (known !== undefined) return known;
  const day = localDate(new Date(number * dayMs).toISOString().slice(0, 10));
  dayOfNumber.set(number, day);
  return day;
}

/** The same day `months` later (or earlier); the month's last day where that month is shorter: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return localDate(date.toISOString().slice(0, 10));
}

/** The later of two days. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
