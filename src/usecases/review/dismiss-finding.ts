import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { contentHashOf, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeOf } from './place-of';

/**
 * Says that a finding does not apply, with the reason, or takes that back. Whoever writes what it is about; appends only, so
 * that what was said before stays. Refuses: `not-found`, `not-allowed`, `closed`, `invalid` (no reason), `exists`.
 */
export async function dismissFinding(
  deps: Dependencies,
  input: Parsed<'finding.dismiss'>,
): Promise<Result<Output<'finding.dismiss'>>> {
  const { id, subject, rule, words, stands, reason } = input;
  const place = await placeOf(deps, subject);
  if (!place.ok) return place;
  const { cycleId, phase, policy } = place.value;
  const refused = await unlessPermitted(
    deps,
    policy,
    'Only who writes this may dismiss what the review says of it. Ask its owner or the team’s lead.',
  );
  if (refused) return refused;
  if (phase === 'closed') return refuse('closed', 'This cycle is closed, so its review stays as it was.');
  if (stands && reason === '') return refuse('invalid', 'Say why this does not apply.', 'reason');
  const outcome = await deps.findings.record({
    id,
    cycleId,
    subject: subject.kind,
    subjectId: subject.id,
    rule,
    findingText: words,
    active: stands,
    reason,
    worth: null,
    answeredBy: deps.me,
    answeredAt: deps.now,
    contentHash: contentHashOf('finding.dismiss', input),
  });
  return outcome === 'reused'
    ? refuse('exists', 'This was used for something else already. Open the page again and retry.')
    : ok({ id });
}
