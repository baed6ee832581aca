import { and, eq, inArray, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Instant } from '../domain/dates';
import type { AccountId, IssueId, ProjectId, RunWorkId } from '../domain/ids';
import type { Database } from './database';
import { runWork } from './schema';

/** One person's word on one issue. */
export type RunWorkRow = typeof runWork.$inferSelect;

/** More than this of one plan is left out, the oldest first. */
const mostRead = 5_000;

/** Which issues somebody called run work. Append-only: the last word on an issue counts. */
export function createRunWorkRepository(db: Database) {
  const standing = async (rows: readonly RunWorkRow[]): Promise<'saved' | 'reused' | 'missing'> => {
    const asked = new Map(rows.map((row) => [row.id, row]));
    const ids: RunWorkId[] = [...asked.keys()];
    const found = await db
      .select({ id: runWork.id, by: runWork.saidBy, print: runWork.print })
      .from(runWork)
      .where(inArray(runWork.id, ids));
    if (found.some(({ id, by, print }) => asked.get(id)?.saidBy !== by || asked.get(id)?.print !== print)) {
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
        .insert(runWork)
        .values([...rows])
        .onDuplicateKeyUpdate({ set: { id: sql`run_work.id` } });
      const after = await standing(rows);
      if (after === 'missing') throw new Error('marks are not there after they were added');
      return after;
    },

    /** The issues of these projects that are run work by the last word on them, the latest said first. */
    async of(projectIds: readonly ProjectId[]): Promise<{ issueId: IssueId; by: AccountId; at: Instant }[]> {
      const later = alias(runWork, 'later');
      return db
        .select({ issueId: runWork.issueId, by: runWork.saidBy, at: runWork.saidAt })
        .from(runWork)
        .where(
          and(
            inArray(runWork.projectId, [...projectIds]),
            eq(runWork.isRunWork, true),
            notExists(
              db
                .select({ id: later.id })
                .from(later)
                .where(
                  and(
                    eq(later.issueId, runWork.issueId),
                    or(
                      sql`${later.saidAt} > ${runWork.saidAt}`,
                      and(sql`${later.saidAt} = ${runWork.saidAt}`, sql`${later.id} > ${runWork.id}`),
                    ),
                  ),
                ),
            ),
          ),
        )
        .orderBy(sql`${runWork.saidAt} DESC LIMIT ${sql.raw(String(mostRead))}`);
    },
  };
}
