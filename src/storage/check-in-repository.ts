import { eq, inArray, sql } from 'drizzle-orm';
import type { CheckIn } from '../domain/check-in';
import type { CheckInId, KeyResultId } from '../domain/ids';
import { appendOnce } from './append-once';
import type { Outcome } from './change';
import type { Database } from './database';
import { checkIn, followUp } from './schema';

/** A check-in to keep, with the hash of what was asked for. */
export type PrintedCheckIn = { checkIn: CheckIn; contentHash: string };

/** With whom its decision and its ask land. */
function landing(keyResultId: KeyResultId, { checkIn, contentHash }: PrintedCheckIn) {
  const { id, decision, ask, madeOn, recordedAt, by } = checkIn;
  const begins = {
    id,
    checkInId: id,
    keyResultId,
    outcome: 'open' as const,
    note: '',
    recordedOn: madeOn,
    recordedAt,
    recordedBy: by,
    contentHash,
  };
  return [
    ...(decision
      ? [{ ...begins, subject: 'decision' as const, person: decision.owner, dueOn: decision.dueOn }]
      : []),
    ...(ask ? [{ ...begins, subject: 'ask' as const, person: ask.of, dueOn: null }] : []),
  ];
}

export function createCheckInRepository(db: Database) {
  /** Before the check-in itself: cut off in between, it means nothing; the other way round, nobody would be told. */
  const land = async (keyResultId: KeyResultId, made: readonly PrintedCheckIn[]): Promise<void> => {
    const rows = made.flatMap((one) => landing(keyResultId, one));
    if (rows.length === 0) return;
    await db
      .insert(followUp)
      .values(rows)
      .onDuplicateKeyUpdate({ set: { id: sql`follow_up.id` } });
  };
  const find = async (id: CheckInId) => {
    const [row] = await db
      .select({ by: checkIn.recordedBy, contentHash: checkIn.contentHash, keyResultId: checkIn.keyResultId })
      .from(checkIn)
      .where(eq(checkIn.id, id));
    return row;
  };
  const standing = async (rows: readonly PrintedCheckIn[]): Promise<'saved' | 'reused' | 'missing'> => {
    const asked = new Map(rows.map((row) => [row.checkIn.id, row]));
    const found = await db
      .select({ id: checkIn.id, by: checkIn.recordedBy, contentHash: checkIn.contentHash })
      .from(checkIn)
      .where(inArray(checkIn.id, [...asked.keys()]));
    const foreign = found.some(({ id, by, contentHash }) => {
      const row = asked.get(id);
      return row?.checkIn.by !== by || row.contentHash !== contentHash;
    });
    if (foreign) return 'reused';
    return found.length < asked.size ? 'missing' : 'saved';
  };
  return {
    /**
     * One INSERT decides; the id is the act's own. Never changed afterwards. `also`: the same measurement for another key result,
     * in the same INSERT, so that it is kept for both or for none.
     */
    async record(
      keyResultId: KeyResultId,
      made: CheckIn,
      contentHash: string,
      also: { keyResultId: KeyResultId; checkIn: CheckIn } | null = null,
    ): Promise<Outcome> {
      await land(keyResultId, [{ checkIn: made, contentHash }]);
      const rowOf = (of: KeyResultId, { by, ...values }: CheckIn) => ({
        keyResultId: of,
        ...values,
        recordedBy: by,
        contentHash,
      });
      const rows = [rowOf(keyResultId, made), ...(also ? [rowOf(also.keyResultId, also.checkIn)] : [])];
      return appendOnce(
        { by: made.by, contentHash },
        () => db.insert(checkIn).values(rows),
        () => find(made.id),
      );
    },

    /** One INSERT adds what follows from elsewhere; what is there stays as it is. */
    async addDerived(rows: readonly (PrintedCheckIn & { keyResultId: KeyResultId })[]): Promise<void> {
      if (rows.length === 0) return;
      await db
        .insert(checkIn)
        .values(
          rows.map(({ keyResultId, checkIn: { by, ...values }, contentHash }) => ({
            keyResultId,
            ...values,
            recordedBy: by,
            contentHash,
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
      await land(keyResultId, rows);
      await db
        .insert(checkIn)
        .values(
          rows.map(({ checkIn: { by, ...values }, contentHash }) => ({
            keyResultId,
            ...values,
            recordedBy: by,
            contentHash,
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
