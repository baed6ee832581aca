import type { IssueId } from '../../domain/ids';
import { nearestOf } from '../../domain/nearest-of';
import type { InitiativeRecord, KeyResultFacts, ObjectiveFacts } from '../../storage/records';

/** A key result that an issue serves, and the initiative by which it does. */
export type Served = {
  objective: ObjectiveFacts;
  keyResult: KeyResultFacts;
  initiative: InitiativeRecord;
  /** The attached ancestor through which it serves; null: it is attached itself. */
  throughIssueId: IssueId | null;
};

/**
 * What an issue serves: its own key results, else those of its nearest attached ancestor, never both, so that work counts
 * once. `ancestorIds` are nearest first. Source: design §3.6.
 */
export function servedBy(
  objectives: readonly ObjectiveFacts[],
  issueId: IssueId,
  ancestorIds: readonly IssueId[],
): Served[] {
  const all = objectives.flatMap((objective) =>
    objective.keyResults.flatMap((keyResult) =>
      keyResult.initiatives.map((initiative) => ({ objective, keyResult, initiative })),
    ),
  );
  const attached = new Set(all.map(({ initiative }) => initiative.issueId));
  const through = nearestOf(issueId, ancestorIds, (id) => attached.has(id));
  return all
    .filter(({ initiative }) => initiative.issueId === through)
    .map((one) => ({ ...one, throughIssueId: through === issueId ? null : through }));
}
