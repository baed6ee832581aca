import { and, eq } from 'drizzle-orm';
import type { AccountId, CycleId, IssueId, KeyResultId, ObjectiveId, TeamId } from '../domain/ids';
import { aliased } from './aliased';
import { changeColumns, changeRow, type Act, type LastChange, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow, nextNumber } from './create-row';
import type { Database } from './database';
import type { PlacedObjective } from './records';
import { cycle, initiative, keyResult, objective, team } from './schema';
import { cycleColumns, lastChangeColumns, objectiveColumns, teamColumns } from './selections';
import { visibleTo } from './visibility';

/** What a person says about an objective, and where it belongs. */
export type ObjectiveValues = Pick<
  typeof objective.$inferSelect,
  'teamId' | 'cycleId' | 'title' | 'why' | 'owner' | 'restricted' | 'viewers' | 'removed'
>;
/** An objective where it belongs, with its last change. */
export type StoredObjective = PlacedObjective & { removed: boolean; last: LastChange };

export function createObjectiveRepository(db: Database) {
  const reread = async (id: ObjectiveId): Promise<LastChange | undefined> => {
    const [row] = await db.select().from(objective).where(eq(objective.id, id));
    return row;
  };
  return {
    /** The objective where it belongs, removed ones included; undefined too when `reader` may not see it. */
    async find(id: ObjectiveId, reader: AccountId): Promise<StoredObjective | undefined> {
      const [row] = await db
        .select({
          objective: aliased(objective, 'o', objectiveColumns),
          state: aliased(objective, 's', ['removed']),
          last: aliased(objective, 'l', lastChangeColumns),
          team: aliased(team, 't', teamColumns),
          cycle: aliased(cycle, 'c', cycleColumns),
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(and(eq(objective.id, id), visibleTo(reader)));
      if (!row) return undefined;
      const { state, ...found } = row;
      return { ...found, ...state };
    },

    /** Issues attached beneath an objective, or to one key result of it. */
    async attachedIssues(
      beneath: { objectiveId: ObjectiveId } | { keyResultId: KeyResultId },
    ): Promise<IssueId[]> {
      const rows = await db
        .selectDistinct({ issueId: initiative.issueId })
        .from(initiative)
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .where(
          and(
            eq(initiative.detached, false),
            'keyResultId' in beneath
              ? eq(keyResult.id, beneath.keyResultId)
              : eq(keyResult.objectiveId, beneath.objectiveId),
          ),
        );
      return rows.map(({ issueId }) => issueId);
    },

    /** Takes the next number under its unique key. */
    async create(id: ObjectiveId, values: ObjectiveValues, act: Act): Promise<Outcome> {
      return createRow(
        db,
        { id, act },
        () =>
          db
            .insert(objective)
            .values({ id, number: nextNumber(objective), ...values, ...changeColumns(act, 1, []) }),
        () => reread(id),
      );
    },

    async change(
      id: ObjectiveId,
      basedOn: number,
      values: Partial<ObjectiveValues & { teamId: TeamId; cycleId: CycleId }>,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return changeRow(
        db,
        objective,
        'objective',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(objective)
            .set({ ...values, ...last })
            .where(guard),
        () => reread(id),
      );
    },
  };
}
