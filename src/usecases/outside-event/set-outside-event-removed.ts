import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { changesBetween, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginEventAct } from './begin-event-act';

/** Takes a mark away, or brings it back as it was: each the undo of the other. */
export async function setOutsideEventRemoved(
  deps: Dependencies,
  input: Parsed<'outside-event.set-removed'>,
): Promise<Result<Output<'outside-event.set-removed'>>> {
  const begun = await beginEventAct(deps, 'outside-event.set-removed', input);
  if (!begun.goOn) return begun.answer;
  const { row, act } = begun;
  const { removed } = input;
  if (row.removed === removed) return ok({ id: row.id, version: row.version });
  const detail = changesBetween({ removed: row.removed }, { removed });
  return saved(row.id, await deps.outsideEvents.change(row.id, input.version, { removed }, act, detail));
}
