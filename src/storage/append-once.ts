import type { AccountId } from '../domain/ids';
import type { Outcome } from './change';
import { isContention, isDuplicate } from './database-errors';

/**
 * Appends a row whose id the caller made: one INSERT decides. `find` finds the row by that id. The same again of the same person
 * with the same content is the same act.
 */
export async function appendOnce(
  asked: { by: AccountId; contentHash: string },
  insert: () => PromiseLike<unknown>,
  find: () => Promise<{ by: AccountId; contentHash: string } | undefined>,
): Promise<Outcome> {
  try {
    await insert();
    return { kind: 'saved', version: 1, repeated: false };
  } catch (error) {
    if (!isDuplicate(error) && !isContention(error)) throw error;
    const standing = await find();
    if (!standing) throw error;
    if (standing.by !== asked.by || standing.contentHash !== asked.contentHash) return { kind: 'reused' };
    return { kind: 'saved', version: 1, repeated: true };
  }
}
