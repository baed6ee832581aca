/** Who may do what. Everything a service answers about permission is asked here. */
import {
  ADMINISTRATORS,
  GLOBAL_PERMISSIONS,
  PROJECT_PERMISSIONS,
  SECURITY_LEVELS,
  type ProjectPermission,
} from './catalogue';
import type { Issue, Project, Space, User } from './model';
import type { Site } from './site';

/** Who asks: a person, or the app in its own name. */
export interface Caller {
  readonly kind: 'user' | 'app';
  readonly user: User;
}

function isOneOf(user: User, actors: readonly string[]): boolean {
  return actors.some((actor) =>
    actor.startsWith('group:') ? user.groups.includes(actor.slice(6)) : actor === `user:${user.accountId}`,
  );
}

export function isProjectPermission(key: string): key is ProjectPermission {
  return Object.hasOwn(PROJECT_PERMISSIONS, key);
}

/** Apps are in every project's role for apps, which holds everything a member may do and more. */
export function holds(caller: Caller, permission: ProjectPermission, project: Project): boolean {
  if (caller.kind === 'app') return true;
  return PROJECT_PERMISSIONS[permission].some((role) => isOneOf(caller.user, project.roles[role]));
}

function passesSecurity(caller: Caller, issue: Issue): boolean {
  if (issue.securityLevelId === null) return true;
  const level = SECURITY_LEVELS.find((one) => one.id === issue.securityLevelId);
  if (caller.kind === 'app') return level?.apps === true;
  if (issue.reporterId === caller.user.accountId) return true;
  return level !== undefined && caller.user.groups.includes(level.group);
}

/** A permission on one issue; none without seeing it. */
export function holdsOnIssue(
  site: Site,
  caller: Caller,
  permission: ProjectPermission,
  issue: Issue,
): boolean {
  const project = site.store.project(issue.projectId);
  return (
    project !== undefined &&
    holds(caller, 'BROWSE_PROJECTS', project) &&
    passesSecurity(caller, issue) &&
    holds(caller, permission, project)
  );
}

export function maySee(site: Site, caller: Caller, issue: Issue): boolean {
  return holdsOnIssue(site, caller, 'BROWSE_PROJECTS', issue);
}

/** The issue, or undefined when there is none or the caller may not see it: Jira tells nobody which. */
export function visibleIssue(site: Site, caller: Caller, idOrKey: string): Issue | undefined {
  const issue = site.store.issue(idOrKey);
  return issue && maySee(site, caller, issue) ? issue : undefined;
}

export function visibleProjects(site: Site, caller: Caller): readonly Project[] {
  return site.store.state.projects.filter((project) => holds(caller, 'BROWSE_PROJECTS', project));
}

/** The groups that hold a global permission, Jira's own or one of the app's; null when there is no such permission. */
export function groupsHolding(site: Site, key: string): readonly string[] | null {
  const own = GLOBAL_PERMISSIONS[key];
  if (own !== undefined) return [own];
  const prefix = `ari:cloud:ecosystem::extension/${site.declared.appId}/`;
  if (!key.startsWith(prefix)) return null;
  const [, kind, name] = key.slice(prefix.length).split('/');
  const declared = kind === 'static' ? site.declared.permissions.find((one) => one.key === name) : undefined;
  return declared
    ? declared.grants.map((grant) => (grant === 'jira-administrators' ? ADMINISTRATORS : grant))
    : null;
}

export function holdsGlobally(site: Site, caller: Caller, key: string): boolean {
  return groupsHolding(site, key)?.some((group) => caller.user.groups.includes(group)) ?? false;
}

export function maySeeSpace(caller: Caller, space: Space): boolean {
  return caller.kind === 'app' || isOneOf(caller.user, space.viewers);
}
