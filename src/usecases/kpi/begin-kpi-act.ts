import type { CallName, Saved } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import type { KpiId, RequestId } from '../../domain/ids';
import { mayEditKpi } from '../../policies/kpi-policy';
import type { Act } from '../../storage/change';
import type { KpiRow, PlacedKpi } from '../../storage/kpi-repository';
import { actOf, already, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

export const whoChanges =
  'Only the KPI’s owner, its team’s lead or an OKR lead can change it. Ask one of them.';

/** A KPI with its team; undefined: it is not there. */
export async function placeOfKpi(deps: Dependencies, id: KpiId): Promise<PlacedKpi | undefined> {
  const { found } = await deps.kpis.read({ by: 'id', id });
  return found[0];
}

type Begun = { goOn: true; row: KpiRow; act: Act } | { goOn: false; answer: Result<Saved<KpiId>> };

/** How every act on one KPI begins: it is there, the act is not done yet and not too late, and the person may. */
export async function beginKpiAct(
  deps: Dependencies,
  call: CallName,
  input: { id: KpiId; version: number; requestId: RequestId; why: string },
): Promise<Begun> {
  const stop = (answer: Result<Saved<KpiId>>): Begun => ({ goOn: false, answer });
  const place = await placeOfKpi(deps, input.id);
  if (!place) return stop(refuse('not-found', 'This KPI is not there. Open the page again.'));
  const act = actOf(deps, call, input, input.why);
  const done = await already(deps, place.kpi.id, place.kpi, act, input.version);
  if (done) return stop(done);
  const refused = await unlessPermitted(deps, (who) => mayEditKpi(who, place), whoChanges);
  return refused ? stop(refused) : { goOn: true, row: place.kpi, act };
}
