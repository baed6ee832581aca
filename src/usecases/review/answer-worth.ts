import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { contentHashOf, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeOf } from './place-of';

/**
 * Keeps an answer to S4 (design §3.10): if every target is hit, is the objective achieved, and would missing hurt? Appends
 * only; the last answer counts. Refuses: `not-found`, `not-allowed`, `closed`, `exists`.
 */
export async function answerWorth(
  deps: Dependencies,
  input: Parsed<'finding.answer'>,
): Promise<Result<Output<'finding.answer'>>> {
  const { id, objectiveId, achieved, hurts, note } = input;
  const place = await placeOf(deps, { kind: 'objective', id: objectiveId });
  if (!place.ok) return place;
  const refused = await unlessPermitted(
    deps,
    place.value.policy,
    'Only the objective’s owner, the team’s lead or an OKR lead answers this. Ask one of them.',
  );
  if (refused) return refused;
  if (place.value.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its review stays as it was.');
  }
  const outcome = await deps.findings.record({
    id,
    cycleId: place.value.cycleId,
    subject: 'objective',
    subjectId: objectiveId,
    rule: 'S4',
    findingText: '',
    active: true,
    reason: note,
    worth: { achieved, hurts },
    answeredBy: deps.me,
    answeredAt: deps.now,
    contentHash: contentHashOf('finding.answer', input),
  });
  return outcome === 'reused'
    ? refuse('exists', 'This was used for something else already. Open the page again and retry.')
    : ok({ id });
}
