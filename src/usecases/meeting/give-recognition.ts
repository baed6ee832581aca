import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayCheckIn } from '../../policies/key-result-policy';
import { contentHashOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/**
 * Praises somebody else on a key result, where it stays. Whoever may check in; on a closed cycle too. One INSERT decides.
 * Refuses: `not-found`, `not-allowed`, `invalid` (oneself), `exists`.
 */
export async function giveRecognition(
  deps: Dependencies,
  input: Parsed<'recognition.give'>,
): Promise<Result<Output<'recognition.give'>>> {
  const { id, keyResultId, person, words } = input;
  const place = await deps.keyResults.find(keyResultId, deps.me);
  if (!place || place.removed || place.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Open the page again.', 'keyResultId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayCheckIn(who, place),
    'Only the team’s members and the owners can praise somebody here. Ask the team’s lead to add you.',
  );
  if (refused) return refused;
  if (person === deps.me) return refuse('invalid', 'Praise somebody else.', 'person');
  const row = { id, keyResultId, recipient: person, message: words, withdrawsId: null };
  const contentHash = contentHashOf('recognition.give', input);
  const answer = saved(
    id,
    await deps.recognitions.say({ ...row, givenAt: deps.now, givenBy: deps.me, contentHash }),
  );
  return answer.ok ? ok({ id }) : answer;
}
