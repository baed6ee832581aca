import { and, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import { checkIn, correction } from './schema';

const later = alias(correction, 'later');

/** The correction of a check-in that was made last, for a LEFT JOIN on `isStanding`: at most one row. */
export const standing = alias(correction, 'standing');
export const isStanding: SQL | undefined = and(
  eq(standing.about, checkIn.id),
  sql`NOT EXISTS (SELECT 1 FROM ${correction} later WHERE ${later.about} = ${standing.about} AND ${later.turn} > ${standing.turn})`,
);

/** The value of a check-in after its corrections, in SQL: what `corrected` of domain/correction.ts says of rows. */
export const standingValue: SQL = sql`CASE WHEN ${standing.id} IS NULL THEN ${checkIn.value} ELSE ${standing.value} END`;
