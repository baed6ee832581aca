import { refuse } from '../../contract/result';
import type { IssueId, KeyResultId } from '../../domain/ids';
import type { Refused } from '../acts';
import type { Dependencies } from '../dependencies';
import { jiraUnavailable } from '../jira-unavailable';
import { guardSearch } from './guard';

/**
 * Refuses to attach issues to a key result that is measured by a search which selects them, or what is beneath them: closing
 * them would move its number (design §1).
 */
export async function refuseMeasured(
  deps: Pick<Dependencies, 'jira' | 'numberSources'>,
  keyResultId: KeyResultId,
  issueIds: readonly IssueId[],
): Promise<Refused | null> {
  const source = await deps.numberSources.of(keyResultId);
  if (source?.kind !== 'jql') return null;
  const guarded = await guardSearch(deps, source.jql, issueIds);
  if (!guarded.ok) return jiraUnavailable(guarded.unavailable);
  if (guarded.value === 'clear') return null;
  return refuse(
    'invalid',
    issueIds.length === 1
      ? 'This key result is measured by a Jira search that finds this issue or one beneath it, so closing it would move the number. Attach it to another key result, or ask the owner to change the search.'
      : 'This key result is measured by a Jira search that finds some of these issues or issues beneath them, so closing them would move the number. Take them out, or ask the owner to change the search.',
    'issues',
  );
}
