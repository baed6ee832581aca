import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { kpiStanding } from '../../domain/kpi';
import { owedBy, type Owed } from '../../domain/owed';
import { viewer } from '../../policies/actor';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { listedDays, listedValues } from '../kpi/list-kpis';
import { presentKpi } from '../kpi/present-kpi';
import { present } from '../present';

/**
 * What waits for the person asking: check-ins, verdicts, days people got it, hypotheses, and what returns on a date, of
 * closed cycles too, and searches that give no number. and KPIs whose value is due. Four statements, side by side; key results on which nothing is owed are left out. Source: design §3.8.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const ownKpis = { by: 'owed' as const, person: deps.me };
  const [found, troubled, kpis, values, who] = await Promise.all([
    deps.okrs.read({ by: 'owed', person: deps.me }, deps.me),
    deps.numberSources.inTrouble(deps.me),
    deps.kpis.read(ownKpis),
    deps.kpis.values(ownKpis, addDays(dayIn('UTC', deps.now), -listedDays)),
    viewer(deps.actor),
  ]);
  const { rules } = found.site;
  const owed: Owed[] = [];
  const owes = ({ team, cycle }: ObjectiveFacts, keyResult: KeyResultFacts): boolean => {
    const on = { ...keyResult, cadence: team.cadence, teamLead: team.lead, cyclePhase: cycle.phase };
    const here = owedBy(deps.me, on, rules, dayIn(team.timeZone, deps.now));
    const trouble = troubled.filter(({ keyResultId }) => keyResultId === keyResult.id);
    owed.push(...here, ...trouble.map((one) => ({ kind: 'source' as const, ...one })));
    return here.length + trouble.length > 0;
  };
  const objectives = found.objectives
    .map((facts) => ({
      ...facts,
      keyResults: facts.keyResults.filter((keyResult) => owes(facts, keyResult)),
    }))
    .filter(({ keyResults }) => keyResults.length > 0);
  const due = kpis.found
    .map((place) => presentKpi(place, values.get(place.kpi.id)?.values ?? [], who))
    .filter((kpi) => {
      const today = dayIn(kpi.team.timeZone, deps.now);
      return kpiStanding(kpi, rules, today).freshness.state !== 'fresh';
    })
    .map((kpi) => ({ ...kpi, values: kpi.values.slice(-listedValues) }));
  return ok({ ...present({ ...found, objectives }, who), owed, kpis: due });
}
