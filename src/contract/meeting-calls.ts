/** The part of the call table that the team's check-in uses: the meeting, its digest, and praise. */
import { z } from 'zod/mini';
import type { Instant, LocalDate } from '../domain/dates';
import type { DigestKeyResult, DigestObjective, DigestSince } from '../domain/digest';
import { followUpOutcomes } from '../domain/follow-up';
import type { AccountId, CycleId, DigestId, FollowUpId, RecognitionId, TeamId } from '../domain/ids';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, OkrsReading, TeamReading } from './readings';

/** A digest that was kept, without what it says. */
export type DigestEntry = { id: DigestId; heldOn: LocalDate; endedAt: Instant; endedBy: AccountId };
/** What a check-in is made on: the team's key results in a cycle. */
export type MeetingReading = OkrsReading & {
  teams: TeamReading[];
  cycles: CycleReading[];
  /** null: the site has none. */
  teamId: TeamId | null;
  cycleId: CycleId | null;
  /** What is new since the last check-in was ended. */
  since: DigestSince | null;
  /** Earlier ones of this team and cycle, the latest first. */
  digests: DigestEntry[];
  can: { end: boolean };
};
/** The reader's own key results in all running cycles. */
export type AloneReading = OkrsReading;
/** A digest as this reader may read it: without objectives they may not see. */
export type DigestReading = DigestEntry & {
  team: Pick<TeamReading, 'id' | 'name'>;
  cycle: Pick<CycleReading, 'id' | 'name'>;
  since: LocalDate;
  note: string;
  objectives: (Omit<DigestObjective, 'number' | 'keyResults'> & {
    key: string;
    /** Now: such a part stays out of pages and texts that others read. */
    restricted: boolean;
    keyResults: (Omit<DigestKeyResult, 'number'> & { key: string })[];
  })[];
};
/** Praise that stands. */
export type Recognition = {
  id: RecognitionId;
  person: AccountId;
  words: string;
  by: AccountId;
  at: Instant;
};

export const meetingCalls = {
  /** A team's check-in in a cycle; null: the project's team or the reader's own, and the running cycle. */
  'meeting.read': call<MeetingReading>()(
    'reader',
    z.object({
      teamId: z.nullable(input.teamId),
      cycleId: z.nullable(input.cycleId),
      projectId: z.nullable(input.projectId),
    }),
  ),
  'meeting.alone': call<AloneReading>()('reader', z.object({})),
  /**
   * Ends a check-in held on `heldOn`, today or before: how the key results stood that day, and what was said since the digest
   * before, is worked out here and kept.
   */
  'digest.keep': call<{ id: DigestId }>()(
    'team-member',
    z.object({
      id: input.digestId,
      teamId: input.teamId,
      cycleId: input.cycleId,
      heldOn: input.day,
      note: input.note(2000, 'the note'),
    }),
  ),
  'digest.read': call<DigestReading>()('reader', z.object({ id: input.digestId })),

  /**
   * Says what became of a check-in's decision or ask: done (answered), dropped (cannot help), carried on to another day, or
   * open again. Also whoever has it may say so.
   */
  'follow-up.say': call<{ id: FollowUpId }>()(
    'checker-in',
    z.object({
      id: input.followUpId,
      keyResultId: input.keyResultId,
      checkInId: input.checkInId,
      subject: z.enum(['decision', 'ask'], 'Choose a decision or an ask.'),
      outcome: z.enum(followUpOutcomes, 'Choose what became of it from the list.'),
      note: input.note(2000, 'the note'),
      /** With `carried-on`: the day it is due from now on. */
      dueOn: z.nullable(input.day),
    }),
  ),

  /** Praises somebody else on a key result. */
  'recognition.give': call<{ id: RecognitionId }>()(
    'checker-in',
    z.object({
      id: input.recognitionId,
      keyResultId: input.keyResultId,
      person: input.accountId,
      words: input.note(1000, 'the praise').check(z.minLength(1, 'Write what you thank them for.')),
    }),
  ),
  /** Takes one's own praise back. */
  'recognition.take-back': call<{ id: RecognitionId }>()(
    'checker-in',
    z.object({ id: input.recognitionId, recognitionId: input.recognitionId }),
  ),
} as const;
