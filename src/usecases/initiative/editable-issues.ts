import type { JiraIssue } from '../../atlassian/issues';
import { refuse, ok, type Result } from '../../contract/result';
import type { IssueId } from '../../domain/ids';
import type { Dependencies } from '../dependencies';
import { jiraUnavailable } from '../jira-unavailable';

/** The issues as the person sees them, when they may edit every one in Jira. Refuses: `not-found`, `not-allowed`, `jira-unavailable`. */
export async function editableIssues(
  { jira }: Pick<Dependencies, 'jira'>,
  ids: readonly IssueId[],
  /** What they want to do with it, such as `attach it`. */
  purpose: string,
): Promise<Result<Map<IssueId, JiraIssue>>> {
  const rights = await jira.mayEdit(ids);
  if (!rights.ok) return jiraUnavailable(rights.unavailable);
  const hidden = ids.filter((id) => !rights.value.visible.has(id)).length;
  if (hidden > 0) return refuse('not-found', hiddenSentence(hidden, ids.length), 'issues');
  const readOnly = ids.filter((id) => !rights.value.editable.has(id)).length;
  if (readOnly > 0) return refuse('not-allowed', readOnlySentence(readOnly, ids.length, purpose), 'issues');
  const found = await jira.readIssues('user', ids);
  if (!found.ok) return jiraUnavailable(found.unavailable);
  const byId = new Map(found.value.map((issue) => [issue.issueId, issue]));
  const lost = ids.filter((id) => !byId.has(id)).length;
  return lost > 0 ? refuse('not-found', hiddenSentence(lost, ids.length), 'issues') : ok(byId);
}

function hiddenSentence(hidden: number, of: number): string {
  if (of === 1) return 'This issue does not exist, or you may not see it in Jira. Choose another one.';
  return `${hidden} of these ${of} issues do not exist, or you may not see them in Jira. Take them out and go on with the others.`;
}

function readOnlySentence(readOnly: number, of: number, purpose: string): string {
  if (of === 1) return `You may not edit this issue in Jira, so you cannot ${purpose}. Ask somebody who may.`;
  return `You may not edit ${readOnly} of these ${of} issues in Jira. Take them out, or ask somebody who may edit them.`;
}
