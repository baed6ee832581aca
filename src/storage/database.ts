/**
 * Drizzle over Forge SQL, behind a guard for what the platform would get wrong without saying so
 * (design §5 Storage). SQL is written in this folder and nowhere else.
 */
import { sql as forgeSql } from '@forge/sql';
import { Column, is, noopDecoder, SQL, Subquery, Table } from 'drizzle-orm';
import { drizzle, type MySqlRemoteDatabase } from 'drizzle-orm/mysql-proxy';
import pRetry from 'p-retry';
import { FreeText } from './columns';
import { isContention, isRateLimited, withWhatWasSaid } from './database-errors';
import { selectedNames } from './selected-names';

export type Database = MySqlRemoteDatabase;

/** A statement Waymark must not send, or a reply it must not trust: a defect, never a person's mistake. */
export class UnsafeStatement extends Error {
  override name = 'UnsafeStatement';
}

type Bound = string | number | null;
type Row = Record<string, unknown>;

function bind(value: unknown): Bound {
  if (value instanceof FreeText) return value.text;
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') {
    // JSON would carry them as null, and the database would store that.
    if (!Number.isFinite(value))
      throw new UnsafeStatement(`a number that is not finite is bound: ${String(value)}`);
    return value;
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value)) {
      throw new UnsafeStatement('a time is bound in ISO form: the database wants it with a space, in UTC');
    }
    return value;
  }
  throw new UnsafeStatement(`a value of type ${typeof value} is bound`);
}

function checkText(query: string): void {
  if (/\b(limit|offset)\s+\?/i.test(query)) throw new UnsafeStatement('LIMIT and OFFSET cannot be bound');
}

/** The columns of a SELECT, by name and in order; null for a statement that gives no rows. */
function columnsOf(query: string): string[] | null {
  const names = selectedNames(query);
  if (names === null) return null;
  const known = names.flatMap((name) => name ?? []);
  if (known.length < names.length)
    throw new UnsafeStatement('a selected expression has no name: give it an alias');
  const twice = known.find((name, at) => known.indexOf(name) !== at);
  // Rows are objects: of two columns with one name the second silently replaces the first.
  if (twice !== undefined) throw new UnsafeStatement(`two result columns are named ${twice}: alias them`);
  return known;
}

/** A row as Drizzle wants it: the values in the order of the columns. */
function inOrder(row: Row, columns: readonly string[]): unknown[] {
  return columns.map((column) => {
    if (!Object.hasOwn(row, column)) throw new UnsafeStatement(`the reply has no column ${column}`);
    return row[column];
  });
}

/**
 * One statement of the installation's 150 a second (Forge docs, "Forge SQL limits") may be one too many when a whole
 * company opens its pages at nine on Monday. A refused statement did nothing, and the next second has room: sent again
 * up to three times within about three seconds, spread so that those who wait do not all come back at once.
 */
const untilThereIsRoom = {
  retries: 3,
  minTimeout: 250,
  factor: 2,
  randomize: true,
  shouldRetry: ({ error }: { error: Error }) => isRateLimited(error),
};

/**
 * Two statements met and this one did nothing: it is sent again at once, a few milliseconds apart. Safe for every statement here,
 * since each is decided by a unique key or a guarded version. TiDB tries again by itself, too, unless it is told not to.
 */
const untilAlone = {
  retries: 9,
  minTimeout: 5,
  maxTimeout: 200,
  factor: 2,
  randomize: true,
  shouldRetry: ({ error }: { error: Error }) => isContention(error),
};

async function send(
  query: string,
  params: unknown[],
  method: 'all' | 'execute',
): Promise<{ rows: unknown[] }> {
  checkText(query);
  const columns = columnsOf(query);
  const bound = params.map(bind);
  const statement = forgeSql.prepare<Row>(query).bindParams(...bound);
  const once = () => pRetry(() => statement.execute(), untilAlone);
  const reply = await pRetry(once, untilThereIsRoom).catch((error: unknown) => {
    throw withWhatWasSaid(error);
  });
  if (!Array.isArray(reply.rows)) return { rows: [reply.rows] };
  if (method === 'execute' || columns === null) return { rows: [reply.rows] };
  return { rows: reply.rows.map((row) => inOrder(row, columns)) };
}

/**
 * Every selected expression says how it is read (read-as.ts, or `mapWith` of the column it is over): a whole number that is no
 * column comes as a string.
 */
function checkSelection(selected: object): void {
  for (const [name, field] of Object.entries(selected) as [string, unknown][]) {
    if (is(field, Column) || is(field, Table) || is(field, Subquery)) continue;
    if (is(field, SQL) || is(field, SQL.Aliased)) {
      const expression = is(field, SQL) ? field : field.sql;
      if (Reflect.get(expression, 'decoder') === noopDecoder)
        throw new UnsafeStatement(`the selected expression ${name} does not say how it is read`);
    } else if (typeof field === 'object' && field !== null) checkSelection(field);
  }
}

const drizzled = drizzle(send, { casing: 'snake_case' });

/** The installation's database. Holds no connection and no state. */
export const database: Database = new Proxy(drizzled, {
  get(target, name: keyof Database) {
    const method: unknown = Reflect.get(target, name);
    if (typeof method !== 'function') return method;
    return (...args: unknown[]): unknown => {
      if (name.startsWith('select') && typeof args[0] === 'object' && args[0] !== null)
        checkSelection(args[0]);
      return Reflect.apply(method, target, args);
    };
  },
});
