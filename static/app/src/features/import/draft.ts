import { addDays, daysBetween, earlierOf, laterOf, type LocalDate } from '../../../../../src/domain/dates';
import type { AccountId, IssueId, ProjectId } from '../../../../../src/domain/ids';
import { readSaidMetric } from '../../../../../src/domain/said-metric';
import { emptyKeyResult, type KeyResultDraft } from '../objective/key-result-draft';
import { saidDraft } from '../objective/said-draft';
import type { FoundDocument, FoundInitiative, FoundKeyResult, FoundObjective } from './document';
import { namesIn } from './owner-names';
import { readColumns } from './said-columns';
import { manyLines, noteLength, oneLine, shortened, titleLength } from './texts';

/** Where new Jira issues are made, and as what. */
export type IssueTarget = { projectId: ProjectId; typeId: string };
/** What becomes of an initiative in Jira. `target` null: as said for all new issues. */
export type IssueChoice =
  | { kind: 'create'; target: IssueTarget | null }
  | { kind: 'match'; issue: { id: IssueId; key: string; summary: string } | null }
  | { kind: 'leave-out' };

export type ObjectiveDraft = { title: string; why: string; owner: AccountId | null };
export type InitiativeDraft = {
  summary: string;
  description: string;
  owner: AccountId | null;
  issue: IssueChoice;
  /** Paths of the key results it will serve, as the person chose; null: as the document, or an earlier import, says. */
  serves: string[] | null;
};

export type ItemDrafts = {
  objectives: ObjectiveDraft;
  keyResults: KeyResultDraft;
  initiatives: InitiativeDraft;
};

/** Drafts by the path of their item in the document. */
export type ItemMaps = { [K in keyof ItemDrafts]: ReadonlyMap<string, ItemDrafts[K]> };

/** What a person has made of a document so far; items by their path in it. */
export type ImportDraft = ItemMaps & {
  /** Who a name in the document is; a name that is missing is nobody. */
  people: ReadonlyMap<string, AccountId>;
  newIssues: IssueTarget | null;
};

/** Words put around what a document says, where it goes into one text. */
export type Wrap = { name: (name: string) => string; owner: (owner: string) => string };
export type CycleDays = { startsOn: LocalDate; endsOn: LocalDate };

/** The draft a document starts with: everything as it is written, numbers only where a sentence says them. */
export function draftOf(
  { objectives }: FoundDocument,
  cycle: CycleDays,
  today: LocalDate,
  locale: string,
  wrap: Wrap,
): ImportDraft {
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const initiatives = objectives.flatMap((objective) => objective.initiatives);
  return {
    objectives: new Map(objectives.map((found) => [found.path, objectiveDraft(found, wrap)])),
    keyResults: new Map(
      keyResults.map((found) => [found.path, keyResultDraft(found, cycle, today, locale, wrap)]),
    ),
    initiatives: new Map(initiatives.map((found) => [found.path, initiativeDraft(found, wrap)])),
    people: new Map(),
    newIssues: null,
  };
}

/** The same draft in another cycle: its dates follow, and so does a find-by day nobody chose. */
export function inCycle(draft: ImportDraft, from: CycleDays, to: CycleDays, today: LocalDate): ImportDraft {
  const before = findBy(from, today);
  return {
    ...draft,
    keyResults: new Map(
      [...draft.keyResults].map(([path, keyResult]) => [
        path,
        {
          ...keyResult,
          startsOn: to.startsOn,
          dueOn: to.endsOn,
          onceOn: to.endsOn,
          findBy: keyResult.findBy === before ? findBy(to, today) : keyResult.findBy,
        },
      ]),
    ),
  };
}

/** Says who a name in the document is: everything that names them first is theirs. */
export function withPerson(
  draft: ImportDraft,
  { objectives }: FoundDocument,
  name: string,
  person: AccountId | null,
): ImportDraft {
  const people = new Map(draft.people);
  if (person === null) people.delete(name);
  else people.set(name, person);
  const found = objectives.flatMap((objective) => [
    objective,
    ...objective.keyResults,
    ...objective.initiatives,
  ]);
  const theirs = new Set(found.filter(({ owner }) => namesIn(owner)[0] === name).map(({ path }) => path));
  const own = <T extends { owner: AccountId | null }>(drafts: ReadonlyMap<string, T>) =>
    new Map(
      [...drafts].map(([path, one]) => [path, theirs.has(path) ? { ...one, owner: person } : one] as const),
    );
  return {
    ...draft,
    people,
    objectives: own(draft.objectives),
    keyResults: own(draft.keyResults),
    initiatives: own(draft.initiatives),
  };
}

function objectiveDraft({ title, why, owner }: FoundObjective, wrap: Wrap): ObjectiveDraft {
  const { head, whole } = headOf(title);
  return { title: head, why: joined([whole, why, owner && wrap.owner(owner)]), owner: null };
}

function keyResultDraft(
  found: FoundKeyResult,
  cycle: CycleDays,
  today: LocalDate,
  locale: string,
  wrap: Wrap,
): KeyResultDraft {
  const { sentence, priority, owner, notes } = found;
  const name = [priority, sentence === '' ? null : found.title].filter((part) => part !== null).join(': ');
  const { head, whole } = headOf(sentence === '' ? found.title : sentence);
  const columns = found.said && readColumns(found.said, locale);
  return {
    ...emptyKeyResult({ startsOn: cycle.startsOn, dueOn: cycle.endsOn }, null),
    title: head,
    metric: 'not-measurable-yet',
    findBy: findBy(cycle, today),
    definition: joined([
      name && wrap.name(name),
      whole,
      notes,
      ...(columns?.left ?? []),
      owner && wrap.owner(owner),
    ]),
    ...numbersIn(`${found.title} ${sentence}`, cycle, locale),
    ...columns?.draft,
  };
}

function initiativeDraft({ title, priority, notes, owner }: FoundInitiative, wrap: Wrap): InitiativeDraft {
  const { head, whole } = headOf(title);
  return {
    summary: head,
    description: [whole, priority && wrap.name(priority), manyLines(notes), owner && wrap.owner(owner)]
      .filter(Boolean)
      .join('\n\n'),
    owner: null,
    issue: { kind: 'create', target: null },
    serves: null,
  };
}

/** The text as a title; `whole` is '' unless it had to be shortened for that. */
function headOf(text: string): { head: string; whole: string } {
  const line = oneLine(text);
  const head = shortened(line, titleLength);
  return { head, whole: head === line ? '' : line };
}

function joined(parts: (string | null)[]): string {
  const text = parts
    .map((part) => manyLines(part ?? ''))
    .filter((part) => part !== '')
    .join('\n\n');
  return shortened(text, noteLength);
}

/** The end of the cycle's first third; when that is past, two weeks from today; never after the cycle. */
function findBy({ startsOn, endsOn }: CycleDays, today: LocalDate): LocalDate {
  const third = addDays(startsOn, Math.round(daysBetween(startsOn, endsOn) / 3));
  return earlierOf(endsOn, third < today ? laterOf(third, addDays(today, 14)) : third);
}

/** Numbers only where a sentence says both ends: a document's author is not here to be asked. Days are the cycle's. */
function numbersIn(text: string, { startsOn, endsOn }: CycleDays, locale: string): Partial<KeyResultDraft> {
  const said = readSaidMetric(text, { startsOn, dueOn: endsOn });
  const isWhole = said.start !== null && said.target !== null && said.behaviour?.kind !== 'running-total';
  return isWhole ? saidDraft({ ...said, dueOn: null }, locale) : {};
}
