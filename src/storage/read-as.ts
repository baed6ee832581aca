/**
 * How a computed column is read. Forge SQL gives BIGINT as strings, and TiDB types whole-number literals, CASE of them, EXISTS and
 * COUNT as BIGINT, so a bare `'0'` would count as true. The guard of database.ts refuses a selected expression that does not say.
 */
import type { SQL } from 'drizzle-orm';
import { numberFrom } from './columns';

/** Text as it is. For an expression over a column of one's own type, `mapWith(column)` says the same. */
export function asText<T extends string | null = string>(expression: SQL): SQL<T> {
  return expression.mapWith((value: unknown) => {
    if (typeof value !== 'string') throw new RangeError(`not a text of the database: ${String(value)}`);
    return value as T;
  });
}

/** A number, whether Forge SQL gives it as one or as a string. `T` is `number | null` where the expression can be NULL. */
export function asNumber<T extends number | null = number>(expression: SQL): SQL<T> {
  return expression.mapWith((value: unknown) => numberFrom(value) as T);
}

/** Whether a condition holds: 0 or 1 in the database. NULL stays null. */
export function asFlag<T extends boolean | null = boolean>(expression: SQL): SQL<T> {
  return expression.mapWith((value: unknown) => (numberFrom(value) !== 0) as T);
}

/** NULL in every row: one part of a UNION that has no such column. */
export function asNull(expression: SQL): SQL<null> {
  return expression.mapWith((value: unknown) => {
    throw new RangeError(`not NULL: ${String(value)}`);
  });
}
