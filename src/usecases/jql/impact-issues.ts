import { dayIn, type LocalDate } from '../../domain/dates';
import type { IssueId, KeyResultId } from '../../domain/ids';
import { impactOf, type ImpactVerdict } from '../../domain/impact';
import { heldVerdict } from '../../domain/judgement';
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

/** As somebody judged last, else as computed; what somebody held to be too early is computed anew (design §3.8). */
function verdictOf(
  { team }: ObjectiveFacts,
  keyResult: KeyResultFacts,
  initiative: InitiativeRecord,
  today: LocalDate,
): ImpactVerdict | null {
  const held = heldVerdict(initiative);
  if (held !== null && held !== 'too-early') return held;
  return impactOf({ ...keyResult, cadence: team.cadence, initiative }, today)?.verdict ?? null;
}
