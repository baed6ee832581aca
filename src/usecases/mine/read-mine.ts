import type { Output } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { addDays, dayIn } from '../../domain/dates';
import { owedBy, type Owed } from '../../domain/owed';
import { mostPrepareDays } from '../../domain/rules';
import { viewer } from '../../policies/actor';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { preparingOf } from './preparing';

/**
 * What waits for the person asking: check-ins, verdicts, days people got it, hypotheses, and what returns on a date, of
 * closed cycles too; and drafts of cycles that begin soon. Two statements, side by side; key results on which nothing is owed
 * are left out. Source: design §3.8, §3.12.
 */
export async function readMine(deps: Dependencies): Promise<Result<Output<'mine.read'>>> {
  const today = dayIn('UTC', deps.now);
  const [found, drafts, who] = await Promise.all([
    deps.okrs.read({ by: 'owed', person: deps.me }, deps.me),
    deps.preparation.ofPerson(deps.me, addDays(today, mostPrepareDays)),
    viewer(deps.actor),
  ]);
  const { rules } = found.site;
  const until = addDays(today, rules.prepareDays);
  const owed: Owed[] = [];
  const owes = ({ team, cycle }: ObjectiveFacts, keyResult: KeyResultFacts): boolean => {
    const on = { ...keyResult, cadence: team.cadence, teamLead: team.lead, cyclePhase: cycle.phase };
    const here = owedBy(deps.me, on, rules, dayIn(team.timeZone, deps.now));
    owed.push(...here);
    return here.length > 0;
  };
  const objectives = found.objectives
    .map((facts) => ({
      ...facts,
      keyResults: facts.keyResults.filter((keyResult) => owes(facts, keyResult)),
    }))
    .filter(({ keyResults }) => keyResults.length > 0);
  const preparing = preparingOf(
    deps.me,
    drafts.filter(({ startsOn }) => startsOn <= until),
  );
  return ok({ ...present({ ...found, objectives }, who), owed, preparing });
}
