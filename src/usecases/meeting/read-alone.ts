import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';
import { presentKeyResults } from '../present';

/** The reader's own key results in cycles that run or are scored, of all teams: one statement. Source: design §3.12. */
export async function readAlone(deps: Dependencies): Promise<Result<Output<'meeting.alone'>>> {
  const found = await deps.okrs.read({ by: 'owned', person: deps.me }, deps.me);
  return ok(await presentKeyResults(deps.actor, found));
}
