import type { Input } from '../../../../../src/contract/calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import type { LocalDate } from '../../../../../src/domain/dates';
import { checkDefinition } from '../../../../../src/domain/check-definition';
import type {
  AccountId,
  CheckInId,
  InitiativeId,
  IssueId,
  KeyResultId,
  ObjectiveId,
} from '../../../../../src/domain/ids';
import { definitionOf } from '../objective/key-result-draft';
import type { FoundDocument, FoundInitiative, FoundObjective } from './document';
import type { ImportDraft, InitiativeDraft, IssueTarget } from './draft';
import { idsIn, type ImportPlace } from './ids';
import { readColumns } from './said-columns';

export type NewIssue = IssueTarget & {
  label: string;
  summary: string;
  description: string;
  assignee: AccountId | null;
};

/** One thing an import makes. Those that are `there` already are not made again. */
export type Step = { title: string; there: boolean } & (
  | { kind: 'objective'; id: ObjectiveId; objective: Input<'objective.create'>['objective'] }
  | {
      kind: 'key-result';
      id: KeyResultId;
      objectiveId: ObjectiveId;
      keyResult: Input<'key-result.create'>['keyResult'];
    }
  | {
      kind: 'check-in';
      id: CheckInId;
      keyResultId: KeyResultId;
      day: LocalDate;
      value: number;
    }
  | {
      kind: 'initiative';
      id: InitiativeId;
      /** The same for all key results this initiative serves: they share one issue. */
      path: string;
      keyResultId: KeyResultId;
      keyResultTitle: string;
      issue: { kind: 'known'; issueId: IssueId } | { kind: 'new'; issue: NewIssue };
    }
);

/** What keeps an item from being imported. */
export type Fault = 'title' | 'numbers' | 'unplaced' | 'no-issue' | 'no-target';

type Asked = {
  document: FoundDocument;
  draft: ImportDraft;
  place: ImportPlace;
  /** What the team has in that cycle. */
  existing: readonly ObjectiveReading[];
  locale: string;
  /** The day of current values: a table says none. */
  today: LocalDate;
};

/** What of a document is there already. */
export function standingIn(place: ImportPlace, existing: readonly ObjectiveReading[]) {
  const ids = idsIn(place);
  const keyResults = existing.flatMap((objective) => objective.keyResults);
  const titles = new Map<string, string>([...existing, ...keyResults].map(({ id, title }) => [id, title]));
  const attached = new Map<string, IssueId>(
    keyResults.flatMap(({ initiatives }) => initiatives.map(({ id, issueId }) => [id, issueId] as const)),
  );
  const checkIns = new Set<string>(keyResults.flatMap((one) => one.checkIns.map(({ id }) => id)));
  return {
    checkIn: (id: string) => checkIns.has(id),
    /** Its title as it stands; null when it is not there. */
    objective: (path: string) => titles.get(ids.objective(path)) ?? null,
    keyResult: (path: string) => titles.get(ids.keyResult(path)) ?? null,
    /** The issue through which an initiative already serves a key result; null when it does not. */
    issueOf: (path: string, keyResult: string) => attached.get(ids.initiative(path, keyResult)) ?? null,
  };
}

export type Standing = ReturnType<typeof standingIn>;

/** The items that cannot be imported as they are, by path. What is there already or left out has no faults. */
export function faultsOf({ document, draft, place, existing, locale }: Asked): Map<string, Fault> {
  const standing = standingIn(place, existing);
  const faults = new Map<string, Fault>();
  for (const objective of document.objectives) {
    const blank = draft.objectives.get(objective.path)?.title.trim() === '';
    if (blank && standing.objective(objective.path) === null) faults.set(objective.path, 'title');
    for (const { path } of objective.keyResults) {
      const keyResult = draft.keyResults.get(path);
      if (!keyResult || standing.keyResult(path) !== null) continue;
      const read = definitionOf(keyResult, locale);
      const wrong =
        !read.ok || checkDefinition(read.definition).some(({ severity }) => severity === 'refusal');
      if (keyResult.title.trim() === '') faults.set(path, 'title');
      else if (wrong) faults.set(path, 'numbers');
    }
    for (const found of objective.initiatives) {
      const initiative = draft.initiatives.get(found.path);
      const serves = initiative && servesOf(found, initiative, objective, standing);
      const fault = serves && faultOfInitiative(found.path, initiative, serves, draft, standing);
      if (fault) faults.set(found.path, fault);
    }
  }
  return faults;
}

/**
 * The key results an initiative will serve: as the person chose, else as an earlier import left it, else as the
 * document says.
 */
export function servesOf(
  { path, serves }: FoundInitiative,
  draft: InitiativeDraft,
  objective: FoundObjective,
  standing: Standing,
): string[] {
  if (draft.serves !== null) return draft.serves;
  const before = objective.keyResults
    .map((keyResult) => keyResult.path)
    .filter((keyResult) => standing.issueOf(path, keyResult) !== null);
  return before.length > 0 ? before : serves;
}

