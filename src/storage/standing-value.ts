import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import { checkIn, correction } from './schema';

/**
 * The last correction of a check-in: LEFT JOIN `standing` on `isCorrection`, then `later` on `isLater`, and keep the rows where
 * `isLast` holds. An anti-join, since TiDB takes no subquery in ON.
 */
export const standing = alias(correction, 'standing');
export const isCorrection: SQL = eq(standing.about, checkIn.id);
export const later = alias(correction, 'later');
export const isLater: SQL | undefined = and(eq(later.about, standing.about), gt(later.turn, standing.turn));
export const isLast: SQL = isNull(later.id);

/** The value of a check-in after its corrections, in SQL: what `corrected` of domain/correction.ts says of rows. */
export const standingValue: SQL = sql`CASE WHEN ${standing.id} IS NULL THEN ${checkIn.value} ELSE ${standing.value} END`;
