import type { SiteReading } from '../../contract/readings';
import { dayIn } from '../../domain/dates';
import type { AccountId } from '../../domain/ids';
import { owedBy, type Owed } from '../../domain/owed';
import type { KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/** What somebody owes, and what it is on: key results on which nothing is owed are left out. */
export type OwedTo = { site: SiteReading; objectives: ObjectiveFacts[]; owed: Owed[] };

/**
 * What waits for this person, of what they may see: check-ins, verdicts, days people got it, hypotheses, and what returns on a
 * date, of closed cycles too. One statement. Source: design §3.8.
 */
export async function owedTo(
  { okrs, now }: Pick<Dependencies, 'okrs' | 'now'>,
  person: AccountId,
): Promise<OwedTo> {
  const found = await okrs.read({ by: 'owed', person }, person);
  const owed: Owed[] = [];
  const owes = ({ team, cycle }: ObjectiveFacts, keyResult: KeyResultFacts): boolean => {
    const on = { ...keyResult, cadence: team.cadence, teamLead: team.lead, cyclePhase: cycle.phase };
    const here = owedBy(person, on, found.site.rules, dayIn(team.timeZone, now));
    owed.push(...here);
    return here.length > 0;
  };
  const objectives = found.objectives
    .map((facts) => ({
      ...facts,
      keyResults: facts.keyResults.filter((keyResult) => owes(facts, keyResult)),
    }))
    .filter(({ keyResults }) => keyResults.length > 0);
  return { site: found.site, objectives, owed };
}
