/** Column types of Waymark's tables: how a domain value is stored and read back (design §5 Storage). */
import { char, customType, date, varchar } from 'drizzle-orm/mysql-core';
import { isInstant, type Instant, type LocalDate } from '../domain/dates';
import type { AccountId, RequestId } from '../domain/ids';

/** Text a person wrote. Marked, so that the guard can tell it from a time that somebody forgot to convert. */
export class FreeText {
  constructor(readonly text: string) {}
}

/** `2026-11-22T09:30:00.000Z` as Forge SQL takes it: `2026-11-22 09:30:00.000`, in UTC. */
export function toSqlTime(at: Instant): string {
  return at.replace('T', ' ').replace('Z', '');
}

/** A DATETIME(3) as Forge SQL gives it, with or without its fraction. Throws a RangeError on anything else. */
export function fromSqlTime(stored: string): Instant {
  const [seconds, fraction = ''] = stored.split('.');
  const at = `${(seconds ?? '').replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  if (!isInstant(at)) throw new RangeError(`not a time of the database: ${stored}`);
  return at;
}

/**
 * A number of the database: Forge SQL gives BIGINT, which TiDB takes whole numbers of expressions for, and DECIMAL as strings.
 * Throws a RangeError on anything else.
 */
export function numberFrom(stored: unknown): number {
  const read = typeof stored === 'string' && stored !== '' ? Number(stored) : stored;
  if (typeof read !== 'number' || Number.isNaN(read))
    throw new RangeError(`not a number of the database: ${String(stored)}`);
  return read;
}

/** A moment, DATETIME(3) in UTC. */
export const time = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'datetime(3)',
  toDriver: toSqlTime,
  fromDriver: fromSqlTime,
});

/** Text that people write, in a column of type `dataType`. */
const freeText = (dataType: string) =>
  customType<{ data: string; driverData: string | FreeText }>({
    dataType: () => dataType,
    toDriver: (value) => new FreeText(value),
    fromDriver: (stored) => (stored instanceof FreeText ? stored.text : stored),
  });

/** A text of any length a TEXT column holds. */
export const words = freeText('text');
/** One line of at most 255 characters. */
export const line = freeText('varchar(255)');
/** The same, which people search and sort by without regard to case. Everything else compares byte by byte. */
export const searchedLine = freeText('varchar(255) COLLATE utf8mb4_general_ci');

/** Account or project ids, comma-separated, so that FIND_IN_SET searches them: no id holds a comma. */
export function idList<Id extends string>() {
  return customType<{ data: Id[]; driverData: string }>({
    dataType: () => 'mediumtext',
    toDriver: (ids) => ids.join(','),
    fromDriver: (stored) => (stored === '' ? [] : stored.split(',').map((id) => id as Id)),
  })();
}

/**
 * A part of a row that SQL never compares, as JSON text in a MEDIUMTEXT column: Forge SQL may drop its JSON type, and TiDB's
 * JSON type would return it spaced differently. `column` is its name where that is not the property's.
 */
export function json<T>(column?: string) {
  const type = customType<{ data: T; driverData: string }>({
    dataType: () => 'mediumtext',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => JSON.parse(stored) as T,
  });
  return column === undefined ? type() : type(column);
}

export const id = <Id extends string>(column?: string) =>
  (column === undefined ? char({ length: 36 }) : char(column, { length: 36 })).$type<Id>();
export const account = (column?: string) =>
  (column === undefined ? varchar({ length: 128 }) : varchar(column, { length: 128 })).$type<AccountId>();
export const jiraId = <Id extends string>() => varchar({ length: 19 }).$type<Id>();
export const day = () => date({ mode: 'string' }).$type<LocalDate>();
export const name = <Name extends string>() => varchar({ length: 64 }).$type<Name>();
/** Numbers read alike whether they come as numbers or, out of an expression, as strings. */
const numeric = (dataType: string) =>
  customType<{ data: number; driverData: number }>({ dataType: () => dataType, fromDriver: numberFrom });
export const number = numeric('double');
export const whole = numeric('int');
export const flag = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'tinyint(1)',
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (stored) => numberFrom(stored) !== 0,
});
/** The hash of what a request asked for (`contentHash`): the same id again with other content is refused. */
export const contentHash = () => char({ length: 22 });

/** Field → [from, to], as JSON text a person can read. */
export type ChangeDetail = { field: string; from: string; to: string }[];

/**
 * What every row that can change carries: its version and the act that made it so. `history` keeps the acts
 * before (design §5 "History is not optional").
 */
export const lastChange = () => ({
  version: whole().notNull(),
  changeRequest: id<RequestId>().notNull(),
  changedBy: account().notNull(),
  changedAt: time().notNull(),
  changeAct: name().notNull(),
  changeWhy: words().notNull(),
  changeDetail: json<ChangeDetail>().notNull(),
  changeHash: contentHash().notNull(),
});
