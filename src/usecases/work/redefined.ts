import type { Instant } from '../../domain/dates';
import type { WorkCount } from '../../domain/initiative';
import type { IssueWork } from '../../storage/work-repository';

/** Clocks differ, and an issue may move while it is read: a move so shortly before counts as a later one. */
const overlapMs = 3 * 60_000;

/**
 * Whether Jira says something else of the work than when it was last looked at, though nothing moved since (`lastMove`: of
 * the issue or a child that counts): then what a status means was changed. Stays so until something moves again.
 * Source: design §3.6.
 */
export function isRedefined(
  before: IssueWork | undefined,
  now: WorkCount,
  lastMove: Instant | undefined,
): boolean {
  if (!before || before.gone) return false;
  if (lastMove !== undefined && Date.parse(lastMove) > Date.parse(before.asOf) - overlapMs) return false;
  if (before.assumed.includes('status-redefined') || before.category !== now.category) return true;
  const sameChildren = before.counted === now.counted && before.leftOut === now.leftOut;
  return before.unit === 'count' && now.unit === 'count' && sameChildren && before.done !== now.done;
}
