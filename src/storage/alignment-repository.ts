import { eq, sql } from 'drizzle-orm';
import type { AlignmentId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { Serves } from '../domain/serves';
import type { Act, Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { saveOnly } from './save-only';
import { alignment, objective } from './schema';

/** What one objective serves, with its last change. */
export type AlignmentRow = typeof alignment.$inferSelect;
/** What a person says of it. `parentObjectiveId`: what is served, or the objective of the key result that is. */
export type AlignmentValues = Pick<AlignmentRow, 'kind' | 'parentObjectiveId' | 'parentKeyResultId' | 'why'>;

/** Whatever these objectives serve, and what that serves, up to the top: ids alone, so that a circle comes to an end. */
export function chainAbove(id: ObjectiveId) {
  return sql`WITH RECURSIVE above (id) AS (SELECT ${objective.id} FROM ${objective} WHERE ${objective.id} = ${id} UNION SELECT ${alignment.parentObjectiveId} FROM above INNER JOIN ${alignment} ON ${alignment.objectiveId} = above.id WHERE ${alignment.parentObjectiveId} IS NOT NULL)`;
}

/** What a row says, as the domain speaks of it. */
export function servesOf(
  row: {
    kind: Serves['kind'];
    parentObjectiveId: ObjectiveId | null;
    parentKeyResultId: KeyResultId | null;
    why: string;
  } | null,
): Serves {
  if (row?.kind === 'objective' && row.parentObjectiveId)
    return { kind: 'objective', id: row.parentObjectiveId };
  if (row?.kind === 'key-result' && row.parentKeyResultId)
    return { kind: 'key-result', id: row.parentKeyResultId };
  return row?.kind === 'none' ? { kind: 'none', why: row.why } : { kind: 'unsaid' };
}

/** What objectives serve, one row for each. */
export function createAlignmentRepository(db: Database) {
  const find = async (objectiveId: ObjectiveId): Promise<AlignmentRow | undefined> => {
    const [row] = await db.select().from(alignment).where(eq(alignment.objectiveId, objectiveId));
    return row;
  };
  return {
    find,

    /** The objective and all above it, whoever may see them: what must not serve any of it. */
    async above(objectiveId: ObjectiveId): Promise<ObjectiveId[]> {
      const rows = await db
        .select({ id: sql`above.id`.mapWith(alignment.objectiveId).as('id') })
        .from(sql`(${chainAbove(objectiveId)} SELECT id FROM above) above`);
      return rows.map(({ id }) => id);
    },

    /** The first time (`basedOn` 0) is one INSERT, later ones one guarded UPDATE. */
    async save(
      id: AlignmentId,
      basedOn: number,
      objectiveId: ObjectiveId,
      values: AlignmentValues,
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      return saveOnly(
        db,
        alignment,
        'alignment',
        { id, basedOn, act, detail },
        {
          insert: (first) => db.insert(alignment).values({ id, objectiveId, ...values, ...first }),
          update: (last, guard) =>
            db
              .update(alignment)
              .set({ ...values, ...last })
              .where(guard),
          find: () => find(objectiveId),
        },
      );
    },
  };
}
