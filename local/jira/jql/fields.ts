/** The fields JQL knows here, and what their values on an issue are. */
import type { Clause } from '@atlaskit/jql-ast';
import type { Json } from '../../contracts';
import {
  ISSUE_TYPES,
  PRIORITIES,
  RESOLUTIONS,
  SECURITY_LEVELS,
  SPRINT,
  STATUS_CATEGORIES,
  STATUSES,
  statusOf,
  STORY_POINTS,
} from '../../site/catalogue';
import type { Issue } from '../../site/model';
import { visibleIssue, visibleProjects, type Caller } from '../../site/permissions';
import { Refused } from '../../site/serve';
import type { Site } from '../../site/site';
import { adfText } from '../changelog';

export interface Searcher {
  readonly site: Site;
  readonly caller: Caller;
  /** What stands in for the app's functions in the query. */
  readonly fragments?: ReadonlyMap<Clause, Clause>;
  /** Inside of such a fragment. */
  readonly inFragment?: boolean;
}

/**
 * A field of JQL. `reference` compares ids: `resolve` turns what was written into ids or null when there is no such
 * value; `keyword` compares text as it is; the rest are compared by size or searched in.
 */
export type JqlField =
  | {
      readonly kind: 'reference';
      readonly values: (issue: Issue) => readonly string[];
      readonly resolve: (value: string) => readonly string[] | null;
      readonly missing?: (value: string) => string;
    }
  | { readonly kind: 'keyword'; readonly values: (issue: Issue) => readonly string[] }
  | { readonly kind: 'text'; readonly values: (issue: Issue) => readonly string[] }
  | { readonly kind: 'date' | 'number'; readonly values: (issue: Issue) => readonly number[] };

function some<T>(value: T | null | undefined): readonly T[] {
  return value === null || value === undefined ? [] : [value];
}

function named(
  list: readonly { readonly id: string | number; readonly name: string; readonly key?: string }[],
) {
  return (value: string): readonly string[] | null => {
    const wanted = value.toLowerCase();
    const hits = list.filter(
      (one) => String(one.id) === value || one.name.toLowerCase() === wanted || one.key === wanted,
    );
    return hits.length === 0 ? null : hits.map((one) => String(one.id));
  };
}

function person({ site }: Searcher, pick: (issue: Issue) => string | null): JqlField {
  return {
    kind: 'reference',
    values: (issue) => some(pick(issue)),
    resolve(value) {
      const wanted = value.toLowerCase();
      const hits = site.store.state.users.filter(
        (user) =>
          user.accountId === value || user.displayName.toLowerCase() === wanted || user.email === wanted,
      );
      return hits.length === 0 ? null : hits.map((user) => user.accountId);
    },
  };
}

function issueField(searcher: Searcher, name: string, pick: (issue: Issue) => string | null): JqlField {
  return {
    kind: 'reference',
    values: (issue) => some(pick(issue)),
    resolve: (value) => {
      const issue = visibleIssue(searcher.site, searcher.caller, value);
      return issue ? [issue.id] : null;
    },
    missing: (value) =>
      /^\d+$/.test(value)
        ? `A value with ID '${value}' does not exist for the field '${name}'.`
        : `An issue with key '${value}' does not exist for field '${name}'.`,
  };
}

function dateOf(pick: (issue: Issue) => number | null): JqlField {
  return { kind: 'date', values: (issue) => some(pick(issue)) };
}

function numberOf(pick: (issue: Issue) => number | null): JqlField {
  return { kind: 'number', values: (issue) => some(pick(issue)) };
}

function textOf(pick: (issue: Issue) => string): JqlField {
  return { kind: 'text', values: (issue) => some(pick(issue) || null) };
}

const MAKERS: { readonly [name: string]: (searcher: Searcher, written: string) => JqlField } = {
  key: (s, written) => issueField(s, written, (issue) => issue.id),
  parent: (s, written) => issueField(s, written, (issue) => issue.parentId),
  project: (s) => ({
    kind: 'reference',
    values: (issue) => [issue.projectId],
    resolve: named(visibleProjects(s.site, s.caller).map((one) => ({ ...one, key: one.key.toLowerCase() }))),
  }),
  issuetype: () => ({ kind: 'reference', values: (issue) => [issue.typeId], resolve: named(ISSUE_TYPES) }),
  status: () => ({ kind: 'reference', values: (issue) => [issue.statusId], resolve: named(STATUSES) }),
  statusCategory: () => ({
    kind: 'reference',
    values: (issue) =>
      STATUS_CATEGORIES.filter((one) => one.key === statusOf(issue.statusId).category).map((one) =>
        String(one.id),
      ),
    resolve: named(STATUS_CATEGORIES),
  }),
  resolution: () => ({
    kind: 'reference',
    values: (issue) => some(issue.resolutionId),
    resolve: named(RESOLUTIONS),
  }),
  priority: () => ({ kind: 'reference', values: (issue) => [issue.priorityId], resolve: named(PRIORITIES) }),
  level: () => ({
    kind: 'reference',
    values: (issue) => some(issue.securityLevelId),
    resolve: named(SECURITY_LEVELS),
  }),
  assignee: (s) => person(s, (issue) => issue.assigneeId),
  reporter: (s) => person(s, (issue) => issue.reporterId),
  creator: (s) => person(s, (issue) => issue.creatorId),
  labels: () => ({ kind: 'keyword', values: (issue) => issue.labels }),
  Sprint: (s) => ({
    kind: 'reference',
    values: (issue) => issue.sprintIds.map(String),
    resolve: named(s.site.store.state.sprints),
  }),
  summary: () => textOf((issue) => issue.summary),
  description: () => textOf((issue) => adfText(issue.description)),
  text: () => textOf((issue) => `${issue.summary} ${adfText(issue.description)}`),
  created: () => dateOf((issue) => issue.created),
  updated: () => dateOf((issue) => issue.updated),
  resolved: () => dateOf((issue) => issue.resolved),
  statusCategoryChangedDate: () => dateOf((issue) => issue.statusChanged),
  due: () => dateOf((issue) => (issue.dueDate === null ? null : Date.parse(`${issue.dueDate}T00:00:00Z`))),
  'Story Points': () => numberOf((issue) => issue.storyPoints),
  originalEstimate: () => numberOf((issue) => issue.originalEstimate),
  remainingEstimate: () => numberOf((issue) => issue.remainingEstimate),
  timespent: () => numberOf((issue) => issue.timeSpent),
};