function faultOfInitiative(
  path: string,
  { issue, summary }: InitiativeDraft,
  serves: string[],
  { newIssues }: ImportDraft,
  standing: Standing,
): Fault | null {
  if (issue.kind === 'leave-out') return null;
  if (serves.length === 0) return 'unplaced';
  const known = serves.map((keyResult) => standing.issueOf(path, keyResult));
  if (known.some((issueId) => issueId !== null)) return null;
  if (issue.kind === 'match') return issue.issue === null ? 'no-issue' : null;
  if (summary.trim() === '') return 'title';
  return (issue.target ?? newIssues) === null ? 'no-target' : null;
}

/**
 * All an import does, in the order it is done: each objective, its key results, then its initiatives. Of a document
 * that was imported before, every step is `there`. Call only without faults.
 */
export function planOf(asked: Asked): Step[] {
  const standing = standingIn(asked.place, asked.existing);
  return asked.document.objectives.flatMap((found) => [
    ...objectiveSteps(found, asked, standing),
    ...keyResultSteps(found, asked, standing),
    ...checkInSteps(found, asked, standing),
    ...initiativeSteps(found, asked, standing),
  ]);
}

function objectiveSteps({ path }: FoundObjective, { draft, place }: Asked, standing: Standing): Step[] {
  const objective = draft.objectives.get(path);
  if (!objective) return [];
  const { owner, why } = objective;
  const title = objective.title.trim();
  return [
    {
      kind: 'objective',
      id: idsIn(place).objective(path),
      title,
      there: standing.objective(path) !== null,
      objective: { title, why, owner, restricted: false, viewers: [] },
    },
  ];
}

function keyResultSteps(found: FoundObjective, { draft, place, locale }: Asked, standing: Standing): Step[] {
  const ids = idsIn(place);
  return found.keyResults.flatMap(({ path }): Step[] => {
    const keyResult = draft.keyResults.get(path);
    const read = keyResult && definitionOf(keyResult, locale);
    if (!keyResult || !read?.ok) return [];
    const title = keyResult.title.trim();
    return [
      {
        kind: 'key-result',
        id: ids.keyResult(path),
        objectiveId: ids.objective(found.path),
        title,
        there: standing.keyResult(path) !== null,
        keyResult: { title, owner: keyResult.owner, definition: read.definition },
      },
    ];
  });
}

/** The current values of a table's rows; one of a key result whose number nobody knows yet, too. */
function checkInSteps(
  found: FoundObjective,
  { draft, place, locale, today }: Asked,
  standing: Standing,
): Step[] {
  const ids = idsIn(place);
  return found.keyResults.flatMap(({ path, said }): Step[] => {
    const keyResult = draft.keyResults.get(path);
    const value = said ? readColumns(said, locale).current : null;
    if (value === null || keyResult?.metric === 'milestones') return [];
    const id = ids.checkIn(path);
    const title = keyResult?.title ?? '';
    const there = standing.checkIn(id);
    return [{ kind: 'check-in', id, keyResultId: ids.keyResult(path), title, there, day: today, value }];
  });
}

function initiativeSteps(found: FoundObjective, { draft, place }: Asked, standing: Standing): Step[] {
  const ids = idsIn(place);
  return found.initiatives.flatMap((one): Step[] => {
    const { path } = one;
    const initiative = draft.initiatives.get(path);
    if (!initiative || initiative.issue.kind === 'leave-out') return [];
    const serves = servesOf(one, initiative, found, standing);
    const known = serves
      .map((keyResult) => standing.issueOf(path, keyResult))
      .find((issueId) => issueId !== null);
    const issue = known
      ? ({ kind: 'known', issueId: known } as const)
      : issueOf(initiative, draft, ids.label(path));
    if (issue === null) return [];
    return serves.map((keyResult) => ({
      kind: 'initiative',
      id: ids.initiative(path, keyResult),
      path,
      keyResultId: ids.keyResult(keyResult),
      keyResultTitle: draft.keyResults.get(keyResult)?.title ?? '',
      title: initiative.summary.trim(),
      there: standing.issueOf(path, keyResult) !== null,
      issue,
    }));
  });
}

function issueOf({ issue, summary, description, owner }: InitiativeDraft, draft: ImportDraft, label: string) {
  if (issue.kind === 'match') {
    return issue.issue && ({ kind: 'known', issueId: issue.issue.id } as const);
  }
  const target = issue.kind === 'create' ? (issue.target ?? draft.newIssues) : null;
  if (target === null) return null;
  return {
    kind: 'new',
    issue: { ...target, label, summary: summary.trim(), description, assignee: owner },
  } as const;
}
