import type { StatusMove } from '../../atlassian/status-moves';
import { dayIn, type Instant, type LocalDate } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import type { WorkItem } from '../../domain/initiative';
import type { Rules } from '../../domain/rules';
import { isNotDelivered } from '../../domain/work';

export type WorkDates = {
  startedOn: LocalDate | null;
  doneOn: LocalDate | null;
  firstChildDoneOn: LocalDate | null;
};

/**
 * When the work of an issue started, was done, and when its first child was done, as days in `timeZone`.
 * Started: the first move into an in-progress category, of the issue or of a child, since many epics are never moved
 * themselves. Done: the issue's last move into a done category with none out of it since. First child done: likewise
 * of the children, those resolved as not delivered left out: nobody got anything by them.
 * `moves` are oldest first. Source: design §3.6.
 */
export function workDates(
  issue: WorkItem,
  children: readonly WorkItem[],
  moves: ReadonlyMap<IssueId, readonly StatusMove[]>,
  rules: Rules,
  timeZone: string,
): WorkDates {
  const movesOf = (item: WorkItem) => moves.get(item.issueId) ?? [];
  const started = [issue, ...children].map((item) => firstStart(movesOf(item)));
  const childrenDone = children
    .filter((child) => !isNotDelivered(child, rules))
    .map((child) => doneAt(child, movesOf(child)));
  const day = (at: Instant | undefined) => (at === undefined ? null : dayIn(timeZone, at));
  return {
    startedOn: day(earliest(started)),
    doneOn: day(doneAt(issue, movesOf(issue))),
    firstChildDoneOn: day(earliest(childrenDone)),
  };
}

function firstStart(moves: readonly StatusMove[]): Instant | undefined {
  return moves.find(({ to }) => to === 'indeterminate')?.at;
}

/** Only an issue that is done now was done: a changelog can be older than the issue's status beside it. */
function doneAt({ category }: WorkItem, moves: readonly StatusMove[]): Instant | undefined {
  const last = moves.at(-1);
  return category === 'done' && last?.to === 'done' ? last.at : undefined;
}

function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}
