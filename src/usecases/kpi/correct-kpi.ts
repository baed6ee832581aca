import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayCorrectKpi } from '../../policies/kpi-policy';
import { outcomeOfRepeat } from '../../storage/correction-repository';
import { printOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeOfKpi } from './begin-kpi-act';
import { followAtOnce } from './keep-followers';

type Correct = Parsed<'kpi.correct'>;

/**
 * Corrects a value of a KPI, or takes it back, for the key results that follow it, too. As `correctCheckIn`: one INSERT decides
 * under the turn. Refuses: `not-found`, `not-allowed`, `invalid`, `changed`, `exists`.
 */
export async function correctKpi(deps: Dependencies, input: Correct): Promise<Result<Output<'kpi.correct'>>> {
  const print = printOf('kpi.correct', input);
  const { id, kpiId, kpiValueId, turn, value, why } = input;
  const done = await deps.corrections.find(id);
  if (done) return answerOf(deps, input, outcomeOfRepeat(done, { correctedBy: deps.me, print }));
  const [place, known] = await Promise.all([
    placeOfKpi(deps, kpiId),
    deps.kpis.values({ by: 'id', id: kpiId }, null),
  ]);
  const recorded = known.get(kpiId)?.values.find((one) => one.id === kpiValueId);
  if (!place || place.kpi.removed || !recorded) {
    return refuse('not-found', 'This value is not there any more. Open the page again.');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayCorrectKpi(who, recorded, place),
    'Only who recorded this value and the KPI’s owner can correct it. Ask one of them.',
  );
  if (refused) return refused;
  const earlier = known.get(kpiId)?.corrections.filter(({ about }) => about === kpiValueId) ?? [];
  const first = earlier.find((one) => one.turn >= turn);
  if (first) return answerOf(deps, input, { kind: 'changed', by: first.by, at: first.at });
  if (turn > earlier.length + 1) {
    return refuse('invalid', 'This was not sent whole. Reload the page and retry.', 'turn');
  }
  if (value === recorded.value) return refuse('invalid', 'This is the value it has already.', 'value');
  const row = {
    id,
    subjectId: kpiId,
    about: kpiValueId,
    turn,
    fromValue: recorded.value,
    value,
    why,
    correctedBy: deps.me,
    correctedAt: deps.now,
    print,
  };
  return answerOf(deps, input, await deps.corrections.add(row));
}

async function answerOf(
  deps: Dependencies,
  { id, kpiId }: Correct,
  outcome: Parameters<typeof saved>[1],
): Promise<Result<Output<'kpi.correct'>>> {
  const answer = saved(id, outcome);
  if (!answer.ok) return answer;
  await followAtOnce(deps, kpiId);
  return ok({ id });
}
