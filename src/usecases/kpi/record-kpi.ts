import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { checkBackdated } from '../../domain/check-check-in';
import { dayIn } from '../../domain/dates';
import { mayRecordKpi } from '../../policies/kpi-policy';
import { contentHashOf, refusedBy, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeOfKpi } from './begin-kpi-act';
import { followAtOnce } from './keep-followers';

/**
 * Records a value of a KPI. One INSERT decides; the key results that follow it get it at once where possible, else with the
 * hourly schedule. Refuses: `not-found`, `not-allowed`, `invalid`, `exists` (an id used for something else).
 */
export async function recordKpi(
  deps: Dependencies,
  input: Parsed<'kpi.record'>,
): Promise<Result<Output<'kpi.record'>>> {
  const { id, kpiId, day, value, note, source } = input;
  const place = await placeOfKpi(deps, kpiId);
  if (!place || place.kpi.removed) {
    return refuse('not-found', 'This KPI is not there. Open the page again.', 'kpiId');
  }
  const refused = await unlessPermitted(
    deps,
    (who) => mayRecordKpi(who, place),
    'Only the team’s members and the KPI’s owner can record its values. Ask the team’s lead to add you.',
  );
  if (refused) return refused;
  const today = dayIn(place.team.timeZone, deps.now);
  if (day > today) {
    return refuse('invalid', 'This day lies in the future: choose the day the value was measured.', 'day');
  }
  const said = { day, value, reached: null, evidence: note };
  const late = source === 'sample' ? null : refusedBy(checkBackdated(said, place.kpi.cadence, today), '');
  if (late) return refuse('invalid', late.refusal.message, 'note');
  const contentHash = contentHashOf('kpi.record', input);
  const row = { id, kpiId, day, value, note, source, recordedAt: deps.now, recordedBy: deps.me, contentHash };
  const outcome = saved(id, await deps.kpis.record(row));
  if (!outcome.ok) return outcome;
  await followAtOnce(deps, kpiId);
  return ok({ id });
}
