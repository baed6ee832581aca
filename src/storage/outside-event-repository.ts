import { eq } from 'drizzle-orm';
import type { KeyResultId, OutsideEventId } from '../domain/ids';
import type { OutsideEvent } from '../domain/outside-event';
import { changeColumns, changeRow, type Act, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import { createRow } from './create-row';
import type { Database } from './database';
import { outsideEvent } from './schema';

/** An outside event as stored, removed ones included. */
export type OutsideEventRow = typeof outsideEvent.$inferSelect;
/** What a person says about it. */
export type OutsideEventWords = Pick<OutsideEvent, 'kind' | 'on' | 'until' | 'title'>;

function columnsOf({ kind, on, until, title }: OutsideEventWords) {
  return { kind, onDay: on, untilDay: until, title };
}

/** Outside events, removed ones included. */
export function createOutsideEventRepository(db: Database) {
  const find = async (id: OutsideEventId): Promise<OutsideEventRow | undefined> => {
    const [row] = await db.select().from(outsideEvent).where(eq(outsideEvent.id, id));
    return row;
  };
  return {
    find,

    async create(
      id: OutsideEventId,
      keyResultId: KeyResultId,
      words: OutsideEventWords,
      act: Act,
    ): Promise<Outcome> {
      const row = {
        id,
        keyResultId,
        ...columnsOf(words),
        markedBy: act.by,
        markedAt: act.at,
        removed: false,
      };
      return createRow(
        db,
        { id, act },
        () => db.insert(outsideEvent).values({ ...row, ...changeColumns(act, 1, []) }),
        () => find(id),
      );
    },

    /** One guarded UPDATE, after the row's last change went into history. */
    async change(
      id: OutsideEventId,
      basedOn: number,
      change: OutsideEventWords | { removed: boolean },
      act: Act,
      detail: ChangeDetail,
    ): Promise<Outcome> {
      const columns = 'removed' in change ? change : columnsOf(change);
      return changeRow(
        db,
        outsideEvent,
        'outside-event',
        { id, basedOn, act, detail },
        (last, guard) =>
          db
            .update(outsideEvent)
            .set({ ...columns, ...last })
            .where(guard),
        () => find(id),
      );
    },
  };
}
