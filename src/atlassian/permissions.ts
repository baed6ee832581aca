import { getAppContext, route } from '@forge/api';
import { z } from 'zod/mini';
import { isJiraId, type IssueId } from '../domain/ids';
import { ask, type JiraAnswer } from './jira-request';

const check = route`/rest/api/3/permissions/check`;

const grants = z.object({
  globalPermissions: z._default(z.array(z.string()), []),
  projectPermissions: z._default(
    z.array(z.object({ permission: z.string(), issues: z._default(z.array(z.number()), []) })),
    [],
  ),
});

/** Which of the issues the person asking may see, and which they may edit. */
export type IssueRights = { visible: Set<IssueId>; editable: Set<IssueId> };

/**
 * Asks Jira, as the person, what they may do with these issues (at most 1,000). Fails closed: an issue that Jira
 * does not name is neither visible nor editable, and editable ones are always visible ones
 * (`authorize()` of @forge/api has no check for seeing an issue; design §5 "Identity").
 */
export async function mayEdit(issueIds: readonly IssueId[]): Promise<JiraAnswer<IssueRights>> {
  const issues = numeric(issueIds);
  if (issues.length === 0) return { ok: true, value: { visible: new Set(), editable: new Set() } };
  const permissions = ['BROWSE_PROJECTS', 'EDIT_ISSUES'];
  const answer = await ask('user', check, grants, {
    method: 'POST',
    body: { projectPermissions: [{ permissions, issues }] },
  });
  if (!answer.ok) return answer;
  const granted = (permission: string): Set<IssueId> =>
    new Set(
      answer.value.projectPermissions
        .filter((grant) => grant.permission === permission)
        .flatMap((grant) => grant.issues.map(String))
        .filter((id): id is IssueId => isJiraId(id)),
    );
  const visible = granted('BROWSE_PROJECTS');
  const editable = new Set([...granted('EDIT_ISSUES')].filter((id) => visible.has(id)));
  return { ok: true, value: { visible, editable } };
}

/** Whether the person asking holds the permission the manifest names `administer-okrs`. Fails closed. */
export async function holdsAdministerOkrs(): Promise<JiraAnswer<boolean>> {
  const { appAri, environmentAri } = getAppContext();
  // Forge docs, "Jira global permission": the key Jira knows a permission of an app by.
  const permission = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/administer-okrs`;
  const answer = await ask('user', check, grants, {
    method: 'POST',
    body: { globalPermissions: [permission] },
  });
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value.globalPermissions.includes(permission) };
}

/** Ids as the numbers Jira takes here; one too large to be exact is left out, and so counts as not permitted. */
export function numeric(issueIds: readonly IssueId[]): number[] {
  return [...new Set(issueIds.map(Number))].filter((id) => Number.isSafeInteger(id));
}
