import type { IssueId } from '../../domain/ids';
import type { Dependencies } from '../dependencies';
import { keepPrecomputations } from '../jql/keep-precomputations';
import { keepIssues } from '../work/keep-issues';

/**
 * After an act on initiatives: their issues' property and stored work, and JQL functions, at once where possible. The act is decided and
 * saved already, so nothing here may fail it: the next catch-up finds what was not finished by the row the act left.
 */
export async function keepUp(deps: Dependencies, issueIds: readonly IssueId[]): Promise<void> {
  try {
    const kept = await keepIssues(deps, issueIds);
    const functions = await keepPrecomputations(deps, 'links');
    if (!functions.ok) console.warn(`JQL functions wait for the catch-up: ${functions.unavailable.reason}`);
    if (!kept.ok)
      console.warn(`upkeep of ${issueIds.length} issues waits for the catch-up: ${kept.unavailable.reason}`);
  } catch (error) {
    console.error(`upkeep of ${issueIds.length} issues failed and waits for the catch-up`, error);
  }
}