const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['issue', 'key'],
  ['issuekey', 'key'],
  ['id', 'key'],
  ['type', 'issuetype'],
  ['createddate', 'created'],
  ['updateddate', 'updated'],
  ['resolutiondate', 'resolved'],
  ['duedate', 'due'],
  ['timeoriginalestimate', 'originalEstimate'],
  ['timeestimate', 'remainingEstimate'],
  [`cf[${STORY_POINTS.slice(12)}]`, 'Story Points'],
  [`cf[${SPRINT.slice(12)}]`, 'Sprint'],
];
const ALIASES = new Map([
  ...Object.keys(MAKERS).map((name) => [name.toLowerCase(), name] as const),
  ...OTHER_NAMES,
]);

export function unknownField(written: string): Refused {
  return new Refused(400, `Field '${written}' does not exist or you do not have permission to view it.`);
}

/** A field by the name written in the query, for example `type` or `waymark.keyResults`. */
export function fieldNamed(searcher: Searcher, written: string): JqlField {
  const maker = MAKERS[ALIASES.get(written.toLowerCase()) ?? ''];
  if (maker) return maker(searcher, written);
  const alias = searcher.site.declared.searchable.find(
    (one) => one.alias?.toLowerCase() === written.toLowerCase(),
  );
  if (alias) return propertyField(searcher, alias.propertyKey, alias.path, written);
  throw unknownField(written);
}

/** `issue.property[key].path`: only what the app declared searchable can be searched, as on a site. */
export function propertyField(searcher: Searcher, key: string, path: string, written: string): JqlField {
  const declared = searcher.site.declared.searchable.find(
    (one) => one.propertyKey === key && one.path === path,
  );
  if (!declared) throw unknownField(written);
  const values = (issue: Issue) => leaves(issue.properties[key], path.split('.'));
  const texts = (issue: Issue) =>
    values(issue)
      .filter((value) => value !== null)
      .map(String);
  if (declared.type === 'number')
    return { kind: 'number', values: (issue) => values(issue).map(Number).filter(Number.isFinite) };
  if (declared.type === 'date')
    return { kind: 'date', values: (issue) => texts(issue).map(Date.parse).filter(Number.isFinite) };
  return { kind: declared.type === 'text' ? 'text' : 'keyword', values: texts };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function leaves(
  value: Json | undefined,
  path: readonly string[],
): readonly (string | number | boolean | null)[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [value] : [];
  if (isList(value)) return value.flatMap((one) => leaves(one, path));
  const [head, ...rest] = path;
  return head === undefined || !Object.hasOwn(value, head) ? [] : leaves(value[head], rest);
}

/** How two issues stand by a field, for ORDER BY; null when nothing can be sorted by it. */
export function sorterNamed(searcher: Searcher, written: string): (issue: Issue) => string | number {
  const name = ALIASES.get(written.toLowerCase()) ?? (written.toLowerCase() === 'rank' ? 'key' : undefined);
  if (name === undefined) throw unknownField(written);
  if (name === 'key') return (issue) => keyOrder(issue.key);
  if (name === 'text' || name === 'labels')
    throw new Refused(400, `Not able to sort using field '${written}'.`);
  const field = fieldNamed(searcher, name);
  if (field.kind === 'date' || field.kind === 'number') return (issue) => field.values(issue)[0] ?? -Infinity;
  if (name === 'assignee' || name === 'reporter' || name === 'creator') {
    return (issue) => searcher.site.store.user(String(field.values(issue)[0] ?? ''))?.displayName ?? '';
  }
  return (issue) => field.values(issue).map(String)[0] ?? '';
}

function keyOrder(key: string): string {
  const [project = '', number = ''] = key.split('-');
  return `${project}-${number.padStart(9, '0')}`;
}

/** The names of Jira's own fields here, for suggestions. */
export function fieldNames(): readonly string[] {
  return Object.keys(MAKERS);
}
