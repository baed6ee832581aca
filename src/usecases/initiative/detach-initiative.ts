import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { mayDetachInitiative } from '../../policies/initiative-policy';
import { saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginAct } from './begin-act';
import { keepUp } from './keep-up';

/**
 * Takes an issue off a key result; what was kept about it stays, and `reattachInitiative` is the undo. Whoever takes off
 * what somebody else attached says why.
 */
export async function detachInitiative(
  deps: Dependencies,
  input: Parsed<'initiative.detach'>,
): Promise<Result<Output<'initiative.detach'>>> {
  const begun = await beginAct(deps, 'initiative.detach', input, {
    policy: mayDetachInitiative,
    takenWhenClosed: false,
  });
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  if (row.detached) return refuse('exists', 'This issue is detached already. Open the page again.');
  if (row.attachedBy !== deps.me && input.why === '') {
    return refuse('invalid', 'Somebody else attached this issue: tell them why you detach it.', 'why');
  }
  const detail = [{ field: 'attached', from: 'true', to: 'false' }];
  const outcome = await deps.initiatives.change(row.id, input.version, act, detail, { detached: true });
  if (outcome.kind === 'saved') await keepUp(deps, [row.issueId]);
  return saved(row.id, outcome);
}
