import { eq, inArray, sql } from 'drizzle-orm';
import type { CheckIn } from '../domain/check-in';
import type { CheckInId, KeyResultId } from '../domain/ids';
import type { Outcome } from './change';
import type { Database } from './database';
import { isContention, isDuplicate } from './database-errors';
import { checkIn } from './schema';

/** A check-in to keep, with the print of what was asked for. */
export type PrintedCheckIn = { checkIn: CheckIn; print: string };

export function createCheckInRepository(db: Database) {
  const find = async (id: CheckInId) => {
    const [row] = await db
      .select({ by: checkIn.recordedBy, print: checkIn.print, keyResultId: checkIn.keyResultId })
      .from(checkIn)
      .where(eq(checkIn.id, id));
    return row;
  };
  const standing = async (rows: readonly PrintedCheckIn[]): Promise<'saved' | 'reused' | 'missing'> => {
    const asked = new Map(rows.map((row) => [row.checkIn.id, row]));
    const found = await db
      .select({ id: checkIn.id, by: checkIn.recordedBy, print: checkIn.print })
      .from(checkIn)
      .where(inArray(checkIn.id, [...asked.keys()]));
    const foreign = found.some(({ id, by, print }) => {
      const row = asked.get(id);
      return row?.checkIn.by !== by || row.print !== print;
    });
    if (foreign) return 'reused';
    return found.length < asked.size ? 'missing' : 'saved';
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

    /** One INSERT adds what follows from elsewhere; what is there stays as it is. */
    async addDerived(rows: readonly (PrintedCheckIn & { keyResultId: KeyResultId })[]): Promise<void> {
      if (rows.length === 0) return;
      await db
        .insert(checkIn)
        .values(
          rows.map(({ keyResultId, checkIn: { by, ...values }, print }) => ({
            keyResultId,
            ...values,
            recordedBy: by,
            print,
          })),
        )
        .onDuplicateKeyUpdate({ set: { id: sql`check_in.id` } });
    },

    /**
     * One INSERT adds those that are not there; those that are must be of the same person with the same content, else
     * nothing is added and the answer is `reused`.
     */
    async recordMany(keyResultId: KeyResultId, rows: readonly PrintedCheckIn[]): Promise<'saved' | 'reused'> {
      const before = await standing(rows);
      if (before !== 'missing') return before;
      await db
        .insert(checkIn)
        .values(
          rows.map(({ checkIn: { by, ...values }, print }) => ({
            keyResultId,
            ...values,
            recordedBy: by,
            print,
          })),
        )
        .onDuplicateKeyUpdate({ set: { id: sql`check_in.id` } });
      // Somebody may have used one of the ids in between.
      const after = await standing(rows);
      if (after === 'missing') throw new Error('check-ins are not there after they were added');
      return after;
    },
  };
}
