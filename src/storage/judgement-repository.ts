import { eq } from 'drizzle-orm';
import type { InitiativeId, JudgementId, KeyResultId } from '../domain/ids';
import type { Judgement } from '../domain/judgement';
import { appendOnce } from './append-once';
import type { Outcome } from './change';
import type { Database } from './database';
import { judgement } from './schema';

export function createJudgementRepository(db: Database) {
  const find = async (id: JudgementId) => {
    const [row] = await db
      .select({ by: judgement.judgedBy, contentHash: judgement.contentHash })
      .from(judgement)
      .where(eq(judgement.id, id));
    return row;
  };
  return {
    /** Who made a judgement, and the hash of what they asked for; undefined when it is not there. */
    find,

    /** One INSERT decides; the id is the act's own. Never changed afterwards: judging again is another one. */
    async record(
      of: { keyResultId: KeyResultId; initiativeId: InitiativeId },
      { at, by, ...values }: Judgement,
      contentHash: string,
    ): Promise<Outcome> {
      return appendOnce(
        { by, contentHash },
        () => db.insert(judgement).values({ ...of, ...values, judgedAt: at, judgedBy: by, contentHash }),
        () => find(values.id),
      );
    },
  };
}
