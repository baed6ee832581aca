import { eq } from 'drizzle-orm';
import type { InitiativeId, JudgementId, KeyResultId } from '../domain/ids';
import type { Judgement } from '../domain/judgement';
import type { Outcome } from './change';
import type { Database } from './database';
import { isContention, isDuplicate } from './database-errors';
import { judgement } from './schema';

export function createJudgementRepository(db: Database) {
  const find = async (id: JudgementId) => {
    const [row] = await db
      .select({ by: judgement.judgedBy, print: judgement.print })
      .from(judgement)
      .where(eq(judgement.id, id));
    return row;
  };
  return {
    /** Who made a judgement, and the print of what they asked for; undefined when it is not there. */
    find,

    /** One INSERT decides; the id is the act's own. Never changed afterwards: judging again is another one. */
    async record(
      of: { keyResultId: KeyResultId; initiativeId: InitiativeId },
      { at, by, ...values }: Judgement,
      print: string,
    ): Promise<Outcome> {
      try {
        await db.insert(judgement).values({ ...of, ...values, judgedAt: at, judgedBy: by, print });
        return { kind: 'saved', version: 1, repeated: false };
      } catch (error) {
        if (!isDuplicate(error) && !isContention(error)) throw error;
        const standing = await find(values.id);
        if (!standing) throw error;
        if (standing.by !== by || standing.print !== print) return { kind: 'reused' };
        return { kind: 'saved', version: 1, repeated: true };
      }
    },
  };
}
