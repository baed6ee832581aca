import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { asksOf, decisionsOf } from '../../domain/follow-up';
import { mayCheckIn } from '../../policies/key-result-policy';
import { contentHashOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeToRead } from '../initiative/place-to-read';

/**
 * Says what became of a decision or an ask. Whoever may check in, and whoever has it: an ask may go to somebody outside the team.
 * Taken on a closed cycle too, like decisions. One INSERT decides; the last word counts, so saying *open* is the undo.
 * Refuses: `not-found`, `not-allowed`, `invalid`, `exists`. Source: design §3.3, §3.12.
 */
export async function sayFollowUp(
  deps: Dependencies,
  input: Parsed<'follow-up.say'>,
): Promise<Result<Output<'follow-up.say'>>> {
  const { id, keyResultId, checkInId, subject, outcome, note, dueOn } = input;
  const place = await placeToRead(deps, keyResultId);
  const all = place && (subject === 'decision' ? decisionsOf : asksOf)(place.keyResult);
  const of = all?.find((one) => one.checkInId === checkInId);
  if (!place || !of) return refuse('not-found', 'This is not there any more. Open the page again.');
  const { person } = of;
  const refused = await unlessPermitted(
    deps,
    (who) => who.accountId === person || mayCheckIn(who, place),
    'Only whoever has it, the team’s members and the owners can say what became of it. Ask one of them.',
  );
  if (refused) return refused;
  if (outcome === 'carried-on') {
    if (subject === 'ask') return refuse('invalid', 'An ask is answered or not: it has no day.', 'outcome');
    if (dueOn === null) return refuse('invalid', 'Say until when it is carried on.', 'dueOn');
  } else if (dueOn !== null) {
    return refuse('invalid', 'Only what is carried on gets another day.', 'dueOn');
  }
  const said = {
    id,
    checkInId,
    subject,
    outcome,
    person,
    note,
    dueOn,
    recordedOn: dayIn(place.team.timeZone, deps.now),
    at: deps.now,
    by: deps.me,
  };
  const answer = saved(
    id,
    await deps.followUps.say(keyResultId, said, contentHashOf('follow-up.say', input)),
  );
  return answer.ok ? ok({ id }) : answer;
}
