import { and, eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/dates';
import type { AccountId, CheckInId, CorrectionId } from '../domain/ids';
import type { Outcome } from './change';
import type { Database } from './database';
import { isContention, isDuplicate } from './database-errors';
import { correction } from './schema';

export type CorrectionRow = typeof correction.$inferSelect;

/** Corrections of recorded values, only ever added. */
export function createCorrectionRepository(db: Database) {
  const find = async (id: CorrectionId): Promise<CorrectionRow | undefined> => {
    const [row] = await db.select().from(correction).where(eq(correction.id, id));
    return row;
  };
  const ofTurn = async (about: CheckInId, turn: number): Promise<CorrectionRow | undefined> => {
    const [row] = await db
      .select()
      .from(correction)
      .where(and(eq(correction.about, about), eq(correction.turn, turn)));
    return row;
  };
  return {
    /** What this id was used for; undefined: nothing yet. */
    find,

    /** One INSERT adds what follows from elsewhere; what is there stays as it is. */
    async addDerived(rows: readonly CorrectionRow[]): Promise<void> {
      if (rows.length === 0) return;
      await db
        .insert(correction)
        .values([...rows])
        .onDuplicateKeyUpdate({ set: { id: sql`correction.id` } });
    },

    /** One INSERT decides; of two people who correct the same value at once, the second is told who was first. */
    async add(row: CorrectionRow): Promise<Outcome> {
      try {
        await db.insert(correction).values(row);
        return { kind: 'saved', version: row.turn, repeated: false };
      } catch (error) {
        if (!isDuplicate(error) && !isContention(error)) throw error;
        const own = await find(row.id);
        if (own) return outcomeOfRepeat(own, row);
        const other = await ofTurn(row.about, row.turn);
        if (!other) throw error;
        return { kind: 'changed', by: other.correctedBy, at: other.correctedAt };
      }
    },
  };
}

/** What became of a correction whose id is there already. */
export function outcomeOfRepeat(
  own: { correctedBy: AccountId; contentHash: string; turn: number; correctedAt: Instant },
  asked: { correctedBy: AccountId; contentHash: string },
): Outcome {
  return own.correctedBy === asked.correctedBy && own.contentHash === asked.contentHash
    ? { kind: 'saved', version: own.turn, repeated: true }
    : { kind: 'reused' };
}
