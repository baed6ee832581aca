import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { KpiId } from '../../domain/ids';
import { mayCorrectKpi } from '../../policies/kpi-policy';
import { outcomeOfRepeat } from '../../storage/correction-repository';
import { contentHashOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { addCorrection } from '../measuring/add-correction';
import { placeOfKpi } from './begin-kpi-act';
import { followAtOnce } from './keep-followers';

type Correct = Parsed<'kpi.correct'>;

/**
 * Corrects a value of a KPI, or takes it back, for the key results that follow it, too. As `correctCheckIn`: one INSERT decides
 * under the turn. Refuses: `not-found`, `not-allowed`, `invalid`, `changed`, `exists`.
 */
export async function correctKpi(deps: Dependencies, input: Correct): Promise<Result<Output<'kpi.correct'>>> {
  const contentHash = contentHashOf('kpi.correct', input);
  const { id, kpiId, kpiValueId, turn, value, why } = input;
  const done = await deps.corrections.find(id);
  if (done) {
    return answerOf(deps, kpiId, saved(id, outcomeOfRepeat(done, { correctedBy: deps.me, contentHash })));
  }
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
  const said = { id, subjectId: kpiId, about: kpiValueId, turn, value, why, contentHash };
  return answerOf(deps, kpiId, await addCorrection(deps, said, recorded.value, earlier));
}

async function answerOf(
  deps: Dependencies,
  kpiId: KpiId,
  answer: Awaited<ReturnType<typeof addCorrection>>,
): Promise<Result<Output<'kpi.correct'>>> {
  if (!answer.ok) return answer;
  await followAtOnce(deps, kpiId);
  return ok({ id: answer.value.id });
}
