import type { Output } from '../../contract/calls';
import type { CyclePhase } from '../../contract/readings';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { kpiStanding } from '../../domain/kpi';
import { owedBy, owedOnObjective, type Owed, type OwedOnObjective } from '../../domain/owed';
import { mostPrepareDays } from '../../domain/rules';
import { viewer } from '../../policies/actor';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { listedDays, listedValues } from '../kpi/list-kpis';
import { presentKpi } from '../kpi/present-kpi';
import { present } from '../present';
import { preparingOf } from './preparing';

/**
 * What waits for the person asking: check-ins, asks, decisions, scores and write-ups, next steps, verdicts, days people got it,
 * hypotheses, what returns on a date, searches that give no number, and KPIs whose value is due, of closed cycles too; and drafts
 * of cycles that begin soon. Four statements in two steps; what nothing is owed on is left out. Source: design §3.3, §3.8, §3.9, §3.12.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const today = dayIn('UTC', deps.now);
  const [found, drafts, kpis, who] = await Promise.all([
    deps.okrs.read({ by: 'owed', person: deps.me }, deps.me),
    deps.preparation.ofPerson(deps.me, addDays(today, mostPrepareDays)),
    deps.kpis.owed(deps.me, addDays(today, -listedDays)),
    viewer(deps.actor),
  ]);
  const { scored, troubles } = await besidesOf(deps, found.objectives);
  const { rules } = found.site;
  const until = addDays(today, rules.prepareDays);
  const owed: Owed[] = [];
  const onObjectives: OwedOnObjective[] = [];
  const owes = ({ team, cycle }: ObjectiveFacts, keyResult: KeyResultFacts): boolean => {
    const on = {
      ...keyResult,
      cadence: team.cadence,
      teamLead: team.lead,
      cyclePhase: cycle.phase,
      isScored: scored.has(keyResult.id),
      trouble: troubles.get(keyResult.id) ?? null,
    };
    const here = owedBy(deps.me, on, rules, dayIn(team.timeZone, deps.now));
    owed.push(...here);
    return here.length > 0;
  };
  const owesOn = ({ objective, ownerLeft, team, cycle, keyResults }: ObjectiveFacts): boolean => {
    const on = {
      id: objective.id,
      owner: objective.owner,
      ownerLeft,
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
    .filter((kpi) => kpiStanding(kpi, rules, dayIn(kpi.team.timeZone, deps.now)).freshness.state !== 'fresh')
    .map((kpi) => ({ ...kpi, values: kpi.values.slice(-listedValues) }));
  const preparing = preparingOf(
    deps.me,
    drafts.filter(({ startsOn }) => startsOn <= until),
  );
  return ok({ ...present({ ...found, objectives }, who), owed, onObjectives, kpis: due, preparing });
}

/** What was said of the objectives and key results of cycles being scored, and the searches of running ones that give no number. */
async function besidesOf({ owed }: Pick<Dependencies, 'owed'>, objectives: readonly ObjectiveFacts[]) {
  const keyResultsIn = (phases: readonly CyclePhase[]) =>
    objectives
      .filter(({ cycle }) => phases.includes(cycle.phase))
      .flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const scoring = objectives.filter(({ cycle }) => cycle.phase === 'scoring');
  return owed.besides(
    [...scoring.map(({ objective }) => objective.id), ...keyResultsIn(['scoring'])],
    keyResultsIn(['active', 'scoring']),
  );
}
