import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { mayDetachInitiative } from '../../policies/initiative-policy';
import { refuseMeasured } from '../measuring/refuse-measured';
import { saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginAct } from './begin-act';
import { keepUp } from './keep-up';

/** The undo of detaching: the initiative is as it was, with the value and the hypothesis of when it was attached. */
export async function reattachInitiative(
  deps: Dependencies,
  input: Parsed<'initiative.reattach'>,
): Promise<Result<Output<'initiative.reattach'>>> {
  const begun = await beginAct(deps, 'initiative.reattach', input, {
    policy: mayDetachInitiative,
    takenWhenClosed: false,
  });
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  if (!row.detached) return refuse('exists', 'This issue is attached already. Open the page again.');
  const measured = await refuseMeasured(deps, row.keyResultId, [row.issueId]);
  if (measured) return measured;
  const detail = [{ field: 'attached', from: 'false', to: 'true' }];
  const outcome = await deps.initiatives.change(row.id, input.version, act, detail, { detached: false });
  if (outcome.kind === 'saved') await keepUp(deps, [row.issueId]);
  return saved(row.id, outcome);
}
