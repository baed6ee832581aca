import type { StatusMove } from '../../atlassian/status-moves';
import type { WorkCount } from '../../domain/initiative';
import type { IssueWork } from '../../storage/work-repository';

/** Clocks differ, and an issue may move while it is read: a move so shortly before counts as a later one. */
const overlapMs = 60_000;

/**
 * Whether Jira says something else of the work than when it was last looked at, though nothing moved since: then what a
 * status means was changed. Stays so until something moves again. `own` are the moves of the issue, `all` those of its
 * children, too; by what statuses mean today. Source: design §3.6.
 */
export function isRedefined(
  before: IssueWork | undefined,
  now: WorkCount,
  own: readonly StatusMove[],
  all: readonly StatusMove[],
): boolean {
  if (!before || before.gone) return false;
  const since = (moves: readonly StatusMove[]) =>
    moves.some(({ at }) => Date.parse(at) > Date.parse(before.asOf) - overlapMs);
  if (before.assumed.includes('status-redefined')) return !since(all);
  if (before.category !== now.category) return !since(own);
  const sameChildren = before.counted === now.counted && before.leftOut === now.leftOut;
  const counts = before.unit === 'count' && now.unit === 'count' && sameChildren;
  return counts && before.done !== now.done && !since(all.filter(crossesDone));
}

function crossesDone({ from, to }: StatusMove): boolean {
  return (from === 'done') !== (to === 'done');
}
