import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { kpiStanding } from '../../domain/kpi';
import { owedBy, owedOnObjective, type Owed, type OwedOnObjective } from '../../domain/owed';
import { viewer } from '../../policies/actor';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { listedDays, listedValues } from '../kpi/list-kpis';
import { presentKpi } from '../kpi/present-kpi';
import { present } from '../present';

/**
 * What waits for the person asking: check-ins, asks, decisions, scores and write-ups, next steps, verdicts, days people got it,
 * hypotheses, what returns on a date, searches that give no number, and KPIs whose value is due, of closed cycles too. Four
 * statements in two steps; what nothing is owed on is left out. Source: design §3.3, §3.8, §3.9.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const [found, troubled, kpis, who] = await Promise.all([
    deps.okrs.read({ by: 'owed', person: deps.me }, deps.me),
    deps.numberSources.inTrouble(deps.me),
    deps.kpis.owed(deps.me, addDays(dayIn('UTC', deps.now), -listedDays)),
    viewer(deps.actor),
  ]);
  const scored = await scoredOf(deps, found.objectives);
  const { rules } = found.site;
  const owed: Owed[] = [];
  const onObjectives: OwedOnObjective[] = [];
  const owes = ({ team, cycle }: ObjectiveFacts, keyResult: KeyResultFacts): boolean => {
    const on = {
      ...keyResult,
      cadence: team.cadence,
      teamLead: team.lead,
      cyclePhase: cycle.phase,
      isScored: scored.has(keyResult.id),
    };
    const here = owedBy(deps.me, on, rules, dayIn(team.timeZone, deps.now));
    const trouble = troubled.filter(({ keyResultId }) => keyResultId === keyResult.id);
    owed.push(...here, ...trouble.map((one) => ({ kind: 'source' as const, ...one })));
    return here.length + trouble.length > 0;
  };
  const owesOn = ({ objective, team, cycle, keyResults }: ObjectiveFacts): boolean => {
    const on = {
      id: objective.id,
      owner: objective.owner,
      teamLead: team.lead,
      cyclePhase: cycle.phase,
      keyResults: keyResults.map((keyResult) => ({ ...keyResult, cadence: team.cadence })),
      isConfirmed: scored.has(objective.id),
    };
    const here = owedOnObjective(deps.me, on, dayIn(team.timeZone, deps.now));
    if (here) onObjectives.push(here);
    return here !== null;
  };
  const objectives = found.objectives.flatMap((facts) => {
    const isOwed = owesOn(facts);
    const keyResults = facts.keyResults.filter((keyResult) => owes(facts, keyResult));
    // A next step may be on any of an objective's key results.
    if (isOwed) return [facts];
    return keyResults.length > 0 ? [{ ...facts, keyResults }] : [];
  });
  const due = kpis
    .map(({ place, values }) => presentKpi(place, values, who))
    .filter((kpi) => {
      const today = dayIn(kpi.team.timeZone, deps.now);
      return kpiStanding(kpi, rules, today).freshness.state !== 'fresh';
    })
    .map((kpi) => ({ ...kpi, values: kpi.values.slice(-listedValues) }));
  return ok({ ...present({ ...found, objectives }, who), owed, onObjectives, kpis: due });
}

/** The objectives and key results of cycles being scored that somebody said the score of. */
async function scoredOf(
  { scores }: Pick<Dependencies, 'scores'>,
  objectives: readonly ObjectiveFacts[],
): Promise<ReadonlySet<string>> {
  const ids = objectives
    .filter(({ cycle }) => cycle.phase === 'scoring')
    .flatMap(({ objective, keyResults }) => [objective.id, ...keyResults.map(({ id }) => id)]);
  return new Set<string>((await scores.of(ids)).map(({ subjectId }) => subjectId));
}
