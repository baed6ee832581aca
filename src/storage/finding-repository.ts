import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { DismissedFinding, WorthAnswer } from '../contract/review-calls';
import { isUuid, type CycleId } from '../domain/ids';
import type { Database } from './database';
import { findingAnswer } from './schema';

/** One thing one person said of one finding. */
export type FindingAnswerRow = typeof findingAnswer.$inferSelect;

/** More of one cycle is left out, the oldest first. */
const mostRead = 2_000;

/** What people said of findings. Append-only: of the same rule and words of the same subject the last word counts. */
export function createFindingRepository(db: Database) {
  const read = async (where: SQL | undefined): Promise<FindingAnswerRow[]> =>
    db
      .select()
      .from(findingAnswer)
      .where(where)
      .orderBy(
        sql`${findingAnswer.answeredAt} DESC, ${findingAnswer.id} DESC LIMIT ${sql.raw(String(mostRead))}`,
      );
  return {
    /** One INSERT, the same again without effect. `reused`: the id is something else's, or somebody else's. */
    async record(row: FindingAnswerRow): Promise<'saved' | 'reused'> {
      await db
        .insert(findingAnswer)
        .values(row)
        .onDuplicateKeyUpdate({ set: { id: sql`finding_answer.id` } });
      const [found] = await db
        .select({ by: findingAnswer.answeredBy, contentHash: findingAnswer.contentHash })
        .from(findingAnswer)
        .where(eq(findingAnswer.id, row.id));
      if (!found) throw new Error('an answer is not there after it was added');
      return found.by === row.answeredBy && found.contentHash === row.contentHash ? 'saved' : 'reused';
    },

    /** What was said of these subjects and counts. */
    async of(subjectIds: readonly string[]): Promise<FindingAnswerRow[]> {
      return counting(await read(inArray(findingAnswer.subjectId, [...subjectIds])));
    },

    /** What was said in this cycle of these subjects and counts; of the newest 2,000 words. */
    async inCycle(cycleId: CycleId): Promise<FindingAnswerRow[]> {
      return counting(await read(and(eq(findingAnswer.cycleId, cycleId))));
    },
  };
}

/** The last word on each; `rows` come the latest first. */
function counting(rows: readonly FindingAnswerRow[]): FindingAnswerRow[] {
  const last = new Map<string, FindingAnswerRow>();
  for (const row of rows) {
    const of = JSON.stringify([row.subjectId, row.rule, row.findingText]);
    if (!last.has(of)) last.set(of, row);
  }
  return [...last.values()].filter(({ active }) => active);
}

/** Those that say a finding does not apply. */
export function dismissedOf(rows: readonly FindingAnswerRow[]): DismissedFinding[] {
  return rows.flatMap(({ subjectId, rule, findingText, reason, answeredBy, answeredAt, worth }) =>
    worth === null ? [{ subjectId, rule, words: findingText, reason, by: answeredBy, at: answeredAt }] : [],
  );
}

/** Those that answer S4. */
export function worthOf(rows: readonly FindingAnswerRow[]): WorthAnswer[] {
  return rows.flatMap(({ subjectId, worth, reason, answeredBy, answeredAt }) =>
    worth !== null && isUuid<'objective'>(subjectId)
      ? [{ objectiveId: subjectId, ...worth, note: reason, by: answeredBy, at: answeredAt }]
      : [],
  );
}
