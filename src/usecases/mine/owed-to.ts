import type { CyclePhase, SiteReading } from '../../contract/readings';
import { dayIn } from '../../domain/dates';
import type { AccountId } from '../../domain/ids';
import { owedBy, owedOnObjective, type Owed, type OwedOnObjective } from '../../domain/owed';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/** What somebody owes, and what it is on. */
export type OwedTo = {
  site: SiteReading;
  objectives: ObjectiveFacts[];
  owed: Owed[];
  onObjectives: OwedOnObjective[];
};

/**
 * What waits for this person, of what they may see: check-ins, asks, decisions, scores and write-ups, next steps, verdicts, days people
 * got it, hypotheses, what returns on a date, and searches that give no number, of closed cycles too. Two statements in two steps; what
 * nothing is owed on is left out. Source: design §3.3, §3.8, §3.9.
 */
export async function owedTo(
  deps: Pick<Dependencies, 'okrs' | 'owed' | 'now'>,
  person: AccountId,
): Promise<OwedTo> {
  const found = await deps.okrs.read({ by: 'owed', person }, person);
  const { scored, troubles } = await saidOf(deps, found.objectives);
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
      trouble: troubles.get(keyResult.id) ?? null,
    };
    const here = owedBy(person, on, rules, dayIn(team.timeZone, deps.now));
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
    const here = owedOnObjective(person, on, dayIn(team.timeZone, deps.now));
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
  return { site: found.site, objectives, owed, onObjectives };
}

/** What was said of the objectives and key results of cycles being scored, and the searches of running ones that give no number. */
async function saidOf({ owed }: Pick<Dependencies, 'owed'>, objectives: readonly ObjectiveFacts[]) {
  const keyResultsIn = (phases: readonly CyclePhase[]) =>
    objectives
      .filter(({ cycle }) => phases.includes(cycle.phase))
      .flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const scoring = objectives.filter(({ cycle }) => cycle.phase === 'scoring');
  return owed.said(
    [...scoring.map(({ objective }) => objective.id), ...keyResultsIn(['scoring'])],
    keyResultsIn(['active', 'scoring']),
  );
}
