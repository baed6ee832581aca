import { and, eq, inArray, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Instant } from '../domain/dates';
import type { AccountId, IssueId, ProjectId, RunWorkId } from '../domain/ids';
import type { Database } from './database';
import { businessAsUsual } from './schema';

/** One person's word on one issue. */
export type RunWorkRow = typeof businessAsUsual.$inferSelect;

/** More than this of one plan is left out, the oldest first. */
const mostRead = 5_000;

/** Which issues somebody called run work. Append-only: the last word on an issue counts. */
export function createRunWorkRepository(db: Database) {
  const standing = async (rows: readonly RunWorkRow[]): Promise<'saved' | 'reused' | 'missing'> => {
    const asked = new Map(rows.map((row) => [row.id, row]));
    const ids: RunWorkId[] = [...asked.keys()];
    const found = await db
      .select({
        id: businessAsUsual.id,
        by: businessAsUsual.markedBy,
        contentHash: businessAsUsual.contentHash,
      })
      .from(businessAsUsual)
      .where(inArray(businessAsUsual.id, ids));
    if (
      found.some(
        ({ id, by, contentHash }) =>
          asked.get(id)?.markedBy !== by || asked.get(id)?.contentHash !== contentHash,
      )
    ) {
      return 'reused';
    }
    return found.length < asked.size ? 'missing' : 'saved';
  };
  return {
    /** Whether these words were kept before by the same person with the same content; `reused`: an id is something else's. */
    standing,

    /** One INSERT adds those that are not there. */
    async record(rows: readonly RunWorkRow[]): Promise<'saved' | 'reused'> {
      await db
        .insert(businessAsUsual)
        .values([...rows])
        .onDuplicateKeyUpdate({ set: { id: sql`business_as_usual.id` } });
      const after = await standing(rows);
      if (after === 'missing') throw new Error('marks are not there after they were added');
      return after;
    },

    /** The issues of these projects that are run work by the last word on them, the latest said first. */
    async of(projectIds: readonly ProjectId[]): Promise<{ issueId: IssueId; by: AccountId; at: Instant }[]> {
      const later = alias(businessAsUsual, 'later');
      return db
        .select({
          issueId: businessAsUsual.issueId,
          by: businessAsUsual.markedBy,
          at: businessAsUsual.markedAt,
        })
        .from(businessAsUsual)
        .where(
          and(
            inArray(businessAsUsual.projectId, [...projectIds]),
            eq(businessAsUsual.isBusinessAsUsual, true),
            notExists(
              db
                .select({ id: later.id })
                .from(later)
                .where(
                  and(
                    eq(later.issueId, businessAsUsual.issueId),
                    or(
                      sql`${later.markedAt} > ${businessAsUsual.markedAt}`,
                      and(
                        sql`${later.markedAt} = ${businessAsUsual.markedAt}`,
                        sql`${later.id} > ${businessAsUsual.id}`,
                      ),
                    ),
                  ),
                ),
            ),
          ),
        )
        .orderBy(sql`${businessAsUsual.markedAt} DESC LIMIT ${sql.raw(String(mostRead))}`);
    },
  };
}
