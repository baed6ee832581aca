import { and, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { KeyResultId, ObjectiveId } from '../domain/ids';
import { needsPerson, type CountTrouble } from '../domain/number-source';
import type { Database } from './database';
import { numberSource, score } from './schema';
import { asText } from './read-as';

/** What decides, beside the OKRs themselves, what somebody owes on them. */
export type SaidOf = {
  /** Objectives and key results that somebody said the score of. */
  scored: ReadonlySet<string>;
  /** Why the searches of these key results stored nothing last time, until somebody does something. */
  troubles: ReadonlyMap<KeyResultId, CountTrouble>;
};

/** What decides what waits for a person, beside the OKRs themselves. */
export function createOwedReader(db: Database) {
  return {
    /** Scores of `subjects`, and troubles of the searches that measure `keyResults`: one statement, none where both are empty. */
    async said(
      subjects: readonly (KeyResultId | ObjectiveId)[],
      keyResults: readonly KeyResultId[],
    ): Promise<SaidOf> {
      const scored = new Set<string>();
      const troubles = new Map<KeyResultId, CountTrouble>();
      if (keyResults.length + subjects.length === 0) return { scored, troubles };
      // Drizzle says FALSE for a list without anything in it.
      const rows = await unionAll(
        db
          .select({
            subjectId: sql`${score.subjectId}`.mapWith(score.subjectId).as('subject_id'),
            keyResultId: asText<KeyResultId | null>(sql`NULL`).as('key_result_id'),
            outcome: asText<CountTrouble | null>(sql`NULL`).as('outcome'),
          })
          .from(score)
          .where(inArray(score.subjectId, [...subjects])),
        db
          .select({
            subjectId: sql`''`.mapWith(score.subjectId).as('subject_id'),
            keyResultId: asText<KeyResultId | null>(sql`${numberSource.keyResultId}`).as('key_result_id'),
            outcome: asText<CountTrouble | null>(sql`${numberSource.outcome}`).as('outcome'),
          })
          .from(numberSource)
          .where(
            and(
              inArray(numberSource.keyResultId, [...keyResults]),
              eq(numberSource.kind, 'jql'),
              inArray(numberSource.outcome, [...needsPerson]),
            ),
          ),
      );
      for (const { subjectId, keyResultId, outcome } of rows) {
        if (keyResultId !== null && outcome !== null) troubles.set(keyResultId, outcome);
        else scored.add(subjectId);
      }
      return { scored, troubles };
    },
  };
}
