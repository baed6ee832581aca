/**
 * Drizzle over Forge SQL, behind a guard for what the platform would get wrong without saying so
 * (design §5 Storage). SQL is written in this folder and nowhere else.
 */
import { sql as forgeSql } from '@forge/sql';
import { drizzle, type MySqlRemoteDatabase } from 'drizzle-orm/mysql-proxy';
import pRetry from 'p-retry';
import { FreeText } from './columns';
import { isRateLimited, withWhatWasSaid } from './database-errors';

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

/** Columns of a result in the order the statement named them. */
function columnsOf(metadata: { fields?: { name: string }[] } | undefined): string[] {
  if (!metadata?.fields) throw new UnsafeStatement('the database named no columns');
  const names = metadata.fields.map((field) => field.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  // Rows are objects: of two columns with one name the second silently replaces the first.
  if (twice !== undefined) throw new UnsafeStatement(`two result columns are named ${twice}: alias them`);
  return names;
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

async function send(
  query: string,
  params: unknown[],
  method: 'all' | 'execute',
): Promise<{ rows: unknown[] }> {
  checkText(query);
  const bound = params.map(bind);
  const statement = forgeSql.prepare<Row>(query).bindParams(...bound);
  const reply = await pRetry(() => statement.execute(), untilThereIsRoom).catch((error: unknown) => {
    throw withWhatWasSaid(error);
  });
  if (!Array.isArray(reply.rows)) return { rows: [reply.rows] };
  const columns = columnsOf(reply.metadata);
  if (method === 'execute') return { rows: [reply.rows] };
  return { rows: reply.rows.map((row) => columns.map((column) => row[column])) };
}

/** The installation's database. Holds no connection and no state. */
export const database: Database = drizzle(send, { casing: 'snake_case' });
