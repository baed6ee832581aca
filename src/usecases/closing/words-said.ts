import type { ClosingWords } from '../../contract/closing-calls';
import type { KeyResultId, ObjectiveId } from '../../domain/ids';
import type { ClosingPlace, SaidScore } from '../../storage/closing-reader';
import type { ObjectiveFacts } from '../../storage/records';

/** What was said of these objectives and their key results, which the reader may see, and by their team. */
export function wordsSaid(
  said: readonly SaidScore[],
  objectives: readonly ObjectiveFacts[],
  retrospective: ClosingPlace['retrospective'],
): ClosingWords {
  const keyResultIds = objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const objectiveIds = objectives.map(({ objective }) => objective.id);
  const rows = new Map(said.map((row) => [row.subjectId, row]));
  const each = <Id extends KeyResultId | ObjectiveId, T>(ids: Id[], present: (id: Id, row: SaidScore) => T) =>
    ids.flatMap((id) => {
      const row = rows.get(id);
      return row ? [present(id, row)] : [];
    });
  const by = ({ version, changedBy, changedAt }: Pick<SaidScore, 'version' | 'changedBy' | 'changedAt'>) => ({
    version,
    by: changedBy,
    at: changedAt,
  });
  return {
    scores: each(keyResultIds, (keyResultId, row) => ({
      id: row.id,
      keyResultId,
      ...by(row),
      score: row.score,
      label: row.label ?? 'dropped',
      suggested: row.suggested ?? { now: null, published: null },
      rationale: row.said,
      next: row.next,
    })),
    confirmations: each(objectiveIds, (objectiveId, row) => ({
      id: row.id,
      objectiveId,
      ...by(row),
      score: row.score,
      writeUp: row.said,
    })),
    retrospective: retrospective && presentRetrospective(retrospective, by(retrospective)),
  };
}

function presentRetrospective<T>(row: NonNullable<ClosingPlace['retrospective']>, by: T) {
  const { id, helped, hindered, learned, willChange } = row;
  return { id, ...by, helped, hindered, learned, willChange };
}
