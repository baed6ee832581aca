/**
 * Account ids wherever Waymark keeps them: found for the report to Atlassian, and replaced once an account is closed (decision
 * 0029). Goes by what the columns of all tables are, so that a new table or column is looked after without a line here.
 */
import { and, asc, eq, getTableColumns, gt, inArray, is, lte, or, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, MySqlTable, type MySqlColumn } from 'drizzle-orm/mysql-core';
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import { isFormerMember } from '../domain/former-member';
import { isAccountId, type AccountId } from '../domain/ids';
import { affected } from './change';
import type { Database } from './database';
import * as schema from './schema';

/** A closed account, and what is put in its place. */
export type Closed = { id: AccountId; as: AccountId };
/** A window of rows of one table; `after` null: its first. */
export type Place = { table: string; after: string | null };
/** Accounts to be replaced, the pass under way and how many rows it has changed. */
export type Erasure = { people: Closed[]; at: Place | null; changed: number };

const accountId = z.custom<AccountId>(isAccountId);
const erasure = z.object({
  people: z.array(z.object({ id: accountId, as: accountId })),
  at: z.nullable(z.object({ table: z.string(), after: z.nullable(z.string()) })),
  changed: z.number(),
});

type Columns = Record<string, MySqlColumn>;
type Kept = { name: string; table: MySqlTable; columns: Columns; leading: MySqlColumn };

/** Where jobs got to is no history: an id in it is gone when the round it belongs to ends. */
const tables: Kept[] = Object.values(schema)
  .filter((one) => is(one, MySqlTable))
  .filter((table) => table !== schema.jobState)
  .map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const leading = columns.find(({ primary }) => primary) ?? primaryKeys[0]?.columns[0] ?? columns[0];
    if (leading === undefined) throw new Error(`the table ${name} has no columns`);
    return { name, table, columns: getTableColumns(table), leading };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

type ListsOf<Row> = {
  [Name in keyof Row]-?: NonNullable<Row[Name]> extends AccountId[] ? Name : never;
}[keyof Row];
type Rows = {
  [Name in keyof typeof schema]: (typeof schema)[Name] extends { $inferSelect: infer Row } ? Row : never;
};
type ListName = { [Name in keyof Rows]: ListsOf<Rows[Name]> }[keyof Rows];
/** The columns that hold several account ids: one that is missing here does not compile. */
const lists: Record<ListName, true> = { members: true, viewers: true };
const details = new Set(['changeDetail', 'detail']);
/** What a change says of these fields is people: who owned or led something before is found nowhere else. */
const peopleFields = new Set(['owner', 'lead', 'members', 'viewers', 'person']);

const accountType = schema.inactiveAccount.accountId.getSQLType();
const isAccount = (column: MySqlColumn) => column.getSQLType() === accountType;
const isText = (column: MySqlColumn) => /text|json|varchar\(255\)/.test(column.getSQLType());

const rowsAWindow = 2_000;
/** Few, so that a reply stays below Forge's 4 MiB with the longest rows there are (digests). */
const rowsAtOnce = 20;
const idsAtOnce = 1_000;
const reportJob = 'account-report';
const erasureJob = 'account-erasure';

/** `LIMIT` cannot be bound, and Drizzle binds it. */
const limited = (count: number, past = 0) =>
  sql`NULL LIMIT ${sql.raw(String(count))} OFFSET ${sql.raw(String(past))}`;

/** Strings of a stored value, however deep, changed by `change`; the same value when it changed none. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => mapTexts(item, change));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, was]: [string, unknown]) => [name, was, mapTexts(was, change)] as const,
  );
  return entries.every(([, was, now]) => was === now)
    ? value
    : Object.fromEntries(entries.map(([name, , now]) => [name, now]));
}

function accountsIn(value: unknown): AccountId[] {
  const found: AccountId[] = [];
  mapTexts(value, (text) => {
    if (isAccountId(text)) found.push(text);
    return text;
  });
  return found;
}

/** People in a change's fields: their values are JSON of their own. */
function accountsInDetail(value: unknown): AccountId[] {
  const changes = z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).safeParse(value);
  if (!changes.success) return [];
  return changes.data
    .filter(({ field }) => peopleFields.has(field))
    .flatMap(({ from, to }) => [...accountsIn(JSON.parse(from)), ...accountsIn(JSON.parse(to))]);
}

/** A row with the closed accounts replaced: only the columns that changed. */
function replaced(
  { columns }: Kept,
  row: Record<string, unknown>,
  people: readonly Closed[],
): Record<string, unknown> {
  const swap = (text: string) => people.reduce((so, { id, as }) => so.replaceAll(id, as), text);
  // The replacement is longer than most ids: a line that was full loses its end.
  const fit = (name: string, text: string) =>
    columns[name]?.getSQLType().startsWith('varchar(255)') === true ? text.slice(0, 255) : text;
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, was]) => {
      const now = mapTexts(was, (text) => fit(name, swap(text)));
      return now === was ? [] : [[name, now]];
    }),
  );
}

function holdsOneOf({ columns }: Kept, people: readonly Closed[]): SQL | undefined {
  const ids = people.map(({ id }) => id);
  return or(
    ...Object.values(columns).flatMap((column) => {
      if (isAccount(column)) return [inArray(column, ids)];
      return isText(column) ? ids.map((id) => sql`LOCATE(${id}, ${column}) > 0`) : [];
    }),
  );
}

