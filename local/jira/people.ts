/** People and what they may do. */
import { z } from 'zod';
import { GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS } from '../site/catalogue';
import type { Project, User } from '../site/model';
import {
  groupsHolding,
  holds,
  holdsGlobally,
  holdsOnIssue,
  isProjectPermission,
  visibleIssue,
  type Caller,
} from '../site/permissions';
import { list, text, whole } from '../site/query';
import { NotModelled, Refused, type Answer, type Asked } from '../site/serve';
import type { Site } from '../site/site';
import { userJson } from './represent';
import type { Json } from '../contracts';

export function getMyself(site: Site, { caller }: Asked): Answer {
  return { status: 200, body: userJson(site, caller.user) };
}

export function getUser(site: Site, { query }: Asked): Answer {
  const user = site.store.user(text(query, 'accountId') ?? '');
  if (!user) throw new Refused(404, 'Specified user does not exist or you do not have required permissions');
  return { status: 200, body: userJson(site, user) };
}

/** Unknown account ids are left out, as on a site. */
export function getUsers(site: Site, { query }: Asked): Answer {
  const startAt = whole(query, 'startAt', 0);
  const maxResults = Math.min(whole(query, 'maxResults', 10), 200);
  const asked = list(query, 'accountId') ?? [];
  const users = [...new Set(asked)].flatMap((id) => site.store.user(id) ?? []);
  const values = users.slice(startAt, startAt + maxResults);
  return {
    status: 200,
    body: {
      self: `${site.siteUrl}/rest/api/3/user/bulk`,
      startAt,
      maxResults,
      total: users.length,
      isLast: startAt + maxResults >= users.length,
      values: values.map((user) => userJson(site, user)),
    },
  };
}

function matching(users: readonly User[], query: string): readonly User[] {
  const wanted = query.trim().toLowerCase();
  return users.filter(
    (user) =>
      user.active &&
      user.accountType === 'atlassian' &&
      (user.accountId === query ||
        user.email.startsWith(wanted) ||
        user.displayName.toLowerCase().startsWith(wanted) ||
        user.displayName
          .toLowerCase()
          .split(' ')
          .some((part) => part.startsWith(wanted))),
  );
}

function pageOf(site: Site, { query }: Asked, users: readonly User[]): Answer {
  const startAt = whole(query, 'startAt', 0);
  const some = users.slice(startAt, startAt + whole(query, 'maxResults', 50));
  return { status: 200, body: some.map((user) => userJson(site, user)) };
}

export function searchUsers(site: Site, asked: Asked): Answer {
  const { query } = asked;
  if (text(query, 'property') !== undefined) throw new NotModelled('user search by property');
  const accountId = text(query, 'accountId');
  const words = text(query, 'query');
  if (accountId === undefined && words === undefined) {
    throw new Refused(400, 'Either query or accountId or property must be specified.');
  }
  const all = site.store.state.users;
  return pageOf(
    site,
    asked,
    accountId === undefined ? matching(all, words ?? '') : all.filter((u) => u.accountId === accountId),
  );
}

export function assignableUsers(site: Site, asked: Asked): Answer {
  const { caller, query } = asked;
  const issueRef = text(query, 'issueKey') ?? text(query, 'issueId');
  const projectRef = text(query, 'project');
  if (issueRef === undefined && projectRef === undefined) {
    throw new Refused(400, 'Either project or issueKey or issueId must be specified.');
  }
  const issue = issueRef === undefined ? undefined : visibleIssue(site, caller, issueRef);
  const project =
    issueRef === undefined
      ? site.store.project(projectRef ?? '')
      : site.store.project(issue?.projectId ?? '');
  if (!project || !holds(caller, 'BROWSE_PROJECTS', project))
    throw new Refused(404, 'No project could be found with that id or key.');
  const accountId = text(query, 'accountId');
  const users = matching(site.store.state.users, text(query, 'query') ?? '')
    .filter((user) => accountId === undefined || user.accountId === accountId)
    .filter((user) => holds({ kind: 'user', user }, 'ASSIGNABLE_USER', project));
  return pageOf(site, asked, users);
}

const checkBody = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z
    .array(
      z.object({
        permissions: z.array(z.string()),
        projects: z.array(z.number()).default([]),
        issues: z.array(z.number()).default([]),
      }),
    )
    .default([]),
});

