import { useQueries, useQuery } from '@tanstack/react-query';
import type { AccountId, IssueId } from '../../../../src/domain/ids';
import { batched } from './batch';
import { jiraPage, readIssues, readPeople } from './jira';
import type { Issue, JiraPerson } from './jira-shapes';

const readIssue = batched<IssueId, Issue>(jiraPage, readIssues, (issue) => issue.id);
const readPerson = batched<AccountId, JiraPerson>(jiraPage, readPeople, (person) => person.accountId);

/** Names change rarely; issues are read again when the window gets the focus. */
const peopleFresh = 10 * 60_000;

export const issueKey = (id: IssueId) => ['jira', 'issue', id];

/** `hidden`: the viewer may not see it, or it is gone. */
export type Seen<T> =
  { state: 'loading' } | { state: 'hidden' } | { state: 'failed' } | { state: 'seen'; value: T };

function seen<T>(query: { data: T | null | undefined; isError: boolean }): Seen<T> {
  if (query.data === null) return { state: 'hidden' };
  if (query.data !== undefined) return { state: 'seen', value: query.data };
  return { state: query.isError ? 'failed' : 'loading' };
}

/** How one issue is asked for and kept; several asked for in one moment are read together. */
export const issueQuery = (id: IssueId) => ({ queryKey: issueKey(id), queryFn: () => readIssue(id) });

/** One issue as the viewer sees it; all issues of a page are read in one call per 100. */
export function useIssue(id: IssueId): Seen<Issue> {
  return seen(useQuery(issueQuery(id)));
}

const personQuery = (id: AccountId | null) => ({
  queryKey: ['jira', 'person', id],
  queryFn: () => (id === null ? null : readPerson(id)),
  staleTime: peopleFresh,
  enabled: id !== null,
});

/** One person's name and picture; all people of a page are read in one call per 100. */
export function usePerson(id: AccountId | null): Seen<JiraPerson> {
  return seen(useQuery(personQuery(id)));
}

/** Several people, in the order of their ids. */
export function usePeople(ids: AccountId[]): Seen<JiraPerson>[] {
  return useQueries({ queries: ids.map(personQuery) }).map(seen);
}
