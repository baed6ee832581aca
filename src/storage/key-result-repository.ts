import { and, eq } from 'drizzle-orm';
import type { AccountId, KeyResultId } from '../domain/ids';
import { aliased } from './aliased';
import { changeColumns, changeRow, type Act, type LastChange, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow, nextNumber } from './create-row';
import type { Database } from './database';
import type { PlacedKeyResult } from './records';
import { cycle, keyResult, objective, team } from './schema';
import {
  cycleColumns,
  keyResultColumns,
  lastChangeColumns,
  objectiveColumns,
  teamColumns,
} from './selections';
import { visibleTo } from './visibility';

/** What a person says about a key result, and where it belongs. */
export type KeyResultValues = Pick<
  typeof keyResult.$inferSelect,
  'objectiveId' | 'title' | 'owner' | 'definition' | 'goalChangedOn' | 'removed'
>;
/** A key result where it belongs, with its last change. */
export type StoredKeyResult = PlacedKeyResult & {
  removed: boolean;
  objectiveRemoved: boolean;
  last: LastChange;
};

export function createKeyResultRepository(db: Database) {
  const reread = async (id: KeyResultId): Promise<LastChange | undefined> => {
    const [row] = await db.select().from(keyResult).where(eq(keyResult.id, id));
    return row;
  };
  return {
    /** The key result where it belongs, removed ones included; undefined too when `reader` may not see it. */
    async find(id: KeyResultId, reader: AccountId): Promise<StoredKeyResult | undefined> {
      const [row] = await db
        .select({
          keyResult: aliased(keyResult, 'k', keyResultColumns),
          objective: aliased(objective, 'o', objectiveColumns),
          state: aliased(keyResult, 's', ['removed']),
          objectiveState: aliased(objective, 'p', ['removed']),
          last: aliased(keyResult, 'l', lastChangeColumns),
          team: aliased(team, 't', teamColumns),
          cycle: aliased(cycle, 'c', cycleColumns),
        })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(and(eq(keyResult.id, id), visibleTo(reader)));
      if (!row) return undefined;
      const { state, objectiveState, ...found } = row;
      return { ...found, ...state, objectiveRemoved: objectiveState.removed };
    },

    /** Takes the next number under its unique key. */
    async create(id: KeyResultId, values: KeyResultValues, act: Act): Promise<Outcome> {
      return createRow(
        db,
        { id, act },
        () =>
          db
            .insert(keyResult)
            .values({ id, number: nextNumber(keyResult), ...values, ...changeColumns(act, 1, []) }),
        () => reread(id),
      );
    },

    async change(
      id: KeyResultId,
      basedOn: number,
      values: Partial<KeyResultValues>,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return changeRow(
        db,
        keyResult,
        'key-result',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(keyResult)
            .set({ ...values, ...last })
            .where(guard),
        () => reread(id),
      );
    },
  };
}
