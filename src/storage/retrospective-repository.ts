import { and, eq } from 'drizzle-orm';
import type { CycleId, RetrospectiveId, TeamId } from '../domain/ids';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createOnly } from './create-row';
import type { Database } from './database';
import { retrospective } from './schema';

/** What a team said of a cycle, with its last change. */
export type RetrospectiveRow = typeof retrospective.$inferSelect;
export type RetrospectiveWords = Pick<RetrospectiveRow, 'helped' | 'hindered' | 'learned' | 'willChange'>;
/** Whose, and of which cycle. */
export type RetrospectivePlace = { teamId: TeamId; cycleId: CycleId };

/** Retrospectives, one for each team and cycle. */
export function createRetrospectiveRepository(db: Database) {
  const find = async ({ teamId, cycleId }: RetrospectivePlace): Promise<RetrospectiveRow | undefined> => {
    const [row] = await db
      .select()
      .from(retrospective)
      .where(and(eq(retrospective.teamId, teamId), eq(retrospective.cycleId, cycleId)));
    return row;
  };
  return {
    find,

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: RetrospectiveId,
      basedOn: number,
      place: RetrospectivePlace,
      words: RetrospectiveWords,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      const reread = () => find(place);
      if (basedOn === 0) {
        const row = { id, ...place, ...words, ...changeColumns(act, 1, detail) };
        return createOnly(db, act, () => db.insert(retrospective).values(row), reread);
      }
      return changeRow(
        db,
        retrospective,
        'retrospective',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(retrospective)
            .set({ ...words, ...last })
            .where(guard),
        reread,
      );
    },
  };
}
