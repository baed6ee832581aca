import { and, eq, inArray } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { CycleId, KeyResultId, ObjectiveId, ScoreId, TeamId } from '../domain/ids';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { keyResult, objective, score } from './schema';

/** What was said of one key result or objective, with its last change. */
export type ScoreRow = typeof score.$inferSelect;
/** What a person says of it, and what follows from that. */
export type ScoreValues = Pick<ScoreRow, 'score' | 'label' | 'suggested' | 'said' | 'next'>;
/** What a score is of. */
export type ScoreSubject = Pick<ScoreRow, 'subject' | 'subjectId'>;

/** Scores of key results and objectives, one for each. */
export function createScoreRepository(db: Database) {
  const find = async (subjectId: KeyResultId | ObjectiveId): Promise<ScoreRow | undefined> => {
    const [row] = await db.select().from(score).where(eq(score.subjectId, subjectId));
    return row;
  };
  return {
    find,

    /** Those of these key results and objectives that were said. */
    async of(subjectIds: readonly (KeyResultId | ObjectiveId)[]): Promise<ScoreRow[]> {
      if (subjectIds.length === 0) return [];
      return db
        .select()
        .from(score)
        .where(inArray(score.subjectId, [...subjectIds]));
    },

    /** Those of a team's objectives and key results in a cycle, in one statement. */
    async ofPlace(teamId: TeamId, cycleId: CycleId): Promise<ScoreRow[]> {
      const here = and(eq(objective.teamId, teamId), eq(objective.cycleId, cycleId));
      const objectives = db.select({ id: objective.id }).from(objective).where(here);
      const keyResults = db
        .select({ id: keyResult.id })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .where(here);
      // A union, not an OR: each part is found from an index.
      return unionAll(
        db.select().from(score).where(inArray(score.subjectId, objectives)),
        db.select().from(score).where(inArray(score.subjectId, keyResults)),
      );
    },

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: ScoreId,
      basedOn: number,
      of: ScoreSubject,
      values: ScoreValues,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        score,
        'score',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(score).values({ id, ...of, ...values, ...first }),
          update: (last, guard) =>
            db
              .update(score)
              .set({ ...values, ...last })
              .where(guard),
          find: () => find(of.subjectId),
        },
      );
    },
  };
}
