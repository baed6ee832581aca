import type { IssueId } from '../../../../src/domain/ids';
import { jiraPage, readIssues } from './jira';
import type { Issue } from './jira-shapes';

/** Issues by id or key as the viewer sees them, 100 a call, each under its id and its key; who may not see one has it not. */
export async function readIssuesOf(
  idsOrKeys: readonly (IssueId | string)[],
): Promise<ReadonlyMap<string, Issue>> {
  const wanted = [...new Set<string>(idsOrKeys)];
  const found = new Map<string, Issue>();
  for (let at = 0; at < wanted.length; at += jiraPage) {
    const issues = await readIssues(wanted.slice(at, at + jiraPage)).catch(() => []);
    for (const issue of issues) {
      found.set(issue.id, issue);
      found.set(issue.key, issue);
    }
  }
  return found;
}
