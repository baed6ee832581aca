import { dayIn } from '../../domain/dates';
import type { IssueId, KeyResultId } from '../../domain/ids';
import { impactOf, type ImpactVerdict } from '../../domain/impact';
import type { InitiativeRecord, KeyResultFacts, ObjectiveFacts } from '../../storage/records';
import type { Upkeep } from '../work/keep-issues';

const pageSize = 100;

/** The issues attached to these key results whose verdict this is, ascending; nothing restricted is read. */
export async function impactIssues(
  { okrs, now }: Upkeep,
  keyResultIds: readonly KeyResultId[],
  verdict: ImpactVerdict,
): Promise<IssueId[]> {
  const issues = new Set<IssueId>();
  for (let at = 0; at < keyResultIds.length; at += pageSize) {
    const ids = keyResultIds.slice(at, at + pageSize);
    const { objectives } = await okrs.read({ by: 'key-results', ids }, null);
    for (const { objective, keyResult } of keyResultsOf(objectives)) {
      const today = dayIn(objective.team.timeZone, now);
      for (const initiative of keyResult.initiatives) {
        if (initiative.work?.gone === true) continue;
        if (verdictOf(objective, keyResult, initiative, today) === verdict) issues.add(initiative.issueId);
      }
    }
  }
  return [...issues].sort((left, right) => Number(left) - Number(right));
}

function keyResultsOf(objectives: readonly ObjectiveFacts[]) {
  return objectives.flatMap((objective) =>
    objective.keyResults.map((keyResult) => ({ objective, keyResult })),
  );
}

/** As somebody judged last, else as computed (design §3.8). */
function verdictOf(
  { team }: ObjectiveFacts,
  { definition, checkIns, initiatives }: KeyResultFacts,
  initiative: InitiativeRecord,
  today: ReturnType<typeof dayIn>,
): ImpactVerdict | null {
  const record = { definition, checkIns, cadence: team.cadence };
  return impactOf({ ...record, initiative, initiatives, events: [] }, today)?.verdict ?? null;
}