/** Account ids for the report to Atlassian, their replacement, and how far both got. */
export function createPersonalDataRepository(db: Database) {
  const state = async (name: string) => {
    const [row] = await db
      .select({ position: schema.jobState.position, at: schema.jobState.lastRunAt })
      .from(schema.jobState)
      .where(eq(schema.jobState.name, name));
    return row;
  };
  const setPosition = async (name: string, position: string): Promise<void> => {
    await db.insert(schema.jobState).values({ name, position }).onDuplicateKeyUpdate({ set: { position } });
  };

  /** The last row of the window that begins after `after`; undefined: the window is the table's last. */
  async function endOf({ table, leading }: Kept, after: string | null): Promise<string | undefined> {
    const [row] = await db
      .select({ leading })
      .from(table)
      .where(after === null ? undefined : gt(leading, after))
      .orderBy(asc(leading), limited(1, rowsAWindow - 1));
    return row === undefined ? undefined : String(row.leading);
  }

  function within({ leading }: Kept, after: string | null, end: string | undefined): SQL | undefined {
    return and(
      after === null ? undefined : gt(leading, after),
      end === undefined ? undefined : lte(leading, end),
    );
  }

  async function distinctIn({ table }: Kept, column: MySqlColumn, found: Set<AccountId>): Promise<void> {
    let after = '';
    for (;;) {
      const rows = await db
        .selectDistinct({ id: column })
        .from(table)
        .where(gt(column, after))
        .orderBy(asc(column), limited(idsAtOnce));
      for (const { id } of rows) if (isAccountId(id)) found.add(id);
      if (rows.length < idsAtOnce) return;
      after = String(rows.at(-1)?.id);
    }
  }

  async function readIn(kept: Kept, columns: Columns, found: Set<AccountId>): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const end = await endOf(kept, after);
      const rows = await db
        .select(columns)
        .from(kept.table)
        .where(within(kept, after, end));
      for (const row of rows) {
        for (const [name, value] of Object.entries(row)) {
          for (const id of details.has(name) ? accountsInDetail(value) : accountsIn(value)) found.add(id);
        }
      }
      if (end === undefined) return;
      after = end;
    }
  }

  async function eraseRows(kept: Kept, place: SQL | undefined, people: readonly Closed[]): Promise<number> {
    let changed = 0;
    for (;;) {
      const rows = await db
        .select(kept.columns)
        .from(kept.table)
        .where(and(place, holdsOneOf(kept, people)))
        .orderBy(asc(kept.leading), limited(rowsAtOnce));
      let now = 0;
      for (const row of rows) now += await eraseRow(kept, row, people);
      changed += now;
      // Rows that somebody else changed meanwhile are met again: in the next portion, or by the next pass.
      if (rows.length < rowsAtOnce || now === 0) return changed;
    }
  }

  /**
   * Guarded by what was read, texts apart that SQL must not compare (JSON comes back spaced differently): rows that can change
   * carry a version, and the others never do.
   */
  async function eraseRow(
    kept: Kept,
    row: Record<string, unknown>,
    people: readonly Closed[],
  ): Promise<number> {
    const now = replaced(kept, row, people);
    const keys = new Set([...Object.keys(now).filter((name) => typeof row[name] === 'string'), 'version']);
    const guard = Object.entries(kept.columns).flatMap(([name, column]) =>
      column === kept.leading || keys.has(name) ? [eq(column, row[name])] : [],
    );
    const result = await db
      .update(kept.table)
      .set(now)
      .where(and(...guard));
    return affected(result);
  }

  return {
    /** Every account id there is, in the order in which they are reported; former members have none. */
    async accounts(): Promise<AccountId[]> {
      const found = new Set<AccountId>();
      for (const kept of tables) {
        const read: Columns = {};
        for (const [name, column] of Object.entries(kept.columns)) {
          if (isAccount(column)) await distinctIn(kept, column, found);
          else if (name in lists || details.has(name)) read[name] = column;
        }
        if (Object.keys(read).length > 0) await readIn(kept, read, found);
      }
      return [...found].filter((id) => !isFormerMember(id)).sort();
    },

    /** `reached`: when the last round ended; `after`: the last account of a round that is under way. */
    async reported(): Promise<{ reached: Instant | null; after: AccountId | null }> {
      const row = await state(reportJob);
      return { reached: row?.at ?? null, after: isAccountId(row?.position) ? row.position : null };
    },

    /** A round got to this account. */
    setReported: (after: AccountId) => setPosition(reportJob, after),

    /** A round is through all accounts. */
    async endReport(at: Instant): Promise<void> {
      const ended = { position: '', lastRunAt: at };
      await db
        .insert(schema.jobState)
        .values({ name: reportJob, ...ended })
        .onDuplicateKeyUpdate({ set: ended });
    },

    /** The erasure that is under way; null: none. */
    async erasure(): Promise<Erasure | null> {
      const row = await state(erasureJob);
      return row === undefined || row.position === '' ? null : erasure.parse(JSON.parse(row.position));
    },

    /** How far an erasure got; null: it is done, and what led from an account to its replacement is forgotten. */
    setErasure: (under: Erasure | null) =>
      setPosition(erasureJob, under === null ? '' : JSON.stringify(under)),

    /**
     * Replaces these accounts in one window of rows. `next` null: the window was the last of all tables. A second time it finds
     * nothing to do.
     */
    async eraseWindow(
      people: readonly Closed[],
      at: Place | null,
    ): Promise<{ changed: number; next: Place | null }> {
      const number = at === null ? 0 : tables.findIndex(({ name }) => name === at.table);
      const kept = tables[number];
      if (kept === undefined) return { changed: 0, next: null };
      const after = at?.after ?? null;
      const end = await endOf(kept, after);
      const changed = await eraseRows(kept, within(kept, after, end), people);
      if (end !== undefined) return { changed, next: { table: kept.name, after: end } };
      const following = tables[number + 1];
      return { changed, next: following === undefined ? null : { table: following.name, after: null } };
    },
  };
}
