/** How Jira writes people, projects, statuses and types in its replies. */
import type { Json } from '../contracts';
import {
  found,
  ISSUE_TYPES,
  issueType,
  PRIORITIES,
  RESOLUTIONS,
  STATUS_CATEGORIES,
  statusOf,
  type CategoryKey,
  type IssueType,
} from '../site/catalogue';
import type { Project, User } from '../site/model';
import type { Site } from '../site/site';

type JsonObject = { readonly [key: string]: Json };

/** Jira's own way of writing a moment: `2026-11-20T09:15:00.000+0000`. */
export function jiraTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

export function avatars(site: Site, kind: 'user' | 'project', id: string): JsonObject {
  return Object.fromEntries(
    [16, 24, 32, 48].map((size) => {
      const px = String(size);
      return [`${px}x${px}`, `${site.siteUrl}/_site/avatar/${kind}/${encodeURIComponent(id)}?size=${px}`];
    }),
  );
}

/** A person as issues and changelogs name them; e-mail addresses are hidden, as people's profiles are by default. */
export function userRef(site: Site, user: User): JsonObject {
  return {
    self: `${site.siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: user.accountType,
    avatarUrls: avatars(site, 'user', user.accountId),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

export function userJson(site: Site, user: User): JsonObject {
  return { ...userRef(site, user), locale: user.locale };
}

export function userById(site: Site, accountId: string | null): Json {
  const user = accountId === null ? undefined : site.store.user(accountId);
  return user ? userRef(site, user) : null;
}

export function projectRef(site: Site, project: Project): JsonObject {
  return {
    self: `${site.siteUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: false,
    avatarUrls: avatars(site, 'project', project.key),
  };
}

export function categoryJson(site: Site, key: CategoryKey): JsonObject {
  const category = STATUS_CATEGORIES.find((one) => one.key === key) ?? STATUS_CATEGORIES[0];
  return { self: `${site.siteUrl}/rest/api/3/statuscategory/${String(category.id)}`, ...category };
}

export function statusJson(site: Site, id: string): JsonObject {
  const status = statusOf(id);
  return {
    self: `${site.siteUrl}/rest/api/3/status/${id}`,
    description: '',
    iconUrl: `${site.siteUrl}/_site/icon/status`,
    name: status.name,
    id,
    statusCategory: categoryJson(site, status.category),
  };
}

export function issueTypeJson(site: Site, type: IssueType): JsonObject {
  return {
    self: `${site.siteUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: type.description,
    iconUrl: `${site.siteUrl}/_site/icon/issuetype/${type.id}`,
    name: type.name,
    subtask: type.level < 0,
    hierarchyLevel: type.level,
  };
}

export function typeById(site: Site, id: string): JsonObject {
  return issueTypeJson(site, issueType(id));
}

export function priorityJson(site: Site, id: string): JsonObject {
  const priority = found(PRIORITIES, id, 'priority');
  return {
    self: `${site.siteUrl}/rest/api/3/priority/${id}`,
    iconUrl: `${site.siteUrl}/_site/icon/priority/${id}`,
    name: priority.name,
    id,
  };
}

export function resolutionJson(site: Site, id: string): JsonObject {
  const resolution = found(RESOLUTIONS, id, 'resolution');
  return { self: `${site.siteUrl}/rest/api/3/resolution/${id}`, ...resolution };
}

export function projectJson(site: Site, project: Project): JsonObject {
  const lead = site.store.user(project.leadId);
  return {
    ...projectRef(site, project),
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    description: project.description,
    ...(lead ? { lead: userRef(site, lead) } : {}),
    issueTypes: ISSUE_TYPES.map((type) => issueTypeJson(site, type)),
    assigneeType: 'UNASSIGNED',
    style: 'classic',
    isPrivate: false,
  };
}
