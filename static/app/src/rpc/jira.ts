import { requestJira } from '@forge/bridge';
import { isFormerMember } from '../../../../src/domain/former-member';
import type { AccountId, IssueId } from '../../../../src/domain/ids';
import { loose } from '../boot/place';
import {
  issueFields,
  kindFields,
  parseGranted,
  parseIssues,
  parseKinds,
  parsePeople,
  type Issue,
  type IssueKind,
  type JiraPerson,
} from './jira-shapes';

/** Jira takes at most 100 issues or users in one of these calls. */
export const jiraPage = 100;

/**
 * Jira answered with an error, or not at all. `status` 400 means that a search's JQL was wrong. `fields` holds what Jira
 * says against single fields of what was sent, by the field's id.
 */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly fields: ReadonlyMap<string, string> = new Map(),
  ) {
    super(`Jira answered ${status}`);
  }
}

/** Asks Jira as the viewer. Throws JiraError. */
export async function askJira(path: string, body?: object): Promise<unknown> {
  const response = await requestJira(
    path,
    body === undefined
      ? { headers: { accept: 'application/json' } }
      : {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  const reply: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorFrom(response.status, reply);
  return reply;
}

/** With Jira's own sentence as `detail`: about the request, else about the first of its fields. */
function errorFrom(status: number, reply: unknown): JiraError {
  const { errorMessages, errors } = loose(reply);
  const general: unknown[] = Array.isArray(errorMessages) ? errorMessages : [];
  const fields = Object.entries(loose(errors)).flatMap(([field, sentence]) =>
    typeof sentence === 'string' ? [[field, sentence] as const] : [],
  );
  const sentence = [...general, ...fields.map(([, said]) => said)].find((one) => typeof one === 'string');
  return new JiraError(status, typeof sentence === 'string' ? sentence : '', new Map(fields));
}

/** `next`: the token of the next page; null after the last. */
export type IssuePage = { issues: Issue[]; next: string | null };

/** One page of the issues that match a JQL, as the viewer: up to 100, and the token of the next page. Throws JiraError. */
export async function searchPage(jql: string, token: string | null, size = jiraPage): Promise<IssuePage> {
  return parseIssues(
    await askJira('/rest/api/3/search/jql', {
      jql,
      fields: issueFields,
      maxResults: size,
      ...(token === null ? {} : { nextPageToken: token }),
    }),
  );
}

/** About how many issues match a JQL: Jira's searches tell no total. Throws JiraError. */
export async function countIssues(jql: string): Promise<number> {
  const { count } = loose(await askJira('/rest/api/3/search/approximate-count', { jql }));
  return typeof count === 'number' ? count : 0;
}

/**
 * Issues that match a JQL, as the viewer, at most `limit`. One call per 100.
 * Throws JiraError; a JQL that Jira does not understand has status 400 and Jira's sentence as `detail`.
 */
export async function searchIssues(jql: string, limit = jiraPage): Promise<Issue[]> {
  const found: Issue[] = [];
  let next: string | null = null;
  do {
    const page: IssuePage = await searchPage(jql, next, Math.min(jiraPage, limit - found.length));
    found.push(...page.issues);
    next = page.next;
  } while (next !== null && found.length < limit);
  return found;
}

/** Issues by id or key, as the viewer; those the viewer may not see are missing from the answer. At most 100. */
export async function readIssues(idsOrKeys: string[]): Promise<Issue[]> {
  if (idsOrKeys.length === 0) return [];
  return parseIssues(
    await askJira('/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: idsOrKeys, fields: issueFields }),
  ).issues;
}

/** Types and labels of issues, as the viewer; those the viewer may not see are missing from the answer. One call per 100. */
export async function readKinds(ids: IssueId[]): Promise<IssueKind[]> {
  const found: IssueKind[] = [];
  for (let at = 0; at < ids.length; at += jiraPage) {
    const asked = { issueIdsOrKeys: ids.slice(at, at + jiraPage), fields: kindFields };
    found.push(...parseKinds(await askJira('/rest/api/3/issue/bulkfetch', asked)));
  }
  return found;
}

/** An issue and its children in one call per 100; `self` null when the viewer may not see it. */
export async function readFamily(issueId: IssueId): Promise<{ self: Issue | null; children: Issue[] }> {
  const issues = await searchIssues(`issue = ${issueId} OR parent = ${issueId}`, 1_000);
  return {
    self: issues.find((issue) => issue.id === issueId) ?? null,
    children: issues.filter((issue) => issue.id !== issueId),
  };
}

/** Which of these issues the viewer may edit, by id: nobody attaches an issue they may not edit. */
export async function editableIssues(ids: IssueId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const asked = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: ids.map(Number) }] };
  return parseGranted(await askJira('/rest/api/3/permissions/check', asked), 'EDIT_ISSUES');
}

/** Whether the viewer administers Jira: only then does Jira open the pages of its administration. Throws JiraError. */
export async function administersJira(): Promise<boolean> {
  const asked = { globalPermissions: ['ADMINISTER'] };
  const { globalPermissions } = loose(await askJira('/rest/api/3/permissions/check', asked));
  return Array.isArray(globalPermissions) && globalPermissions.includes('ADMINISTER');
}

/** People by account id; unknown ones and former members are missing from the answer. At most 100. */
export async function readPeople(ids: AccountId[]): Promise<JiraPerson[]> {
  const asked = ids.filter((id) => !isFormerMember(id));
  if (asked.length === 0) return [];
  const query = new URLSearchParams(asked.map((id) => ['accountId', id]));
  query.set('maxResults', String(jiraPage));
  return parsePeople(await askJira(`/rest/api/3/user/bulk?${query.toString()}`));
}

/** People whose name matches, as the viewer; the first `limit`. */
export async function searchPeople(text: string, limit = 20): Promise<JiraPerson[]> {
  const query = new URLSearchParams({ query: text, maxResults: String(limit) });
  return parsePeople(await askJira(`/rest/api/3/user/search?${query.toString()}`)).filter(
    (person) => person.active,
  );
}

/** People to whom issues of a project can be assigned: the ones to suggest first as members and owners. */
export async function assignablePeople(projectKeyOrId: string, text = '', limit = 50): Promise<JiraPerson[]> {
  const query = new URLSearchParams({ project: projectKeyOrId, query: text, maxResults: String(limit) });
  return parsePeople(await askJira(`/rest/api/3/user/assignable/search?${query.toString()}`));
}
