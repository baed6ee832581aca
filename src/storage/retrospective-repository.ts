import { and, eq } from 'drizzle-orm';
import type { CycleId, RetrospectiveId, TeamId } from '../domain/ids';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
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
      return saveOnly(
        db,
        retrospective,
        'retrospective',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(retrospective).values({ id, ...place, ...words, ...first }),
          update: (last, guard) =>
            db
              .update(retrospective)
              .set({ ...words, ...last })
              .where(guard),
          find: () => find(place),
        },
      );
    },
  };
}
