import { and, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { AccountId, KeyResultId, ObjectiveId, SharedKeyResultId } from '../domain/ids';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { cycle, objective, sharedKeyResult, team } from './schema';
import type { sharedColumns } from './selections';
import { visibleTo } from './visibility';

/** A key result and an objective of another team beneath which it is shown, or was, with the last change. */
export type SharedKeyResultRow = typeof sharedKeyResult.$inferSelect;
/** What a view reads of it. */
export type SharedFacts = Pick<SharedKeyResultRow, (typeof sharedColumns)[number]>;

/** The objective beneath which a key result is shown, its team and its cycle: beside the key result's own. */
export const under = {
  objective: alias(objective, 'under_objective'),
  team: alias(team, 'under_team'),
  cycle: alias(cycle, 'under_cycle'),
};

/** The ids of key results shown beneath objectives that `where` (on `under`) and `reader` let through, as a query within another one. */
export function shownUnder(db: Database, where: SQL | undefined, reader: AccountId) {
  return db
    .select({ id: sharedKeyResult.keyResultId })
    .from(sharedKeyResult)
    .innerJoin(under.objective, eq(under.objective.id, sharedKeyResult.objectiveId))
    .innerJoin(under.team, eq(under.team.id, under.objective.teamId))
    .innerJoin(under.cycle, eq(under.cycle.id, under.objective.cycleId))
    .where(
      and(
        eq(sharedKeyResult.shown, true),
        eq(under.objective.removed, false),
        visibleTo(reader, under),
        where,
      ),
    );
}

/** Key results shown beneath objectives of other teams, one row for each pair. */
export function createSharedKeyResultRepository(db: Database) {
  const find = async (
    keyResultId: KeyResultId,
    objectiveId: ObjectiveId,
  ): Promise<SharedKeyResultRow | undefined> => {
    const [row] = await db
      .select()
      .from(sharedKeyResult)
      .where(and(eq(sharedKeyResult.objectiveId, objectiveId), eq(sharedKeyResult.keyResultId, keyResultId)));
    return row;
  };
  return {
    find,

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: SharedKeyResultId,
      basedOn: number,
      { keyResultId, objectiveId, shown }: Pick<SharedKeyResultRow, 'keyResultId' | 'objectiveId' | 'shown'>,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        sharedKeyResult,
        'alignment',
        { id, basedOn, act, detail },
        {
          insert: (first) =>
            db.insert(sharedKeyResult).values({ id, keyResultId, objectiveId, shown, ...first }),
          update: (last, guard) =>
            db
              .update(sharedKeyResult)
              .set({ shown, ...last })
              .where(guard),
          find: () => find(keyResultId, objectiveId),
        },
      );
    },
  };
}
