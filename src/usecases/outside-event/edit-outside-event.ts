import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { checkOutsideEvent } from '../../domain/check-outside-event';
import { dayIn } from '../../domain/dates';
import { changesBetween, refusedBy, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { beginEventAct } from './begin-event-act';

/** Changes what was marked: its kind, days or words. History keeps what it was. */
export async function editOutsideEvent(
  deps: Dependencies,
  input: Parsed<'outside-event.edit'>,
): Promise<Result<Output<'outside-event.edit'>>> {
  const begun = await beginEventAct(deps, 'outside-event.edit', input);
  if (!begun.goOn) return begun.answer;
  const { row, place, act } = begun;
  if (row.removed) return refuse('not-found', 'This event was taken away. Bring it back to change it.');
  const wrong = refusedBy(checkOutsideEvent(input.event, dayIn(place.team.timeZone, deps.now)), 'event');
  if (wrong) return wrong;
  const { kind, onDay, untilDay, title } = row;
  const detail = changesBetween({ kind, on: onDay, until: untilDay, title }, input.event);
  if (detail.length === 0) return ok({ id: row.id, version: row.version });
  return saved(row.id, await deps.outsideEvents.change(row.id, input.version, input.event, act, detail));
}
