/** Tables of what a team's check-in meeting leaves. */
import { index, mysqlTable as table, primaryKey } from 'drizzle-orm/mysql-core';
import type { DigestObjective } from '../../domain/digest';
import type { FollowUpOutcome, FollowUpSubject } from '../../domain/follow-up';
import type {
  CheckInId,
  CycleId,
  DigestId,
  FollowUpId,
  KeyResultId,
  RecognitionId,
  TeamId,
} from '../../domain/ids';
import { account, contentHash, day, id, json, name, time, words } from '../columns';

/**
 * Append-only: who has a decision or help request, and what became of it. The row a check-in begins with has the check-in's own
 * id; it is written before the check-in, and means nothing without it. The last row counts.
 */
export const followUp = table(
  'follow_up',
  {
    id: id<FollowUpId | CheckInId>().notNull(),
    subject: name<FollowUpSubject>().notNull(),
    checkInId: id<CheckInId>().notNull(),
    keyResultId: id<KeyResultId>().notNull(),
    /** Who has it now. */
    person: account().notNull(),
    outcome: name<FollowUpOutcome>().notNull(),
    note: words().notNull(),
    dueOn: day(),
    recordedOn: day().notNull(),
    recordedAt: time().notNull(),
    recordedBy: account().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.id, row.subject] }),
    index('follow_up_key_result').on(row.keyResultId),
    index('follow_up_check_in').on(row.checkInId),
    index('follow_up_person').on(row.person),
  ],
);

/** Append-only: a team's digest, as it was when the meeting ended (decision 0021). */
export const digest = table(
  'digest',
  {
    id: id<DigestId>().primaryKey(),
    teamId: id<TeamId>().notNull(),
    cycleId: id<CycleId>().notNull(),
    heldOn: day().notNull(),
    since: day().notNull(),
    endedAt: time().notNull(),
    endedBy: account().notNull(),
    note: words().notNull(),
    content: json<DigestObjective[]>().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [index('digest_team').on(row.teamId, row.cycleId, row.heldOn)],
);

/** Append-only: somebody gave somebody kudos on a key result, or withdrew them. */
export const kudos = table(
  'kudos',
  {
    id: id<RecognitionId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    recipient: account().notNull(),
    message: words().notNull(),
    /** The kudos that this row withdraws; null: it gives some. */
    withdrawsId: id<RecognitionId>(),
    givenAt: time().notNull(),
    givenBy: account().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [index('kudos_key_result').on(row.keyResultId), index('kudos_withdraws').on(row.withdrawsId)],
);
