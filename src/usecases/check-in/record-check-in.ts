import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { checkBackdated, checkCheckIn } from '../../domain/check-check-in';
import { dayIn } from '../../domain/dates';
import { mayCheckIn } from '../../policies/key-result-policy';
import { contentHashOf, refusedBy, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { alsoCounted, measuredFor } from '../counting/also-counted';
import { refuseOnClosed } from './refuse-on-closed';

/**
 * Records a check-in: value or "no new number", confidence, evidence, blocker and decision in one act. A closed
 * cycle takes decisions, and values dated after the due date (design §3.1); never a confidence.
 */
export async function recordCheckIn(
  deps: Dependencies,
  input: Parsed<'check-in.record'>,
): Promise<Result<Output<'check-in.record'>>> {
  const { keyResultId, ...said } = input;
  const place = await deps.keyResults.find(keyResultId, deps.me);
  if (!place || place.removed || place.objectiveRemoved) {
    return refuse('not-found', 'This key result is not there. Open the page again.', 'keyResultId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayCheckIn(who, place),
    'Only the team’s members and the owners can check in. Ask the team’s lead to add you.',
  );
  if (refused) return refused;
  const today = dayIn(place.team.timeZone, deps.now);
  const wrong =
    refuseOnClosed(place, said) ??
    refusedBy(
      [
        ...checkCheckIn(place.keyResult.definition, said, today),
        ...checkBackdated(said, place.team.cadence, today),
      ],
      '',
    );
  if (wrong) return wrong;
  const checkIn = { ...said, madeOn: today, recordedAt: deps.now, by: deps.me, source: 'person' as const };
  const forId = checkIn.value === null ? null : await alsoCounted(deps, place);
  const measured = forId && measuredFor(forId, checkIn);
  const outcome = saved(
    said.id,
    await deps.checkIns.record(
      keyResultId,
      checkIn,
      contentHashOf('check-in.record', input),
      measured && { keyResultId: forId, checkIn: measured },
    ),
  );
  return outcome.ok ? ok({ id: said.id }) : outcome;
}
