import { eq } from 'drizzle-orm';
import type { RecognitionId } from '../domain/ids';
import { appendOnce } from './append-once';
import type { Outcome } from './change';
import type { Database } from './database';
import { kudos } from './schema';

/** A praise, or the taking back of one. */
export type RecognitionRow = typeof kudos.$inferSelect;

/** Praise on key results. Append-only: what was taken back has a row that says so. */
export function createRecognitionRepository(db: Database) {
  const find = async (id: RecognitionId): Promise<RecognitionRow | undefined> => {
    const [row] = await db.select().from(kudos).where(eq(kudos.id, id));
    return row;
  };
  return {
    find,

    /** One INSERT decides; the id is the act's own. */
    async say(row: RecognitionRow): Promise<Outcome> {
      return appendOnce(
        { by: row.givenBy, contentHash: row.contentHash },
        () => db.insert(kudos).values(row),
        async () => {
          const standing = await find(row.id);
          return standing && { by: standing.givenBy, contentHash: standing.contentHash };
        },
      );
    },
  };
}
