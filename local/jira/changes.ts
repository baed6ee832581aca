/** Changing issues: every change is in the changelog, moves `updated` and tells the app. */
import type { Json } from '../contracts';
import { issueType, RESOLVED_DONE, statusOf, TO_DO } from '../site/catalogue';
import type { Change, Issue, Project } from '../site/model';
import type { Caller } from '../site/permissions';
import { Refused } from '../site/serve';
import type { Site } from '../site/site';
import { changesBetween, type Edit } from './changelog';
import { associatedUsers, eventHead, eventIssue } from './events';
import { changeJson } from './issue-json';
import { projectRef, statusJson } from './represent';

/**
 * Applies an edit: one changelog entry for what really changed, one `avi:jira:updated:issue`. Nothing changed: nothing
 * happens, as in Jira.
 */
export function editIssue(site: Site, caller: Caller, issue: Issue, edit: Edit): void {
  const before = structuredClone(issue);
  Object.assign(issue, edit);
  if (edit.statusId !== undefined && edit.statusId !== before.statusId)
    followStatus(site, issue, before, edit);
  const changes = changesBetween(site, before, issue);
  if (changes.length > 0) commitChange(site, caller, issue, changes, before);
}

/** What Jira's workflow does by itself: a resolution on entering Done, none on leaving it. */
function followStatus(site: Site, issue: Issue, before: Issue, edit: Edit): void {
  const done = statusOf(issue.statusId).category === 'done';
  if (done && issue.resolutionId === null) throw new Error('A done issue needs a resolution.');
  if (!done && edit.resolutionId === undefined) issue.resolutionId = null;
  if (statusOf(issue.statusId).category !== statusOf(before.statusId).category)
    issue.statusChanged = site.now();
  issue.resolved = issue.resolutionId === null ? null : site.now();
}

/** Writes one changelog entry and tells the app. */
export function commitChange(
  site: Site,
  caller: Caller,
  issue: Issue,
  changes: Change[],
  before: Issue,
): void {
  const id = String(site.store.nextId());
  const at = site.now();
  issue.updated = at;
  issue.histories.push({ id, authorId: caller.user.accountId, created: at, changes });
  site.store.changed();

  const moved = changes.some((change) => change.field === 'status');
  const resolved = before.resolutionId === null && issue.resolutionId !== null;
  const people = [caller.user.accountId, before.assigneeId, issue.assigneeId].filter((one) => one !== null);
  site.emit('avi:jira:updated:issue', {
    ...eventHead(site, caller, 'avi:jira:updated:issue'),
    jiraEventTypeName: resolved
      ? 'issue_resolved'
      : changes.some((c) => c.field === 'project')
        ? 'issue_moved'
        : moved
          ? 'issue_generic'
          : 'issue_updated',
    issue: eventIssue(site, caller, issue),
    changelog: { id, items: changes.map(changeJson) },
    associatedUsers: associatedUsers(
      site,
      changes.some((c) => c.field === 'assignee') ? people : [caller.user.accountId],
    ),
    ...(moved
      ? { associatedStatuses: [before.statusId, issue.statusId].map((status) => statusJson(site, status)) }
      : {}),
  });
}

export interface NewIssue extends Edit {
  readonly project: Project;
  readonly typeId: string;
  readonly summary: string;
  readonly properties: Issue['properties'];
}

export function createIssue(site: Site, caller: Caller, wanted: NewIssue): Issue {
  const { project, properties, ...rest } = wanted;
  const at = site.now();
  project.lastNumber += 1;
  const issue: Issue = {
    id: String(site.store.nextId()),
    key: `${project.key}-${String(project.lastNumber)}`,
    projectId: project.id,
    formerKeys: [],
    description: null,
    statusId: TO_DO,
    resolutionId: null,
    priorityId: '3',
    assigneeId: null,
    reporterId: caller.user.accountId,
    creatorId: caller.user.accountId,
    labels: [],
    parentId: null,
    storyPoints: null,
    originalEstimate: null,
    remainingEstimate: null,
    timeSpent: null,
    dueDate: null,
    sprintIds: [],
    securityLevelId: null,
    created: at,
    updated: at,
    resolved: null,
    statusChanged: at,
    histories: [],
    comments: [],
    ...rest,
    properties,
  };
  site.store.state.issues.push(issue);
  site.store.changed();
  site.emit('avi:jira:created:issue', {
    ...eventHead(site, caller, 'avi:jira:created:issue'),
    jiraEventTypeName: 'issue_created',
    issue: eventIssue(site, caller, issue),
    associatedUsers: associatedUsers(site, [caller.user.accountId]),
  });
  return issue;
}

