import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { MySqlTable } from 'drizzle-orm/mysql-core';

/** Columns of a table named `<prefix>_<column>` in the result, decoded as the column says. */
export type Aliased<T extends MySqlTable, Name extends string> = {
  [K in Name & keyof T['$inferSelect']]: SQL.Aliased<T['$inferSelect'][K]>;
};

/** What an outer join brings: the row, or nothing of it. Ask its `id`. */
export type Joined<R extends object> = R | { [K in keyof R]: null };

/**
 * The named columns of `table`, each under an alias of its own: rows of Forge SQL are objects, so two columns of
 * one name would silently become one (design §5 Storage). With `when`, null unless that condition holds.
 */
export function aliased<T extends MySqlTable, Name extends keyof T['$inferSelect'] & string>(
  table: T,
  prefix: string,
  names: readonly Name[],
  when?: SQL,
): Aliased<T, Name> {
  const columns = getTableColumns(table);
  const fields = names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`no column ${name} at ${prefix}`);
    const value = when ? sql`CASE WHEN ${when} THEN ${column} END` : sql`${column}`;
    return [name, value.mapWith(column).as(`${prefix}_${name}`)];
  });
  return Object.fromEntries(fields) as Aliased<T, Name>;
}
