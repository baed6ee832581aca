/** How Jira writes an issue: only the fields asked for, and only what the caller may see. */
import type { Json } from '../contracts';
import { FIELDS, issueType, SECURITY_LEVELS, SPRINT, statusOf, STORY_POINTS } from '../site/catalogue';
import type { History, Issue, Sprint } from '../site/model';
import { maySee, type Caller } from '../site/permissions';
import { NotModelled } from '../site/serve';
import type { Site } from '../site/site';
import {
  categoryJson,
  jiraTime,
  priorityJson,
  projectRef,
  resolutionJson,
  statusJson,
  typeById,
  userById,
} from './represent';

type JsonObject = { readonly [key: string]: Json };
type FieldWriter = (site: Site, caller: Caller, issue: Issue) => Json;

const SECONDS_PER_HOUR = 3_600;

/** Jira's short form of a duration, with days of eight hours: `1d 4h`. */
function duration(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR);
  const parts = [
    [Math.floor(hours / 8), 'd'],
    [hours % 8, 'h'],
    [Math.round((seconds % SECONDS_PER_HOUR) / 60), 'm'],
  ] as const;
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${String(n)}${unit}`] : [])).join(' ') || '0m';
}

export function sprintJson(sprint: Sprint): JsonObject {
  return {
    id: sprint.id,
    name: sprint.name,
    state: sprint.state,
    boardId: sprint.boardId,
    goal: sprint.goal,
    ...(sprint.startDate === null ? {} : { startDate: new Date(sprint.startDate).toISOString() }),
    ...(sprint.endDate === null ? {} : { endDate: new Date(sprint.endDate).toISOString() }),
    ...(sprint.completeDate === null ? {} : { completeDate: new Date(sprint.completeDate).toISOString() }),
  };
}

/** A parent or sub-task inside another issue. */
function brief(site: Site, issue: Issue): Json {
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.siteUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      status: statusJson(site, issue.statusId),
      priority: priorityJson(site, issue.priorityId),
      issuetype: typeById(site, issue.typeId),
    },
  };
}

function parentJson(site: Site, caller: Caller, issue: Issue): Json {
  const parent = issue.parentId === null ? undefined : site.store.issue(issue.parentId);
  return parent && maySee(site, caller, parent) ? brief(site, parent) : null;
}

function subtasksJson(site: Site, caller: Caller, issue: Issue): Json {
  return site.store
    .childrenOf(issue.id)
    .filter((child) => issueType(child.typeId).level < 0 && maySee(site, caller, child))
    .map((child) => brief(site, child));
}

function sprintsJson(site: Site, _caller: Caller, issue: Issue): Json {
  const sprints = site.store.state.sprints.filter((sprint) => issue.sprintIds.includes(sprint.id));
  return sprints.length === 0 ? null : sprints.map(sprintJson);
}

function timeTracking(_site: Site, _caller: Caller, issue: Issue): Json {
  const { originalEstimate, remainingEstimate, timeSpent } = issue;
  return {
    ...(originalEstimate === null
      ? {}
      : { originalEstimate: duration(originalEstimate), originalEstimateSeconds: originalEstimate }),
    ...(remainingEstimate === null
      ? {}
      : { remainingEstimate: duration(remainingEstimate), remainingEstimateSeconds: remainingEstimate }),
    ...(timeSpent === null ? {} : { timeSpent: duration(timeSpent), timeSpentSeconds: timeSpent }),
  };
}

function securityJson(site: Site, _caller: Caller, issue: Issue): Json {
  const level = SECURITY_LEVELS.find((one) => one.id === issue.securityLevelId);
  if (!level) return null;
  const { id, name, description } = level;
  return { self: `${site.siteUrl}/rest/api/3/securitylevel/${id}`, id, name, description };
}

const WRITERS: { readonly [field: string]: FieldWriter } = {
  summary: (_site, _caller, issue) => issue.summary,
  description: (_site, _caller, issue) => issue.description,
  issuetype: (site, _caller, issue) => typeById(site, issue.typeId),
  project: (site, _caller, issue) => {
    const project = site.store.project(issue.projectId);
    return project ? projectRef(site, project) : null;
  },
  status: (site, _caller, issue) => statusJson(site, issue.statusId),
  statusCategory: (site, _caller, issue) => categoryJson(site, statusOf(issue.statusId).category),
  statuscategorychangedate: (_site, _caller, issue) => jiraTime(issue.statusChanged),
  resolution: (site, _caller, issue) =>
    issue.resolutionId === null ? null : resolutionJson(site, issue.resolutionId),
  resolutiondate: (_site, _caller, issue) => (issue.resolved === null ? null : jiraTime(issue.resolved)),
  priority: (site, _caller, issue) => priorityJson(site, issue.priorityId),
  assignee: (site, _caller, issue) => userById(site, issue.assigneeId),
  reporter: (site, _caller, issue) => userById(site, issue.reporterId),
  creator: (site, _caller, issue) => userById(site, issue.creatorId),
  labels: (_site, _caller, issue) => issue.labels,
  parent: parentJson,
  subtasks: subtasksJson,
  created: (_site, _caller, issue) => jiraTime(issue.created),
  updated: (_site, _caller, issue) => jiraTime(issue.updated),
  duedate: (_site, _caller, issue) => issue.dueDate,
  security: securityJson,
  timeoriginalestimate: (_site, _caller, issue) => issue.originalEstimate,
  timeestimate: (_site, _caller, issue) => issue.remainingEstimate,
  timespent: (_site, _caller, issue) => issue.timeSpent,
  timetracking: timeTracking,
  [SPRINT]: sprintsJson,
  [STORY_POINTS]: (_site, _caller, issue) => issue.storyPoints,
};

/** The ids of the fields a `fields` list asks for: names, `*all`, `*navigable`, `-name`. Unknown names are ignored. */
export function fieldIds(asked: readonly string[]): readonly string[] {
  const all = FIELDS.map((field) => field.id);
  const navigable = FIELDS.filter((field) => field.navigable !== false).map((field) => field.id);
  const wanted = new Set<string>();
  if (asked.every((name) => name.startsWith('-'))) navigable.forEach((id) => wanted.add(id));
  for (const name of asked) {
    if (name === '*all') all.forEach((id) => wanted.add(id));
    else if (name === '*navigable') navigable.forEach((id) => wanted.add(id));
    else if (name.startsWith('-')) wanted.delete(name.slice(1));
    else if (all.includes(name)) wanted.add(name);
  }
  return [...wanted];
}

export function fieldsJson(site: Site, caller: Caller, issue: Issue, ids: readonly string[]): JsonObject {
  const written = ids.flatMap((id) => {
    const value = WRITERS[id]?.(site, caller, issue);
    // Jira leaves `parent` out where there is none; every other empty field is null.
    return value === undefined || (id === 'parent' && value === null) ? [] : [[id, value] as const];
  });
  return Object.fromEntries(written);
}

/** One entry of a changelog; `epoch` as changelog/bulkfetch writes it, else a date. */
export function historyJson(site: Site, history: History, epoch: boolean): JsonObject {
  return {
    id: history.id,
    author: userById(site, history.authorId) ?? {},
    created: epoch ? history.created : jiraTime(history.created),
    items: history.changes.map(changeJson),
  };
}

export function changeJson(change: History['changes'][number]): JsonObject {
  return {
    field: change.field,
    fieldtype: change.fieldtype,
    ...(change.fieldId === undefined ? {} : { fieldId: change.fieldId }),
    from: change.from,
    fromString: change.fromText,
    to: change.to,
    toString: change.toText,
  };
}

export interface IssueView {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
}

const EXPANDED = new Set(['changelog', 'names', 'transitions']);

/** A whole issue. `transitions` must be handed in by who knows them. */
export function issueJson(
  site: Site,
  caller: Caller,
  issue: Issue,
  view: IssueView,
  transitions?: (issue: Issue) => Json,
): JsonObject {
  const unknown = view.expand.find((name) => !EXPANDED.has(name));
  if (unknown !== undefined) throw new NotModelled(`expand=${unknown} on issues`);
  const ids = fieldIds(view.fields);
  const names = Object.fromEntries(FIELDS.filter((f) => ids.includes(f.id)).map((f) => [f.id, f.name]));
  const properties = view.properties.flatMap((key) => {
    const value = issue.properties[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const histories = [...issue.histories].reverse();
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${site.siteUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(ids.length === 0 ? {} : { fields: fieldsJson(site, caller, issue, ids) }),
    ...(view.properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(view.expand.includes('names') ? { names } : {}),
    ...(view.expand.includes('transitions') && transitions ? { transitions: transitions(issue) } : {}),
    ...(view.expand.includes('changelog')
      ? {
          changelog: {
            startAt: 0,
            maxResults: histories.length,
            total: histories.length,
            histories: histories.map((history) => historyJson(site, history, false)),
          },
        }
      : {}),
  };
}
