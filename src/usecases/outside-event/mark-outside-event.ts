import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { checkOutsideEvent } from '../../domain/check-outside-event';
import { dayIn } from '../../domain/dates';
import { mayMarkEvent } from '../../policies/key-result-policy';
import { actOf, refusedBy, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { whoMarks } from './begin-event-act';

/**
 * Marks on a key result something outside the work that may have moved its number. Anyone who may check in, and after the
 * cycle closed too: verdicts go on. Refuses: `not-found`, `not-allowed`, `invalid`, `exists` (an id used for something else).
 * Source: design §3.8.
 */
export async function markOutsideEvent(
  deps: Dependencies,
  input: Parsed<'outside-event.mark'>,
): Promise<Result<Output<'outside-event.mark'>>> {
  const { id, keyResultId, event } = input;
  const place = await deps.keyResults.find(keyResultId, deps.me);
  if (!place || place.removed || place.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Open the page again.', 'keyResultId');
  }
  const refused =
    (await unlessPermitted(deps, (who) => mayMarkEvent(who, place), whoMarks)) ??
    refusedBy(checkOutsideEvent(event, dayIn(place.team.timeZone, deps.now)), 'event');
  if (refused) return refused;
  const act = actOf(deps, 'outside-event.mark', input);
  return saved(id, await deps.outsideEvents.create(id, keyResultId, event, act));
}
