/** JQL's moments: `"2026-11-20 09:00"`, `-7d`, `startOfWeek("-1w")`. In the reader's time zone on a site; here in UTC. */
import { Refused } from '../../site/serve';

const MINUTE = 60_000;
const UNITS: { readonly [unit: string]: number } = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

const RELATIVE = /^([+-]?)(\d+)([mhdwMy])$/;
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;

function shifted(from: number, value: string): number | null {
  const match = RELATIVE.exec(value.trim());
  if (!match) return null;
  const [, sign, digits, unit = 'd'] = match;
  const amount = Number(digits) * (sign === '-' ? -1 : 1);
  const ms = UNITS[unit];
  if (ms !== undefined) return from + amount * ms;
  const date = new Date(from);
  if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + amount);
  else date.setUTCFullYear(date.getUTCFullYear() + amount);
  return date.getTime();
}

/** The moment a date operand means, in epoch milliseconds; Jira's sentence when it is none. */
export function moment(value: string, field: string, now: number): number {
  const relative = shifted(now, value);
  if (relative !== null) return relative;
  const match = ABSOLUTE.exec(value);
  const at = match
    ? Date.UTC(
        Number(match[1]),
        Number(match[2]) - 1,
        Number(match[3]),
        Number(match[4] ?? 0),
        Number(match[5] ?? 0),
      )
    : NaN;
  if (Number.isNaN(at)) {
    throw new Refused(
      400,
      `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  }
  return at;
}

const EDGE = /^(start|end)Of(Day|Week|Month|Year)$/i;

/** `now()`, `startOfDay("-1d")` and their like; null when `name` is no function of time. */
export function momentFunction(name: string, increment: string | undefined, now: number): number | null {
  if (name.toLowerCase() === 'now') return now;
  const match = EDGE.exec(name);
  if (!match) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const withUnit =
    increment !== undefined && /^[+-]?\d+$/.test(increment)
      ? `${increment}${{ day: 'd', week: 'w', month: 'M', year: 'y' }[unit] ?? 'd'}`
      : increment;
  const at = withUnit === undefined ? now : shifted(now, withUnit);
  if (at === null)
    throw new Refused(400, `The increment '${increment ?? ''}' of function '${name}' is not valid.`);
  const start = startOf(unit, at);
  if ((match[1] ?? '').toLowerCase() === 'start') return start;
  const next = new Date(start);
  if (unit === 'day') next.setUTCDate(next.getUTCDate() + 1);
  else if (unit === 'week') next.setUTCDate(next.getUTCDate() + 7);
  else if (unit === 'month') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.getTime() - 1;
}

function startOf(unit: string, at: number): number {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'year') return Date.UTC(year, 0, 1);
  if (unit === 'month') return Date.UTC(year, month, 1);
  // Weeks start on Sunday, as on a site nobody configured.
  return Date.UTC(year, month, unit === 'week' ? day - date.getUTCDay() : day);
}
