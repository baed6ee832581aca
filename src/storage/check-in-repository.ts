import { eq } from 'drizzle-orm';
import type { CheckIn } from '../domain/check-in';
import type { CheckInId, KeyResultId } from '../domain/ids';
import type { Outcome } from './change';
import type { Database } from './database';
import { isContention, isDuplicate } from './database-errors';
import { checkIn } from './schema';

export function createCheckInRepository(db: Database) {
  const find = async (id: CheckInId) => {
    const [row] = await db
      .select({ by: checkIn.recordedBy, print: checkIn.print, keyResultId: checkIn.keyResultId })
      .from(checkIn)
      .where(eq(checkIn.id, id));
    return row;
  };
  return {
    /** Who recorded a check-in, and what they asked for; undefined when it is not there. */
    find,

    /** One INSERT decides; the id is the act's own. Never changed afterwards. */
    async record(keyResultId: KeyResultId, { by, ...values }: CheckIn, print: string): Promise<Outcome> {
      try {
        await db.insert(checkIn).values({ keyResultId, ...values, recordedBy: by, print });
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
