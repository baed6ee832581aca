import { and, asc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { union, type MySqlColumn } from 'drizzle-orm/mysql-core';
import type { Instant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import type { Database } from './database';
import { cycle, inactiveAccount, keyResult, objective, team } from './schema';
import { asText } from './read-as';

/** Accounts that Jira said are no longer active. Kept by a schedule from what Jira says, so that it needs no history. */
export function createDepartedRepository(db: Database) {
  const account = (column: MySqlColumn) => ({ id: asText<AccountId>(sql`${column}`).as('account_id') });
  return {
    /** Who owns an objective or key result of a cycle that is not closed, or leads a team: the next `limit` after `after`. */
    async owners(after: AccountId | null, limit: number): Promise<AccountId[]> {
      const later = (column: MySqlColumn) =>
        and(isNotNull(column), after === null ? undefined : gt(column, after));
      const open = ne(cycle.phase, 'closed');
      const found = union(
        db
          .select(account(keyResult.owner))
          .from(cycle)
          .innerJoin(objective, and(eq(objective.cycleId, cycle.id), eq(objective.removed, false)))
          .innerJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
          .where(and(open, later(keyResult.owner))),
        db
          .select(account(objective.owner))
          .from(cycle)
          .innerJoin(objective, and(eq(objective.cycleId, cycle.id), eq(objective.removed, false)))
          .where(and(open, later(objective.owner))),
        db
          .select(account(team.lead))
          .from(team)
          .where(and(eq(team.archived, false), later(team.lead))),
      ).as('owners');
      const rows = await db
        .select({ id: found.id })
        .from(found)
        .orderBy(asc(found.id), sql`NULL LIMIT ${sql.raw(String(limit))}`);
      return rows.map(({ id }) => id);
    },

    /** Remembers who left, and forgets those who are there (again). */
    async keep(
      { left, here }: { left: readonly AccountId[]; here: readonly AccountId[] },
      at: Instant,
    ): Promise<void> {
      if (left.length > 0) {
        await db
          .insert(inactiveAccount)
          .ignore()
          .values(left.map((accountId) => ({ accountId, seenAt: at })));
      }
      if (here.length > 0)
        await db.delete(inactiveAccount).where(inArray(inactiveAccount.accountId, [...here]));
    },
  };
}
