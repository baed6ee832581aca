import {
  isJiraId,
  isAccountId,
  type AccountId,
  type IssueId,
  type ProjectId,
} from '../../../../src/domain/ids';
import type { StatusCategory } from '../../../../src/domain/initiative';
import { loose } from '../boot/place';

/** What Waymark shows of an issue, read as the viewer. Never stored. */
export type Issue = {
  id: IssueId;
  key: string;
  summary: string;
  /** Name of the type, as the site calls it: Epic, Story. */
  type: string;
  /** Jira's hierarchy: −1 sub-task, 0 story, 1 epic; null when Jira does not say. */
  level: number | null;
  status: string;
  category: StatusCategory;
  resolution: string | null;
  estimateSeconds: number | null;
  projectId: ProjectId | null;
  parent: { id: IssueId; key: string; summary: string; level: number | null } | null;
  /** The day it was resolved or last changed its status category, in UTC; null when open. */
  doneAt: string | null;
};

export type JiraPerson = { accountId: AccountId; name: string; avatar: string | null; active: boolean };

/** The fields `parseIssue` needs. */
export const issueFields = [
  'summary',
  'status',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'issuetype',
  'parent',
  'project',
  'timeoriginalestimate',
];

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function categoryOf(status: unknown): StatusCategory {
  const key = loose(loose(status).statusCategory).key;
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}

/** One issue of a reply; null when it has no id, which Jira never sends. */
function parseIssue(value: unknown): Issue | null {
  const { id, key, fields: rawFields } = loose(value);
  if (!isJiraId<'issue'>(id)) return null;
  const fields = loose(rawFields);
  const parent = loose(fields.parent);
  const parentFields = loose(parent.fields);
  const projectId = loose(fields.project).id;
  const category = categoryOf(fields.status);
  const changed = text(fields.resolutiondate) || text(fields.statuscategorychangedate);
  return {
    id,
    key: text(key),
    summary: text(fields.summary),
    type: text(loose(fields.issuetype).name),
    level: numberOrNull(loose(fields.issuetype).hierarchyLevel),
    status: text(loose(fields.status).name),
    category,
    resolution: text(loose(fields.resolution).name) || null,
    estimateSeconds: numberOrNull(fields.timeoriginalestimate),
    projectId: isJiraId<'project'>(projectId) ? projectId : null,
    parent: isJiraId<'issue'>(parent.id)
      ? {
          id: parent.id,
          key: text(parent.key),
          summary: text(parentFields.summary),
          level: numberOrNull(loose(parentFields.issuetype).hierarchyLevel),
        }
      : null,
    doneAt: category === 'done' ? changed || null : null,
  };
}

/** The issues of a search or bulk reply, and the token of the next page. */
export function parseIssues(value: unknown): { issues: Issue[]; next: string | null } {
  const reply = loose(value);
  const issues = list(reply.issues)
    .map(parseIssue)
    .filter((issue) => issue !== null);
  return { issues, next: text(reply.nextPageToken) || null };
}

/** What kind of work an issue is, as the viewer may see it. */
export type IssueKind = { id: IssueId; type: string; labels: string[] };

/** The fields `parseKinds` needs. */
export const kindFields = ['issuetype', 'labels'];

/** Type and labels of the issues of a bulk reply. */
export function parseKinds(value: unknown): IssueKind[] {
  return list(loose(value).issues).flatMap((issue) => {
    const { id, fields } = loose(issue);
    const { issuetype, labels } = loose(fields);
    if (!isJiraId<'issue'>(id)) return [];
    const named = list(labels).filter((label) => typeof label === 'string');
    return [{ id, type: text(loose(issuetype).name), labels: named }];
  });
}

/** The people of a `user/bulk` page or a plain list of users. */
export function parsePeople(value: unknown): JiraPerson[] {
  const users = Array.isArray(value) ? list(value) : list(loose(value).values);
  return users.flatMap((user) => {
    const { accountId, displayName, avatarUrls, active } = loose(user);
    if (!isAccountId(accountId)) return [];
    const avatar = text(loose(avatarUrls)['48x48']) || null;
    return [{ accountId, name: text(displayName), avatar, active: active !== false }];
  });
}

/** Ids of the issues for which a reply of `permissions/check` grants a permission. */
export function parseGranted(value: unknown, permission: string): ReadonlySet<string> {
  const granted = list(loose(value).projectPermissions).filter(
    (entry) => loose(entry).permission === permission,
  );
  return new Set(granted.flatMap((entry) => list(loose(entry).issues).map(String)));
}
