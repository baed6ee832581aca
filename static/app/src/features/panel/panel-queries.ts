import type { QueryClient } from '@tanstack/query-core';
import type { IssueId } from '../../../../../src/domain/ids';
import { callQuery } from '../../rpc/call-query';
import { readPanelIssue, type PanelIssue } from './read-panel-issue';

/** In milliseconds. Children move in other windows, of which Jira tells this one nothing. */
export const countAgainEvery = 8_000;

/** An issue with its children and parents, as the viewer sees them. */
export const familyQuery = (issueId: IssueId) => ({
  queryKey: ['jira', 'family', issueId],
  queryFn: () => readPanelIssue(issueId),
  // What was read before the panel was loaded is not read again when it appears.
  staleTime: countAgainEvery,
  retryOnMount: false,
});

/** What Waymark is asked about an issue; `issue` null when Jira did not answer. */
export const panelInput = (issueId: IssueId, issue: PanelIssue | null) => ({
  issueId,
  ancestorIds: issue?.ancestors.map(({ id }) => id) ?? [],
});

/**
 * Reads all that the panel shows into the cache, in the panel's own two steps. Never rejects: what failed stands in the
 * cache too, and the panel says so.
 */
export async function readPanel(client: QueryClient, issueId: IssueId): Promise<void> {
  const issue = await client.query(familyQuery(issueId)).catch(() => null);
  await client.query(callQuery('panel.read', panelInput(issueId, issue))).catch(() => null);
}
