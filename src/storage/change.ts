/**
 * How a row changes (design §5 "History is not optional"): the row carries its last change; to change it again,
 * that last change is put into history, then one guarded UPDATE decides. History = table ∪ row. Killed between
 * the two statements nothing is lost, and done again nothing doubles.
 */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { MySqlColumn, MySqlTable } from 'drizzle-orm/mysql-core';
import type { HistoryEntry } from '../contract/readings';
import type { Instant } from '../domain/dates';
import type { AccountId, RequestId } from '../domain/ids';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { isContention } from './database-errors';
import { history } from './schema';

/** One act of one person on one row. */
export type Act = {
  request: RequestId;
  by: AccountId;
  at: Instant;
  /** The verb, such as `edit`. */
  act: string;
  why: string;
  /** SHA-256 of call and content. */
  contentHash: string;
};

/** The columns of a row's last change. */
export type LastChange = {
  version: number;
  changeRequest: RequestId;
  changedBy: AccountId;
  changedAt: Instant;
  changeAct: string;
  changeWhy: string;
  changeDetail: ChangeDetail;
  changeHash: string;
};

/** What became of an act on a row. */
export type Outcome =
  /** Done now, or done before by the same act of the same person (`repeated`). */
  | { kind: 'saved'; version: number; repeated: boolean }
  /** Somebody else saved first. */
  | { kind: 'changed'; by: AccountId; at: Instant }
  /** This request id was used for something else, or by somebody else. */
  | { kind: 'reused' }
  | { kind: 'gone' };

/** A table whose rows carry their last change. */
export type VersionedTable = MySqlTable & { id: MySqlColumn } & { [K in keyof LastChange]: MySqlColumn };

/** The columns that an act leaves on a row that becomes `version`; 1 for a new row. */
export function changeColumns(act: Act, version: number, detail: ChangeDetail): LastChange {
  return {
    version,
    changeRequest: act.request,
    changedBy: act.by,
    changedAt: act.at,
    changeAct: act.act,
    changeWhy: act.why,
    changeDetail: detail,
    changeHash: act.contentHash,
  };
}

/** Rows that a statement found or changed. */
export function affected(result: readonly [{ affectedRows: number }, ...unknown[]]): number {
  return result[0].affectedRows;
}

function same(act: Act, made: { by: AccountId; contentHash: string }, version: number): Outcome {
  if (made.by !== act.by || made.contentHash !== act.contentHash) return { kind: 'reused' };
  return { kind: 'saved', version, repeated: true };
}

/**
 * Whether `act`, based on `basedOn`, is already settled for a row that stands at `now`: it was done before, or
 * somebody else saved first. Null: it is still to be done. Reads history only when the versions differ.
 */
export async function settled(
  db: Database,
  rowId: string,
  now: LastChange,
  act: Act,
  basedOn: number,
): Promise<Outcome | null> {
  if (now.changeRequest === act.request) {
    return same(act, { by: now.changedBy, contentHash: now.changeHash }, now.version);
  }
  if (now.version === basedOn) return null;
  const [earlier] = await db
    .select({ by: history.changedBy, contentHash: history.contentHash, version: history.version })
    .from(history)
    .where(and(eq(history.entityId, rowId), eq(history.requestId, act.request)));
  if (earlier) return same(act, earlier, earlier.version);
  return { kind: 'changed', by: now.changedBy, at: now.changedAt };
}

/** Looks acts up in row and history. */
export function createActReader(db: Database) {
  return {
    /** See `settled`: what became of `act` already, or null when it is still to be done. */
    settled: async (rowId: string, now: LastChange, act: Act, basedOn: number): Promise<Outcome | null> =>
      settled(db, rowId, now, act, basedOn),
  };
}

/** Puts the last change of the row at `version` into history; again and again without effect. */
async function keepLastChange(
  db: Database,
  table: VersionedTable,
  entity: HistoryEntry['entity'],
  rowId: string,
  version: number,
): Promise<void> {
  const source = [
    table.id,
    table.version,
    sql`${entity}`,
    table.changeRequest,
    table.changedBy,
    table.changedAt,
    table.changeAct,
    table.changeWhy,
    table.changeDetail,
    table.changeHash,
  ];
  await db.execute(
    sql`INSERT IGNORE INTO ${history} (entity_id, version, entity, request_id, changed_by, changed_at, act, why, detail, content_hash) SELECT ${sql.join(source, sql`, `)} FROM ${table} WHERE ${table.id} = ${rowId} AND ${table.version} = ${version}`,
  );
}

/**
 * Changes one row at version `basedOn`. `write` runs the one guarded UPDATE that decides, with the columns of
 * the new last change and the guard given to it. Right whether the database counts found or changed rows: the
 * version always changes.
 */
export async function changeRow(
  db: Database,
  table: VersionedTable,
  entity: HistoryEntry['entity'],
  row: { id: string; basedOn: number; act: Act; detail: ChangeDetail },
  write: (
    change: LastChange,
    guard: SQL | undefined,
  ) => PromiseLike<readonly [{ affectedRows: number }, ...unknown[]]>,
  reread: () => Promise<LastChange | undefined>,
): Promise<Outcome> {
  await keepLastChange(db, table, entity, row.id, row.basedOn);
  const version = row.basedOn + 1;
  const guard = and(eq(table.id, row.id), eq(table.version, row.basedOn));
  let met: unknown = null;
  try {
    const result = await write(changeColumns(row.act, version, row.detail), guard);
    if (affected(result) > 0) return { kind: 'saved', version, repeated: false };
  } catch (error) {
    if (!isContention(error)) throw error;
    met = error;
  }
  const now = await reread();
  if (!now) return { kind: 'gone' };
  const outcome = await settled(db, row.id, now, row.act, row.basedOn);
  // Nobody saved, and yet the statement never got through.
  if (!outcome && met instanceof Error) throw met;
  return outcome ?? { kind: 'gone' };
}
