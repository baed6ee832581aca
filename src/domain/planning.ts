/** What lies on the table in planning, by the key result it serves (design §3.6, §3.8). Work only; no outcome is computed here. */
import type { InitiativeId, IssueId } from './ids';
import type { StatusCategory, WorkCount } from './initiative';
import { heldVerdict, type JudgedInitiative, type WorkDecision } from './judgement';
import type { KeyResultDefinition } from './metric';
import { nearestOf } from './nearest-of';
import { inOrderOfNeed } from './ordering';
import { isReached } from './progress';
import type { Standing } from './standing';
import { isFinished, liveOn } from './work';

/** Above so many levels a chain of parents is taken for broken. */
const mostLevels = 10;

/** An issue's ancestors as far as they are known, nearest first. */
export function ancestorsOf(
  issueId: IssueId,
  parentOf: ReadonlyMap<IssueId, IssueId | null>,
): readonly IssueId[] {
  const found: IssueId[] = [];
  let at = parentOf.get(issueId) ?? null;
  while (at !== null && found.length < mostLevels && at !== issueId && !found.includes(at)) {
    found.push(at);
    at = parentOf.get(at) ?? null;
  }
  return found;
}

/** A key result with how it stands and what is attached to it. */
export type StandingKeyResult<I extends JudgedInitiative> = {
  keyResult: { definition: KeyResultDefinition; initiatives: readonly I[] };
  standing: Standing;
};

/** An issue that serves a key result nobody pursues any more. */
export type DroppedLink = { initiativeId: InitiativeId; issueId: IssueId };

export type TableInput<I extends JudgedInitiative, K extends StandingKeyResult<I>, D extends DroppedLink> = {
  /** What is on the table, in its order. */
  issueIds: readonly IssueId[];
  /** Parents of those and of their ancestors, as far as they are known. */
  parentOf: ReadonlyMap<IssueId, IssueId | null>;
  keyResults: readonly K[];
  dropped: readonly D[];
  /** Issues somebody called run work. */
  runWork: ReadonlySet<IssueId>;
};

/** An initiative with what is on the table of it: `issueIds` are the issues that serve through it, itself when it is alone. */
export type Planned<I> = { initiative: I; issueIds: IssueId[] };
/**
 * A key result with what is planned for it here, what was done for it before, and what is under way elsewhere. `notMoved` lies
 * here too, and is listed on its own.
 */
export type Group<I, K> = {
  of: K;
  planned: Planned<I>[];
  notMoved: Planned<I>[];
  earlier: I[];
  elsewhere: I[];
};

export type Table<I, K, D> = {
  /** Every key result still pursued, those in need first; without those that are reached. */
  open: Group<I, K>[];
  /** Key results at their target that have work here all the same. */
  reached: Group<I, K>[];
  dropped: { link: D; issueIds: IssueId[] }[];
  /** Work here that somebody judged not to move its key result, or to move it the wrong way. */
  notMoved: { of: K; planned: Planned<I> }[];
  runWork: IssueId[];
  notSaid: IssueId[];
};

/**
 * Lays the issues out by what they serve. An issue serves its own key results, else those of its nearest attached ancestor,
 * and counts once: an epic on the table gives way to its stories there. Attached to several key results, it is under each.
 * Source: design §3.6.
 */
export function planningTable<
  I extends JudgedInitiative,
  K extends StandingKeyResult<I>,
  D extends DroppedLink,
