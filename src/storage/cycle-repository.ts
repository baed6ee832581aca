import { desc, eq } from 'drizzle-orm';
import type { CycleId } from '../domain/ids';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow } from './create-row';
import type { Database } from './database';
import type { CycleRecord } from './records';
import { cycle } from './schema';

export type CycleRow = typeof cycle.$inferSelect;
/** What a person says about a cycle. */
export type CycleValues = Omit<CycleRecord, 'id' | 'version'>;

/** A row without its last change. */
export function toCycle(row: CycleRow): CycleRecord {
  const { id, version, name, startsOn, endsOn, phase, parentId } = row;
  return { id, version, name, startsOn, endsOn, phase, parentId };
}

export function createCycleRepository(db: Database) {
  const find = async (id: CycleId): Promise<CycleRow | undefined> => {
    const [row] = await db.select().from(cycle).where(eq(cycle.id, id));
    return row;
  };
  return {
    find,

    /** All cycles, the latest first. */
    async list(): Promise<CycleRecord[]> {
      const rows = await db
        .select()
        .from(cycle)
        .orderBy(desc(cycle.startsOn), desc(cycle.endsOn), desc(cycle.id));
      return rows.map(toCycle);
    },

    async create(id: CycleId, values: CycleValues, act: Act): Promise<Outcome> {
      return createRow(
        db,
        { id, act },
        () => db.insert(cycle).values({ id, ...values, ...changeColumns(act, 1, []) }),
        () => find(id),
      );
    },

    async change(
      id: CycleId,
      basedOn: number,
      values: Partial<CycleValues>,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return changeRow(
        db,
        cycle,
        'cycle',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(cycle)
            .set({ ...values, ...last })
            .where(guard),
        () => find(id),
      );
    },
  };
}
