/** On which day a person is reminded of what they owe (design §3.12: each chooses). */
import { dayIn, type Instant, type LocalDate } from './dates';

export const reminderDays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  /** Never. */
  'quiet',
] as const;
export type ReminderDay = (typeof reminderDays)[number];

/** Of whoever has not chosen. */
export const defaultReminderDay: ReminderDay = 'monday';

/** Local hours in which reminders are sent: from the first, before the last. */
const hours = { from: 7, before: 19 };

/** The name of a calendar day. */
export function weekdayOf(day: LocalDate): ReminderDay {
  // 1970 began on a Thursday; a week of `reminderDays` begins on Monday.
  const index = (Math.floor(Date.parse(day) / 86_400_000) + 3) % 7;
  return reminderDays[(index + 7) % 7] ?? 'monday';
}

/** The names that the day has somewhere on earth at this moment: two or three. */
export function weekdaysAt(now: Instant): ReminderDay[] {
  return [...new Set(['Etc/GMT+12', 'UTC', 'Etc/GMT-14'].map((zone) => weekdayOf(dayIn(zone, now))))];
}

/**
 * The day, in `timeZone`, of which a person who chose `chosen` is reminded now; null: it is another day there, or not yet seven in
 * the morning, or evening. Throws a RangeError on an unknown zone.
 */
export function remindedOn(chosen: ReminderDay, timeZone: string, now: Instant): LocalDate | null {
  const today = dayIn(timeZone, now);
  if (weekdayOf(today) !== chosen) return null;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  const hour = Number(clock.format(new Date(now)));
  return hour >= hours.from && hour < hours.before ? today : null;
}
