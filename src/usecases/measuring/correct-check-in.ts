import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { CheckIn } from '../../domain/check-in';
import type { Correction } from '../../domain/correction';
import { mayCorrect } from '../../policies/key-result-policy';
import { outcomeOfRepeat } from '../../storage/correction-repository';
import { printOf, saved, unlessPermitted, type Refused } from '../acts';
import { refuseOnClosed } from '../check-in/refuse-on-closed';
import type { Dependencies } from '../dependencies';
import { placeToRead } from '../initiative/place-to-read';

type Correct = Parsed<'check-in.correct'>;

/**
 * Corrects the value of a check-in, or takes it back. Appends only: what was recorded stays, with who said that it was wrong,
 * when and why. One INSERT decides under the turn, so that of two who correct the same value one is told. On a closed cycle
 * only follow-up is corrected: its progress and score stay what they were.
 * Refuses: `not-found`, `not-allowed`, `closed`, `invalid`, `changed`, `exists` (an id used for something else).
 * Source: design §3.1.
 */
export async function correctCheckIn(
  deps: Dependencies,
  input: Correct,
): Promise<Result<Output<'check-in.correct'>>> {
  const print = printOf('check-in.correct', input);
  const { id, keyResultId, checkInId, turn, value, why } = input;
  const done = await deps.corrections.find(id);
  if (done) return answerOf(input, outcomeOfRepeat(done, { correctedBy: deps.me, print }));
  const place = await placeToRead(deps, keyResultId);
  const checkIn = place?.keyResult.checkIns.find((one) => one.id === checkInId);
  if (!place || !checkIn)
    return refuse('not-found', 'This value is not there any more. Open the page again.');
  const earlier = place.keyResult.corrections.filter(({ about }) => about === checkInId);
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayCorrect(who, checkIn, place),
      'Only who recorded this value and the owners can correct it. Ask one of them.',
    )) ??
    refuseOnClosed(place, { ...checkIn, confidence: null, value: checkIn.value ?? 0 }) ??
    refuseCorrection(checkIn, earlier, input);
  if (refused) return refused;
  const first = earlier.find((one) => one.turn >= turn);
  if (first) return answerOf(input, { kind: 'changed', by: first.by, at: first.at });
  return answerOf(
    input,
    await deps.corrections.add({
      id,
      subjectId: keyResultId,
      about: checkInId,
      turn,
      fromValue: checkIn.value,
      value,
      why,
      correctedBy: deps.me,
      correctedAt: deps.now,
      print,
    }),
  );
}

function answerOf({ id }: Correct, outcome: Parameters<typeof saved>[1]): Result<Output<'check-in.correct'>> {
  const answer = saved(id, outcome);
  return answer.ok ? ok({ id }) : answer;
}

function refuseCorrection(
  checkIn: CheckIn,
  earlier: readonly Correction[],
  { turn, value }: Correct,
): Refused | null {
  if (checkIn.source === 'kpi') {
    return refuse(
      'invalid',
      'This value comes from a KPI: correct it there, and it is corrected here.',
      'value',
    );
  }
  if (checkIn.value === null && earlier.length === 0) {
    return refuse('invalid', 'This check-in has no number to correct.', 'value');
  }
  if (turn > earlier.length + 1) {
    return refuse('invalid', 'This was not sent whole. Reload the page and retry.', 'turn');
  }
  return value === checkIn.value && turn > earlier.length
    ? refuse('invalid', 'This is the value it has already.', 'value')
    : null;
}