/** Sub-tasks go with it and send nothing of their own; other children lose their parent, silently too. */
export function deleteIssue(site: Site, caller: Caller, issue: Issue, withSubtasks: boolean): void {
  const children = site.store.childrenOf(issue.id);
  const subtasks = children.filter((child) => issueType(child.typeId).level < 0);
  if (subtasks.length > 0 && !withSubtasks) {
    throw new Refused(
      400,
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  // While the issue is still there: an event's filter reads the issue's properties as the event happens.
  site.emit('avi:jira:deleted:issue', {
    ...eventHead(site, caller, 'avi:jira:deleted:issue'),
    issue: eventIssue(site, caller, issue),
    associatedUsers: associatedUsers(site, [caller.user.accountId]),
  });
  const gone = new Set([issue, ...subtasks]);
  for (const child of children) if (!gone.has(child)) child.parentId = null;
  const { state } = site.store;
  state.issues = state.issues.filter((one) => !gone.has(one));
  site.store.changed();
}

/** To the trash (`enableUndo`, Jira's default) or for good: one event for the project, none for its issues. */
export function deleteProject(site: Site, caller: Caller, project: Project, undoable: boolean): void {
  const { state } = site.store;
  const gone = new Set(state.issues.filter((one) => one.projectId === project.id).map((one) => one.id));
  state.issues = state.issues.filter((one) => !gone.has(one.id));
  for (const issue of state.issues)
    if (issue.parentId !== null && gone.has(issue.parentId)) issue.parentId = null;
  const boards = new Set(state.boards.filter((one) => one.projectId === project.id).map((one) => one.id));
  state.sprints = state.sprints.filter((one) => !boards.has(one.boardId));
  state.boards = state.boards.filter((one) => !boards.has(one.id));
  state.projects = state.projects.filter((one) => one.id !== project.id);
  site.store.changed();
  const name = undoable ? 'avi:jira:softdeleted:project' : 'avi:jira:deleted:project';
  site.emit(name, {
    ...eventHead(site, caller, name),
    project: { ...projectRef(site, project), id: Number(project.id) },
  });
}

/** A new key in another project, the same id; the old key still finds it. Sub-tasks move along. */
export function moveIssue(
  site: Site,
  caller: Caller,
  issue: Issue,
  target: Project,
  statusId?: string,
): void {
  const before = structuredClone(issue);
  const from = site.store.project(issue.projectId);
  if (!from || from.id === target.id) return;
  target.lastNumber += 1;
  issue.formerKeys.push(issue.key);
  issue.key = `${target.key}-${String(target.lastNumber)}`;
  issue.projectId = target.id;
  const changes: Change[] = [
    {
      field: 'project',
      fieldId: 'project',
      fieldtype: 'jira',
      from: from.id,
      fromText: from.name,
      to: target.id,
      toText: target.name,
    },
    { field: 'Key', fieldtype: 'jira', from: null, fromText: before.key, to: null, toText: issue.key },
  ];
  if (statusId !== undefined && statusId !== before.statusId) {
    const done = statusOf(statusId).category === 'done';
    const edit: Edit = { statusId, resolutionId: done ? (before.resolutionId ?? RESOLVED_DONE) : null };
    Object.assign(issue, edit);
    followStatus(site, issue, before, edit);
    changes.push(...changesBetween(site, before, issue));
  }
  commitChange(site, caller, issue, changes, before);
  for (const child of site.store.childrenOf(issue.id)) {
    if (issueType(child.typeId).level < 0) moveIssue(site, caller, child, target);
  }
}

const MAX_PROPERTY = 32_768;

/** Sets or, with `undefined`, removes an issue property; answers whether there was one before. */
export function setProperty(
  site: Site,
  caller: Caller,
  issue: Issue,
  key: string,
  value: Json | undefined,
): boolean {
  if (key.length > 255) throw new Refused(400, 'The property key cannot be longer than 255 characters.');
  if (value !== undefined && JSON.stringify(value).length > MAX_PROPERTY) {
    throw new Refused(400, `The property value cannot be longer than ${String(MAX_PROPERTY)} characters.`);
  }
  const had = Object.hasOwn(issue.properties, key);
  const others = Object.fromEntries(Object.entries(issue.properties).filter(([name]) => name !== key));
  issue.properties = value === undefined ? others : { ...others, [key]: value };
  site.store.changed();
  const name = value === undefined ? 'avi:jira:deleted:issue-property' : 'avi:jira:set:issue-property';
  site.emit(name, {
    ...eventHead(site, caller, name),
    issue: { id: issue.id, key: issue.key },
    property: { key, ...(value === undefined ? {} : { value }) },
  });
  return had;
}
