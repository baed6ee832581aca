import { useQuery } from '@tanstack/react-query';
import { editableIssues, JiraError, readIssues, searchIssues } from '../../rpc/jira';
import type { Issue } from '../../rpc/jira-shapes';
import { issueQueryOf, mostFound } from './issue-query';

export type Found = {
  issues: Issue[];
  /** Ids of those the viewer may edit: the others cannot be attached. */
  editable: ReadonlySet<string>;
  /** Keys that were asked for and not found, or not open to the viewer. */
  missing: string[];
};
export type FoundReading =
  | { state: 'none' }
  | { state: 'loading' }
  | { state: 'found'; found: Found }
  /** `detail` is Jira's own sentence about the JQL; '' when Jira did not answer. */
  | { state: 'failed'; detail: string };

/** The issues a person's text finds, as the viewer: two calls to Jira, the second for what may be edited. */
export function useFoundIssues(text: string): FoundReading {
  const asked = issueQueryOf(text);
  const query = useQuery({
    queryKey: ['jira', 'find', asked],
    enabled: asked.kind !== 'none',
    queryFn: async (): Promise<Found> => {
      const issues =
        asked.kind === 'keys'
          ? await readIssues(asked.keys)
          : asked.kind === 'jql'
            ? await searchIssues(asked.jql, mostFound)
            : [];
      const keys = new Set(issues.map(({ key }) => key));
      return {
        issues,
        editable: await editableIssues(issues.map(({ id }) => id)),
        missing: asked.kind === 'keys' ? asked.keys.filter((key) => !keys.has(key)) : [],
      };
    },
  });
  if (asked.kind === 'none') return { state: 'none' };
  if (query.data !== undefined) return { state: 'found', found: query.data };
  if (!query.isError) return { state: 'loading' };
  const { error } = query;
  return { state: 'failed', detail: error instanceof JiraError && error.status === 400 ? error.detail : '' };
}
