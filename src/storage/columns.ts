/** Column types of Waymark's tables: how a domain value is stored and read back (design §5 Storage). */
import { boolean, char, customType, date, double, int, text, varchar } from 'drizzle-orm/mysql-core';
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

/** A moment, DATETIME(3) in UTC. */
export const time = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'datetime(3)',
  toDriver: toSqlTime,
  fromDriver: fromSqlTime,
});

/** A text a person wrote, of any length a TEXT column holds. */
export const words = customType<{ data: string; driverData: string | FreeText }>({
  dataType: () => 'text',
  toDriver: (value) => new FreeText(value),
  fromDriver: (stored) => (stored instanceof FreeText ? stored.text : stored),
});

/** Account or project ids, comma-separated, so that FIND_IN_SET searches them: no id holds a comma. */
export function idList<Id extends string>() {
  return customType<{ data: Id[]; driverData: string }>({
    dataType: () => 'mediumtext',
    toDriver: (ids) => ids.join(','),
    fromDriver: (stored) => (stored === '' ? [] : stored.split(',').map((id) => id as Id)),
  })();
}

/** A part of a row that SQL never looks into, as JSON text: Forge SQL may drop its JSON type. */
export function json<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => 'mediumtext',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => JSON.parse(stored) as T,
  })();
}

export const id = <Id extends string>() => char({ length: 36 }).$type<Id>();
export const account = () => varchar({ length: 128 }).$type<AccountId>();
export const jiraId = <Id extends string>() => varchar({ length: 19 }).$type<Id>();
export const day = () => date({ mode: 'string' }).$type<LocalDate>();
export const name = <Name extends string>() => varchar({ length: 64 }).$type<Name>();
export const flag = boolean;
export const number = double;
export const whole = int;
export const line = () => words();
export { text };

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
  /** SHA-256 of what the act asked for: a repeat succeeds only with the same content. */
  changePrint: char({ length: 64 }).notNull(),
});
