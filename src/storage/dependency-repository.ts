import { and, asc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { AccountId, DependencyId, KeyResultId, TeamId } from '../domain/ids';
import { aliased } from './aliased';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createOnly } from './create-row';
import type { Database } from './database';
import type { PlacedKeyResult, TeamRecord } from './records';
import { cycle, dependency, keyResult, objective, team } from './schema';
import { teamColumns } from './selections';
import { visibleTo } from './visibility';

/** A team that a key result depends on, with its last change. */
export type DependencyRow = typeof dependency.$inferSelect;
export type DependencyValues = Pick<
  DependencyRow,
  'needs' | 'state' | 'reason' | 'askedBy' | 'askedAt' | 'answeredBy' | 'answeredAt'
>;
/** What a view reads of it. `team`: the one that is asked. */
export type DependencyFacts = Omit<
  DependencyRow,
  'changeRequest' | 'changedBy' | 'changedAt' | 'changeAct' | 'changeWhy' | 'changeDetail' | 'changePrint'
> & { team: TeamRecord };
/** One with the key result that waits for it. */
export type WaitingFor = DependencyFacts & {
  keyResult: Pick<PlacedKeyResult['keyResult'], 'id' | 'number' | 'title'>;
  /** Whose key result it is. */
  by: { name: string };
  cycle: { name: string };
};

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
const asked = alias(team, 'asked_team');

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

    /** What waits for an answer of teams that this person leads, of key results they may see in cycles that are not closed; the oldest first. */
    async toAnswer(person: AccountId): Promise<WaitingFor[]> {
      const rows = await db
        .select({
          dependency: aliased(dependency, 'd', dependencyColumns),
          team: aliased(asked, 't', teamColumns),
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title']),
          by: aliased(team, 'b', ['name']),
          cycle: aliased(cycle, 'c', ['name']),
        })
        .from(asked)
        .innerJoin(dependency, and(eq(dependency.teamId, asked.id), eq(dependency.state, 'asked')))
        .innerJoin(keyResult, and(eq(keyResult.id, dependency.keyResultId), eq(keyResult.removed, false)))
        .innerJoin(objective, and(eq(objective.id, keyResult.objectiveId), eq(objective.removed, false)))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, and(eq(cycle.id, objective.cycleId), ne(cycle.phase, 'closed')))
        .where(and(eq(asked.lead, person), visibleTo(person)))
        .orderBy(asc(dependency.askedAt), asc(dependency.id));
      return rows.map(({ dependency: own, ...row }) => ({ ...own, ...row }));
    },
  };
}
