import type { IssueId } from '../../domain/ids';
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
  for (const id of [issueId, ...ancestorIds]) {
    const throughIssueId = id === issueId ? null : id;
    const served = objectives.flatMap((objective) =>
      objective.keyResults.flatMap((keyResult) =>
        keyResult.initiatives
          .filter((initiative) => initiative.issueId === id)
          .map((initiative) => ({ objective, keyResult, initiative, throughIssueId })),
      ),
    );
    if (served.length > 0) return served;
  }
  return [];
}
