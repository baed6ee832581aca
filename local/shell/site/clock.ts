import { settings } from './settings';

const offset = Date.parse(settings.now) - Date.now();

/** The site's date and time, which may not be the machine's. */
export function siteNow(): Date {
  return new Date(Date.now() + offset);
}

/** Moves the site to another moment, or back to the machine's time with null, and shows everything anew. */
export async function moveClock(now: Date | null): Promise<void> {
  await fetch('/_local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: now === null ? null : now.toISOString() }),
  });
  window.location.reload();
}

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relativeFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export function formatDay(date: Date | string): string {
  return dayFormat.format(new Date(date));
}

export function formatMoment(date: Date | string): string {
  return timeFormat.format(new Date(date));
}

/** "3 days ago" within a month, else the day. */
export function formatAgo(date: Date | string): string {
  const minutes = (new Date(date).getTime() - siteNow().getTime()) / 60_000;
  if (Math.abs(minutes) < 60) return relativeFormat.format(Math.round(minutes), 'minute');
  if (Math.abs(minutes) < 60 * 24) return relativeFormat.format(Math.round(minutes / 60), 'hour');
  if (Math.abs(minutes) < 60 * 24 * 30) return relativeFormat.format(Math.round(minutes / 60 / 24), 'day');
  return formatDay(date);
}
