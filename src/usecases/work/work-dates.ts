import type { StatusMove } from '../../atlassian/status-moves';
import { dayIn, type Instant, type LocalDate } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import type { WorkAssumption, WorkItem } from '../../domain/initiative';
import type { Rules } from '../../domain/rules';
import { isNotDelivered } from '../../domain/work';

export type WorkDates = {
  startedOn: LocalDate | null;
  doneOn: LocalDate | null;
  firstChildDoneOn: LocalDate | null;
  assumed: WorkAssumption[];
};

/** An issue, and since when Jira has it in its category; null: Jira did not say. */
export type DatedItem = WorkItem & { categorySince: Instant | null };

/** Closed within so long of each other, issues were closed in one go. */
const oneGoMs = 5 * 60_000;

/**
 * When the work of an issue started, was done, and when its first child was done, as days in `timeZone`; and what was
 * assumed to say so. Started: the first move into an in-progress category, of the issue or of a child, since many epics
 * are never moved themselves. Done: the issue's last move into a done category with none out of it since; where no move says
 * so, the day Jira has it in that category since. First child done: likewise of the children, those resolved as not
 * delivered left out: nobody got anything by them. `moves` are oldest first. Source: design §3.6.
 */
export function workDates(
  issue: DatedItem,
  children: readonly DatedItem[],
  moves: ReadonlyMap<IssueId, readonly StatusMove[]>,
  rules: Rules,
  timeZone: string,
): WorkDates {
  const movesOf = (item: DatedItem) => moves.get(item.issueId) ?? [];
  const delivered = children.filter((child) => !isNotDelivered(child, rules));
  const started = [issue, ...children].map((item) => firstStart(movesOf(item)));
  const childrenDone = delivered.map((child) => doneAt(child, movesOf(child)));
  const day = (at: Instant | undefined) => (at === undefined ? null : dayIn(timeZone, at));
  const counted = [issue, ...delivered].map((item) => ({ item, moves: movesOf(item) }));
  const assumed: [WorkAssumption, boolean][] = [
    ['reopened', counted.some((one) => one.moves.some(({ from }) => from === 'done'))],
    ['bulk-closed', inOneGo(childrenDone)],
    ['moved-project', counted.some((one) => one.moves.some(({ withProject }) => withProject))],
    ['status-unknown', counted.some((one) => one.moves.some(({ from, to }) => from === null || to === null))],
    ['no-changelog', counted.some((one) => one.item.category === 'done' && !closing(one.moves))],
  ];
  return {
    startedOn: day(earliest(started)),
    doneOn: day(doneAt(issue, movesOf(issue))),
    firstChildDoneOn: day(earliest(childrenDone)),
    assumed: assumed.filter(([, so]) => so).map(([what]) => what),
  };
}

/** Into a status that is gone, out of a new one, counts as a start: that is what came of it most often. */
function firstStart(moves: readonly StatusMove[]): Instant | undefined {
  return moves.find(({ from, to }) => to === 'indeterminate' || (to === null && from === 'new'))?.at;
}

/** The move that closed it, when it is the last one. */
function closing(moves: readonly StatusMove[]): StatusMove | undefined {
  const last = moves.at(-1);
  return last?.to === 'done' ? last : undefined;
}

/** Only an issue that is done now was done: a changelog can be older than the issue's status beside it. */
function doneAt({ category, categorySince }: DatedItem, moves: readonly StatusMove[]): Instant | undefined {
  if (category !== 'done') return undefined;
  return closing(moves)?.at ?? categorySince ?? undefined;
}

/** At least two, all of them done, and within minutes: then the day says when somebody tidied up. */
function inOneGo(done: readonly (Instant | undefined)[]): boolean {
  const at = done.filter((moment) => moment !== undefined).map((moment) => Date.parse(moment));
  return at.length > 1 && at.length === done.length && Math.max(...at) - Math.min(...at) <= oneGoMs;
}

function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}