/** The app may ask about anyone, an administrator too; others about themselves. */
export function checkPermissions(site: Site, { caller, body }: Asked): Answer {
  const { accountId, globalPermissions, projectPermissions } = checkBody.parse(body);
  const about = personAskedAbout(site, caller, accountId);
  const ids = projectPermissions.flatMap((one) => [...one.projects, ...one.issues]);
  if (ids.length > 2_000)
    throw new Refused(400, 'A maximum of 1000 projects and 1000 issues can be checked.');
  const unknown = globalPermissions.filter((key) => groupsHolding(site, key) === null);
  if (unknown.length > 0) throw new Refused(400, `Unrecognized permission: ${unknown.join(', ')}`);
  return {
    status: 200,
    body: {
      globalPermissions: globalPermissions.filter((key) => holdsGlobally(site, about, key)),
      projectPermissions: projectPermissions.flatMap((asked) =>
        asked.permissions.filter(Boolean).map((permission) => {
          if (!isProjectPermission(permission))
            throw new Refused(400, `Unrecognized permission: ${permission}`);
          return {
            permission,
            projects: asked.projects.filter((id) => {
              const project = site.store.project(String(id));
              return project !== undefined && holds(about, permission, project);
            }),
            issues: asked.issues.filter((id) => {
              const issue = site.store.issue(String(id));
              return (
                issue !== undefined && issue.id === String(id) && holdsOnIssue(site, about, permission, issue)
              );
            }),
          };
        }),
      ),
    },
  };
}

function personAskedAbout(site: Site, caller: Caller, accountId: string | undefined): Caller {
  if (accountId === undefined || accountId === caller.user.accountId) return caller;
  if (caller.kind !== 'app' && !holdsGlobally(site, caller, 'ADMINISTER')) {
    throw new Refused(403, 'You do not have permission to check the permissions of other users.');
  }
  const user = site.store.user(accountId);
  if (!user) throw new Refused(400, `The user with account id '${accountId}' does not exist.`);
  return { kind: user.accountType === 'app' ? 'app' : 'user', user };
}

export function myPermissions(site: Site, { caller, query }: Asked): Answer {
  const asked = list(query, 'permissions');
  if (asked === undefined) throw new Refused(400, "The 'permissions' query parameter is required.");
  const issueRef = text(query, 'issueKey') ?? text(query, 'issueId');
  const issue = issueRef === undefined ? undefined : visibleIssue(site, caller, issueRef);
  if (issueRef !== undefined && !issue)
    throw new Refused(404, 'Issue does not exist or you do not have permission to see it.');
  const projectRef = issue?.projectId ?? text(query, 'projectKey') ?? text(query, 'projectId');
  const project = projectRef === undefined ? undefined : site.store.project(projectRef);
  if (projectRef !== undefined && (!project || !holds(caller, 'BROWSE_PROJECTS', project))) {
    throw new Refused(404, `No project could be found with key '${projectRef}'.`);
  }
  const permissions = asked.map((key): [string, Json] => {
    const own = isProjectPermission(key);
    if (!own && groupsHolding(site, key) === null) throw new Refused(400, `Unrecognized permission: ${key}`);
    const declared = site.declared.permissions.find((one) => key.endsWith(`/static/${one.key}`));
    return [
      key,
      {
        id: String(
          [...Object.keys(PROJECT_PERMISSIONS), ...Object.keys(GLOBAL_PERMISSIONS)].indexOf(key) + 1,
        ),
        key,
        name: declared?.name ?? key.toLowerCase().replace(/_/g, ' '),
        type: own ? 'PROJECT' : 'GLOBAL',
        description: declared?.description ?? '',
        havePermission: own ? mine(site, caller, key, project, issue?.id) : holdsGlobally(site, caller, key),
      },
    ];
  });
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } };
}

/** Without a project or issue Jira says whether there is any project where it holds. */
function mine(
  site: Site,
  caller: Caller,
  key: keyof typeof PROJECT_PERMISSIONS,
  project: Project | undefined,
  issueId: string | undefined,
): boolean {
  if (issueId !== undefined) {
    const issue = site.store.issue(issueId);
    return issue !== undefined && holdsOnIssue(site, caller, key, issue);
  }
  return (project ? [project] : site.store.state.projects).some((one) => holds(caller, key, one));
}
