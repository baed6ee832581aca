import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { presentKeyResults } from '../present';
import { servedBy } from './served-by';

/**
 * What an issue's panel reads: the key results it serves, its own or those of its nearest attached ancestor, with all that is
 * recorded of them. Exactly one statement: the browser names the issue and its parents, and what comes back is nothing a
 * reader of OKRs could not see by asking for the key result. Jira is asked only where the viewer's roles do not allow everything
 * here, and not again for some minutes. Source: design §3.6, §7 "one view".
 */
export async function readPanel(
  { okrs, me, actor }: Pick<Dependencies, 'okrs' | 'me' | 'actor'>,
  { issueId, ancestorIds }: Parsed<'panel.read'>,
): Promise<Result<Output<'panel.read'>>> {
  const found = await okrs.read({ by: 'issues', ids: [issueId, ...ancestorIds] }, me);
  const served = servedBy(found.objectives, issueId, ancestorIds);
  const shown = new Set(served.map(({ keyResult }) => keyResult));
  const objectives = found.objectives
    .map((facts) => ({ ...facts, keyResults: facts.keyResults.filter((keyResult) => shown.has(keyResult)) }))
    .filter(({ keyResults }) => keyResults.length > 0);
  return ok({
    ...(await presentKeyResults(actor, { site: found.site, objectives })),
    serves: served.map(({ keyResult, initiative, throughIssueId }) => ({
      keyResultId: keyResult.id,
      initiativeId: initiative.id,
      throughIssueId,
    })),
  });
}
