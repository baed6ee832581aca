import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { CheckIn } from '../../domain/check-in';
import type { Correction } from '../../domain/correction';
import { mayCorrect } from '../../policies/key-result-policy';
import { outcomeOfRepeat } from '../../storage/correction-repository';
import { contentHashOf, saved, unlessPermitted, type Refused } from '../acts';
import { refuseOnClosed } from '../check-in/refuse-on-closed';
import type { Dependencies } from '../dependencies';
import { placeToRead } from '../initiative/place-to-read';
import { addCorrection } from './add-correction';

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
  const contentHash = contentHashOf('check-in.correct', input);
  const { id, keyResultId, checkInId, turn, value, why } = input;
  const done = await deps.corrections.find(id);
  if (done) return answerOf(saved(id, outcomeOfRepeat(done, { correctedBy: deps.me, contentHash })));
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
    refuseCorrection(checkIn, earlier);
  if (refused) return refused;
  const said = { id, subjectId: keyResultId, about: checkInId, turn, value, why, contentHash };
  return answerOf(await addCorrection(deps, said, checkIn.value, earlier));
}

function answerOf(answer: Awaited<ReturnType<typeof addCorrection>>): Result<Output<'check-in.correct'>> {
  return answer.ok ? ok({ id: answer.value.id }) : answer;
}

function refuseCorrection(checkIn: CheckIn, earlier: readonly Correction[]): Refused | null {
  if (checkIn.source === 'kpi') {
    return refuse(
      'invalid',
      'This value came from a KPI: correct it there. It is corrected here while this key result follows the KPI.',
      'value',
    );
  }
  if (checkIn.value === null && earlier.length === 0) {
    return refuse('invalid', 'This check-in has no number to correct.', 'value');
  }
  return null;
}
