import { saysNothing } from '../../../../../src/domain/check-check-in';
import { byDay } from '../../../../../src/domain/measurements';
import type { CheckInRow } from './world';

/** What one call takes. */
const mostAtOnce = 60;

/** Whether nothing of a check-in can be brought over: its value was taken back, or it only asked somebody, who is not asked again. */
export function isEmpty(row: CheckInRow): boolean {
  return saysNothing({ ...row, ask: null });
}

/**
 * Check-ins by day, those of one day as they were recorded, since the later one counts; in parts that one call takes. A
 * day is cut only when it has more than that.
 */
export function inDays(rows: readonly CheckInRow[]): CheckInRow[][] {
  const sorted = [...rows].sort(byDay);
  const parts: CheckInRow[][] = [];
  for (let at = 0; at < sorted.length; at += parts.at(-1)?.length ?? 0) {
    const end = at + mostAtOnce;
    const begun = sorted.findIndex(({ day }) => day === sorted[end]?.day);
    parts.push(sorted.slice(at, begun > at ? begun : end));
  }
  return parts;
}
