import type { CallName, Saved } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import type { OutsideEventId, RequestId } from '../../domain/ids';
import { mayMarkEvent } from '../../policies/key-result-policy';
import type { Act } from '../../storage/change';
import type { StoredKeyResult } from '../../storage/key-result-repository';
import type { OutsideEventRow } from '../../storage/outside-event-repository';
import { actOf, already, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

export const whoMarks =
  'Only the team’s members and the owners can mark what happened. Ask the team’s lead to add you.';

/** What an act on one outside event goes on with, or the answer it already has. */
type Begun =
  | { goOn: true; row: OutsideEventRow; place: StoredKeyResult; act: Act }
  | { goOn: false; answer: Result<Saved<OutsideEventId>> };

/**
 * How every act on a marked event begins: it is there and this person may see its key result; the act is not done yet and
 * not too late; the person may check in there. Taken on a closed cycle too.
 */
export async function beginEventAct(
  deps: Dependencies,
  call: CallName,
  input: { id: OutsideEventId; version: number; requestId: RequestId; why: string },
): Promise<Begun> {
  const stop = (answer: Result<Saved<OutsideEventId>>): Begun => ({ goOn: false, answer });
  const row = await deps.outsideEvents.find(input.id);
  const place = row && (await deps.keyResults.find(row.keyResultId, deps.me));
  if (!row || !place || place.removed || place.objectiveRemoved) {
    return stop(refuse('not-found', 'This event is not there any more. Open the page again.'));
  }
  const act = actOf(deps, call, input, input.why);
  const done = await already(deps, row.id, row, act, input.version);
  if (done) return stop(done);
  const refused = await unlessPermitted(deps, (who) => mayMarkEvent(who, place), whoMarks);
  return refused ? stop(refused) : { goOn: true, row, place, act };
}
