import type { SQL } from 'drizzle-orm';
import type { HistoryEntry } from '../contract/readings';
import {
  changeColumns,
  changeRow,
  type Act,
  type LastChange,
  type Outcome,
  type VersionedTable,
} from './change';
import type { ChangeDetail } from './columns';
import { createOnly } from './create-row';
import type { Database } from './database';

/** The statements that write a row of which there is one for its subject. */
type Writes = {
  insert: (first: LastChange) => PromiseLike<unknown>;
  update: (
    last: LastChange,
    guard: SQL | undefined,
  ) => PromiseLike<readonly [{ affectedRows: number }, ...unknown[]]>;
  /** The subject's row. */
  find: () => Promise<(LastChange & { id: string }) | undefined>;
};

/**
 * Saves what was said of a subject that has one row, held by a unique key: the first time (`basedOn` 0) one INSERT decides, later
 * ones one guarded UPDATE (design §5 Storage).
 */
export async function saveOnly(
  db: Database,
  table: VersionedTable,
  entity: HistoryEntry['entity'],
  row: { id: string; basedOn: number; act: Act; detail: ChangeDetail },
  { insert, update, find }: Writes,
): Promise<Outcome> {
  if (row.basedOn > 0) return changeRow(db, table, entity, row, update, find);
  return createOnly(db, row.act, () => insert(changeColumns(row.act, 1, row.detail)), find);
}
