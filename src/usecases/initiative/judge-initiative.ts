import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { impactOf } from '../../domain/impact';
import { computedOf, decisionsOn, sameComputed, type ComputedImpact } from '../../domain/judgement';
import { mayJudge } from '../../policies/initiative-policy';
import type { InitiativeRecord } from '../../storage/records';
import { contentHashOf, saved, unlessPermitted, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeToRead } from './place-to-read';

type Judge = Parsed<'initiative.judge'>;

/**
 * Keeps a person's judgement of an initiative beside the verdict computed here and now; what the browser computed is only
 * compared. When that is another one, because a measurement came in or somebody marked an event, the act is refused with the
 * new one. Taken on a closed cycle too. Appends only: whoever changes their mind judges again.
 * Refuses: `not-found`, `not-allowed`, `changed` (with `computed`), `invalid`, `exists` (an id used for something else).
 * Source: design §3.8.
 */
export async function judgeInitiative(
  deps: Dependencies,
  input: Judge,
): Promise<Result<Output<'initiative.judge'>>> {
  const contentHash = contentHashOf('initiative.judge', input);
  const done = await deps.judgements.find(input.id);
  if (done) {
    const repeated = done.by === deps.me && done.contentHash === contentHash;
    return repeated ? ok({ id: input.id }) : answerOf(input, { kind: 'reused' });
  }
  const row = await deps.initiatives.find(input.initiativeId);
  const place = row && (await placeToRead(deps, row.keyResultId));
  if (!row || !place) {
    return refuse('not-found', 'This initiative is not there any more. Open the page again.');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayJudge(who, place),
    'Only the owner of the key result or its objective, the team’s lead or an OKR lead can judge this. Ask one of them.',
  );
  if (refused) return refused;
  const { keyResult, team } = place;
  const initiative = keyResult.initiatives.find(({ id }) => id === row.id);
  if (!initiative) return refuse('not-found', 'This issue is detached. Attach it again to judge it.');
  const record = { ...keyResult, cadence: team.cadence, initiative };
  const impact = impactOf(record, dayIn(team.timeZone, deps.now));
  const computed = impact && computedOf(impact);
  if (!sameComputed(computed, input.seen)) {
    const { refusal } = refuse(
      'changed',
      'The verdict changed since you looked. Read the new one, then decide.',
      'seen',
    );
    return { ok: false, refusal: { ...refusal, computed } };
  }
  const wrong = refuseJudgement(input, initiative, computed);
  if (wrong) return wrong;
  const { id, verdict, reason, decision } = input;
  const judgement = { id, at: deps.now, by: deps.me, computed, verdict, reason, decision };
  const of = { keyResultId: keyResult.id, initiativeId: initiative.id };
  return answerOf(input, await deps.judgements.record(of, judgement, contentHash));
}

function answerOf({ id }: Judge, outcome: Parameters<typeof saved>[1]): Result<Output<'initiative.judge'>> {
  const answer = saved(id, outcome);
  return answer.ok ? ok({ id }) : answer;
}

function refuseJudgement(
  { verdict, decision, reason }: Judge,
  { work }: InitiativeRecord,
  computed: ComputedImpact | null,
): Refused | null {
  if (verdict === null && decision === null) {
    return refuse('invalid', 'Say something: a verdict, a decision, or both.', 'verdict');
  }
  if (verdict !== null && computed === null) {
    return refuse(
      'invalid',
      'Nobody has got anything of this yet, so there is only a decision to take.',
      'verdict',
    );
  }
  if (verdict !== null && verdict !== computed?.verdict && reason === '') {
    return refuse('invalid', 'Your verdict differs from the computed one: say why.', 'reason');
  }
  const decisions = decisionsOn(work);
  if (decision !== null && !decisions.includes(decision)) {
    const sentence = decisions.includes('keep')
      ? 'This work is under way: choose to keep, change or stop it.'
      : 'This work is finished: choose to build on it, leave it or undo it.';
    return refuse('invalid', sentence, 'decision');
  }
  return null;
}
