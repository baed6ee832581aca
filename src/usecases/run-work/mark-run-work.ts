import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { contentHashOf } from '../acts';
import type { Dependencies } from '../dependencies';
import { editableIssues } from '../initiative/editable-issues';

/**
 * Says of issues that they are run work: needed, and meant to move no key result; or takes that back. Anyone who can edit the
 * issues in Jira. All or none; appends only, so the last word counts and saying the opposite is the undo.
 * Refuses: `not-found`, `not-allowed`, `exists` (an id used for something else), `jira-unavailable`.
 */
export async function markRunWork(
  deps: Dependencies,
  input: Parsed<'run-work.mark'>,
): Promise<Result<Output<'run-work.mark'>>> {
  const asked = [...new Map(input.marks.map((mark) => [mark.issueId, mark])).values()];
  const issues = await editableIssues(
    deps,
    asked.map(({ issueId }) => issueId),
    'call it run work',
  );
  if (!issues.ok) return issues;
  const said = {
    isBusinessAsUsual: input.isRunWork,
    markedBy: deps.me,
    markedAt: deps.now,
    contentHash: contentHashOf('run-work.mark', input),
  };
  const rows = asked.flatMap(({ id, issueId }) => {
    const issue = issues.value.get(issueId);
    return issue ? [{ id, issueId, projectId: issue.projectId, ...said }] : [];
  });
  const before = await deps.runWork.standing(rows);
  const outcome = before === 'missing' ? await deps.runWork.record(rows) : before;
  return outcome === 'reused'
    ? refuse('exists', 'This was used for something else already. Open the page again and retry.')
    : ok({ marked: rows.length });
}
