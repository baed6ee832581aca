import type { CallName, Saved } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import type { InitiativeId, RequestId } from '../../domain/ids';
import type { Who } from '../../policies/actor';
import type { KeyResultPlace } from '../../policies/key-result-policy';
import type { Act } from '../../storage/change';
import type { InitiativeRow } from '../../storage/initiative-repository';
import type { StoredKeyResult } from '../../storage/key-result-repository';
import { actOf, already, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/** What an act on one initiative goes on with, or the answer it already has. */
type Begun =
  | { goOn: true; row: InitiativeRow; place: StoredKeyResult; act: Act }
  | { goOn: false; answer: Result<Saved<InitiativeId>> };

/**
 * How every act on one initiative begins: it is there and this person may see its key result; the act is not done yet
 * and not too late; the policy lets them through. A closed cycle refuses, unless the act says it is taken then.
 */
export async function beginAct(
  deps: Dependencies,
  call: CallName,
  input: { id: InitiativeId; version: number; requestId: RequestId; why?: string },
  rules: {
    policy: (who: Who, initiative: InitiativeRow, place: KeyResultPlace) => boolean;
    takenWhenClosed: boolean;
  },
): Promise<Begun> {
  const stop = (answer: Result<Saved<InitiativeId>>): Begun => ({ goOn: false, answer });
  const row = await deps.initiatives.find(input.id);
  const place = row && (await deps.keyResults.find(row.keyResultId, deps.me));
  if (!row || !place || place.removed || place.objectiveRemoved) {
    return stop(refuse('not-found', 'This initiative is not there any more. Open the page again.'));
  }
  const act = actOf(deps, call, input, input.why);
  const done = await already(deps, row.id, row, act, input.version);
  if (done) return stop(done);
  const refused = await unlessPermitted(
    deps,
    (who) => rules.policy(who, row, place),
    'Only who attached it, the owner of the key result or its objective, and the team lead may do this. Ask one of them.',
  );
  if (refused) return stop(refused);
  if (place.cycle.phase === 'closed' && !rules.takenWhenClosed) {
    return stop(refuse('closed', `${place.cycle.name} is closed, so its initiatives stay as they were.`));
  }
  return { goOn: true, row, place, act };
}
