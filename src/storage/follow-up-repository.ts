import { and, eq } from 'drizzle-orm';
import type { FollowUp } from '../domain/follow-up';
import type { KeyResultId } from '../domain/ids';
import { appendOnce } from './append-once';
import type { Outcome } from './change';
import type { Database } from './database';
import { followUp } from './schema';

/** What became of decisions and asks. Append-only: the last word counts. */
export function createFollowUpRepository(db: Database) {
  return {
    /** One INSERT decides; the id is the act's own. */
    async say(
      keyResultId: KeyResultId,
      { at, by, ...said }: FollowUp,
      contentHash: string,
    ): Promise<Outcome> {
      const row = { keyResultId, ...said, recordedAt: at, recordedBy: by, contentHash };
      const find = async () => {
        const [found] = await db
          .select({ by: followUp.recordedBy, contentHash: followUp.contentHash })
          .from(followUp)
          .where(and(eq(followUp.id, said.id), eq(followUp.subject, said.subject)));
        return found;
      };
      return appendOnce({ by, contentHash }, () => db.insert(followUp).values(row), find);
    },
  };
}
