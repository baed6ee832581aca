/** How a row begins: one INSERT decides, and the same act again finds its row (design §5 Storage). */
import { sql, type SQL } from 'drizzle-orm';
import { settled, type Act, type LastChange, type Outcome, type VersionedTable } from './change';
import type { Database } from './database';
import { isContention, isDuplicate } from './database-errors';

/** How often a number is taken again when others took it at the same moment. One of those who meet always wins. */
const attempts = 40;

/** The next free number of a table, for an INSERT: O-n and KR-n have no gaps that AUTO_INCREMENT would leave. */
export function nextNumber(table: VersionedTable): SQL<number> {
  return sql`(SELECT next_number FROM (SELECT COALESCE(MAX(number), 0) + 1 AS next_number FROM ${table}) AS numbers)`;
}

/**
 * Inserts a row whose id the caller made. `reread` finds the row by that id. Throws when others took the next
 * number forty times in a row.
 */
export async function createRow(
  db: Database,
  row: { id: string; act: Act },
  insert: () => PromiseLike<unknown>,
  reread: () => Promise<LastChange | undefined>,
): Promise<Outcome> {
  let last: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      await insert();
      return { kind: 'saved', version: 1, repeated: false };
    } catch (error) {
      last = error;
      if (isContention(error)) continue;
      if (!isDuplicate(error)) throw error;
    }
    const standing = await reread();
    if (!standing) continue; // Somebody took the number in between, not the id.
    const outcome = await settled(db, row.id, standing, row.act, 0);
    return outcome?.kind === 'saved' ? outcome : { kind: 'reused' };
  }
  throw new Error(`no free number after ${attempts} attempts`, { cause: last });
}

/**
 * Inserts a row of which there is one for its subject, held by a unique key. `find` finds the subject's row. Who comes second is
 * told who saved first.
 */
export async function createOnly(
  db: Database,
  act: Act,
  insert: () => PromiseLike<unknown>,
  find: () => Promise<(LastChange & { id: string }) | undefined>,
): Promise<Outcome> {
  try {
    await insert();
    return { kind: 'saved', version: 1, repeated: false };
  } catch (error) {
    if (!isDuplicate(error) && !isContention(error)) throw error;
    const standing = await find();
    // Without one, the id is that of another subject's row, or two statements met and neither stayed.
    if (!standing) {
      if (isDuplicate(error)) return { kind: 'reused' };
      throw error;
    }
    return (await settled(db, standing.id, standing, act, 0)) ?? { kind: 'gone' };
  }
}
