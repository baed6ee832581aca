import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditCycle } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { checkCycle } from './check-cycle';

/** Changes a cycle's name, dates or the longer cycle it lies in. A closed cycle stays as it was. */
export async function editCycle(
  deps: Dependencies,
  input: Parsed<'cycle.edit'>,
): Promise<Result<Output<'cycle.edit'>>> {
  const { id, version, cycle, why } = input;
  const standing = await deps.cycles.find(id);
  if (!standing) return refuse('not-found', 'This cycle is not there. Open the page again.');
  const act = actOf(deps, 'cycle.edit', input, why);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const refused =
    (await unlessPermitted(deps, mayEditCycle, 'Only an OKR lead can change a cycle. Ask one of them.')) ??
    (await checkCycle(deps, id, cycle));
  if (refused) return refused;
  if (standing.phase === 'closed') {
    return refuse('closed', 'This cycle is closed. An OKR lead can reopen it first.');
  }
  const detail = changesBetween(standing, cycle);
  if (detail.length === 0) return ok({ id, version });
  if (standing.phase !== 'draft' && why === '' && detail.some(({ field }) => field !== 'name')) {
    return refuse('invalid', 'This cycle is running: say why its dates change.', 'why');
  }
  return saved(id, await deps.cycles.change(id, version, cycle, act, detail));
}