>({ issueIds, parentOf, keyResults, dropped, runWork }: TableInput<I, K, D>): Table<I, K, D> {
  const pursued = new Set(keyResults.flatMap(({ keyResult }) => keyResult.initiatives.map(idOfIssue)));
  const left = new Set(dropped.map(idOfIssue));
  const through = new Map<IssueId, IssueId[]>();
  const rest: IssueId[] = [];
  for (const id of new Set(issueIds)) {
    const ancestors = ancestorsOf(id, parentOf);
    const attached = nearestOf(id, ancestors, (one) => pursued.has(one) || left.has(one));
    if (attached === null) rest.push(id);
    else if (!through.get(attached)?.push(id)) through.set(attached, [id]);
  }
  const here = (id: IssueId) => withoutCarriers(through.get(id) ?? [], parentOf);
  const groups = keyResults.map((of) => groupOf<I, K>(of, here));
  const isDone = ({ of }: Group<I, K>) => hasReached(of);
  const unsaid = withoutCarriers(rest, parentOf);
  const isRunWork = (id: IssueId) =>
    nearestOf(id, ancestorsOf(id, parentOf), (one) => runWork.has(one)) !== null;
  return {
    open: inOrderOfNeed(
      groups.filter((group) => !isDone(group)).map(withoutNotMoved),
      ({ of }) => of.standing,
    ),
    reached: groups.filter((group) => isDone(group) && group.planned.length > 0),
    dropped: dropped
      .filter(({ issueId }) => !pursued.has(issueId))
      .map((link) => ({ link, issueIds: here(link.issueId) }))
      .filter((one) => one.issueIds.length > 0),
    notMoved: groups
      .filter((group) => !isDone(group))
      .flatMap(({ of, planned }) => planned.filter(didNotMove).map((one) => ({ of, planned: one }))),
    runWork: unsaid.filter(isRunWork),
    notSaid: unsaid.filter((id) => !isRunWork(id)),
  };
}

/** Whether a key result is at its target. Bands are never reached: they are kept. */
function hasReached<I extends JudgedInitiative>({ keyResult, standing }: StandingKeyResult<I>): boolean {
  return standing.progress !== null && isReached(keyResult.definition, standing.progress.raw);
}

/** How many different issues these are of; one that serves two key results is one. */
export function countIssues(planned: readonly { issueIds: readonly IssueId[] }[]): number {
  return new Set(planned.flatMap(({ issueIds }) => issueIds)).size;
}

/** Whether work has not begun. */
export function isNotBegun(
  work: Pick<WorkCount, 'category' | 'done'> | null,
  seen: StatusCategory | null = null,
): boolean {
  const category = seen ?? work?.category ?? 'new';
  return category === 'new' && (work?.done ?? 0) === 0;
}

/** Whether a decision takes something on, so that something else goes slower: more of it, or a start. Source: design §3.8. */
export function takesOn(
  decision: WorkDecision,
  work: Pick<WorkCount, 'category' | 'done'> | null,
  seen: StatusCategory | null = null,
): boolean {
  return decision === 'build-on' || (decision === 'keep' && isNotBegun(work, seen));
}

function idOfIssue({ issueId }: { issueId: IssueId }): IssueId {
  return issueId;
}

function groupOf<I extends JudgedInitiative, K extends StandingKeyResult<I>>(
  of: K,
  here: (id: IssueId) => IssueId[],
): Group<I, K> {
  const planned = of.keyResult.initiatives
    .map((initiative) => ({ initiative, issueIds: here(initiative.issueId) }))
    .filter(({ issueIds }) => issueIds.length > 0);
  const onTable = new Set<I>(planned.map(({ initiative }) => initiative));
  // What the viewer sees on the table is not gone, whatever was found of it; of the rest nobody plans with what is.
  const others = of.keyResult.initiatives.filter((one) => !onTable.has(one) && one.work?.gone !== true);
  const isEarlier = (one: I) => (one.work !== null && isFinished(one.work)) || liveOn(one) !== null;
  return {
    of,
    planned,
    notMoved: [],
    earlier: others.filter(isEarlier),
    elsewhere: others.filter((one) => !isEarlier(one) && one.work?.notDelivered !== true),
  };
}

function didNotMove<I extends JudgedInitiative>({ initiative }: Planned<I>): boolean {
  const verdict = heldVerdict(initiative);
  return verdict === 'no-visible-effect' || verdict === 'moved-wrong-way';
}

function withoutNotMoved<I extends JudgedInitiative, K>(group: Group<I, K>): Group<I, K> {
  return {
    ...group,
    planned: group.planned.filter((one) => !didNotMove(one)),
    notMoved: group.planned.filter(didNotMove),
  };
}

/** An issue gives way to what is beneath it in the same list. */
function withoutCarriers(ids: readonly IssueId[], parentOf: ReadonlyMap<IssueId, IssueId | null>): IssueId[] {
  const carriers = new Set(ids.flatMap((id) => ancestorsOf(id, parentOf)));
  return ids.filter((id) => !carriers.has(id));
}
