import { and, eq } from 'drizzle-orm';
import type { DependencyId, KeyResultId, TeamId } from '../domain/ids';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createOnly } from './create-row';
import type { Database } from './database';
import type { TeamRecord } from './records';
import { dependency } from './schema';

/** A team that a key result depends on, with its last change. */
export type DependencyRow = typeof dependency.$inferSelect;
export type DependencyValues = Pick<
  DependencyRow,
  'needs' | 'state' | 'reason' | 'askedBy' | 'askedAt' | 'answeredBy' | 'answeredAt'
>;
/** What a view reads of it. `team`: the one that is asked. */
export type DependencyFacts = Omit<
  DependencyRow,
  'changeRequest' | 'changedBy' | 'changedAt' | 'changeAct' | 'changeWhy' | 'changeDetail' | 'changeHash'
> & { team: TeamRecord };
/** What a view reads of it. */
export const dependencyColumns = [
  'id',
  'version',
  'keyResultId',
  'teamId',
  'needs',
  'state',
  'reason',
  'askedBy',
  'askedAt',
  'answeredBy',
  'answeredAt',
] as const;

/** Teams that key results depend on, one row for each pair. */
export function createDependencyRepository(db: Database) {
  const find = async (id: DependencyId): Promise<DependencyRow | undefined> => {
    const [row] = await db.select().from(dependency).where(eq(dependency.id, id));
    return row;
  };
  const findPair = async (keyResultId: KeyResultId, teamId: TeamId): Promise<DependencyRow | undefined> => {
    const [row] = await db
      .select()
      .from(dependency)
      .where(and(eq(dependency.keyResultId, keyResultId), eq(dependency.teamId, teamId)));
    return row;
  };
  const change = async (
    id: DependencyId,
    basedOn: number,
    values: Partial<DependencyValues>,
    act: Act,
    detail: ChangeDetail,
  ): Promise<Outcome> =>
    changeRow(
      db,
      dependency,
      'dependency',
      { id, basedOn, act, detail },
      (last, guard) =>
        db
          .update(dependency)
          .set({ ...values, ...last })
          .where(guard),
      () => find(id),
    );
  return {
    find,
    findPair,
    change,

    /** The first time that this key result depends on this team: one INSERT. */
    async ask(
      id: DependencyId,
      of: { keyResultId: KeyResultId; teamId: TeamId },
      values: DependencyValues,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      const row = { id, ...of, ...values, ...changeColumns(act, 1, detail) };
      return createOnly(
        db,
        act,
        () => db.insert(dependency).values(row),
        () => findPair(of.keyResultId, of.teamId),
      );
    },
  };
}
