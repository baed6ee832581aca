/** The part of the call table that the quality review uses. */
import { z } from 'zod/mini';
import type { Instant } from '../domain/dates';
import type { AccountId, FindingAnswerId, KeyResultId, ObjectiveId } from '../domain/ids';
import { ruleIds, type RuleId } from '../domain/quality/finding';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, KeyResultReading, ObjectiveReading, SiteReading, TeamReading } from './readings';

/** What a finding is about. */
export type FindingSubject = 'objective' | 'key-result' | 'team' | 'cycle';
/** A finding that somebody said does not apply, and nobody took that back. */
export type DismissedFinding = {
  subjectId: string;
  rule: RuleId;
  words: string;
  reason: string;
  by: AccountId;
  at: Instant;
};
/** What somebody said of an objective when asked whether its targets are worth it (S4). */
export type WorthAnswer = {
  objectiveId: ObjectiveId;
  achieved: boolean;
  hurts: boolean;
  note: string;
  by: AccountId;
  at: Instant;
};

export type ReviewedKeyResult = Pick<
  KeyResultReading,
  'id' | 'version' | 'key' | 'title' | 'owner' | 'definition'
> & {
  latest: number | null;
  /** Its first confidence of the cycle's first two weeks or before; null: none. */
  drafted: number | null;
  can: { edit: boolean };
};
export type ReviewedObjective = Pick<
  ObjectiveReading,
  'id' | 'version' | 'key' | 'title' | 'why' | 'owner' | 'can'
> & {
  keyResults: ReviewedKeyResult[];
  /** It serves something, or said why it serves nothing. */
  connected: boolean;
  /** The words of what it serves; null: nothing, or nothing that this person may see. */
  served: string | null;
};
/** Whole teams, by name; what they wrote, and what only the whole cycle shows. What is found in it the browser works out. */
export type ReviewReading = {
  site: SiteReading;
  cycle: CycleReading;
  cycles: Pick<CycleReading, 'id' | 'name' | 'phase'>[];
  /** Of the whole cycle, as far as this person sees it. */
  count: { objectives: number; keyResults: number };
  teams: (Pick<TeamReading, 'id' | 'name' | 'can'> & { objectives: ReviewedObjective[] })[];
  /** Owners of more key results in this cycle than one person carries. */
  overburdened: { owner: AccountId; count: number }[];
  /** Key results of these teams that measure what an earlier one of the cycle does. */
  twice: { id: KeyResultId; other: string }[];
  dismissed: DismissedFinding[];
  worth: WorthAnswer[];
  can: { edit: boolean };
  /** What to ask for as `after` to read on; null: that was all. */
  next: number | null;
};

/** What people write with a form. */
const written = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('objective'), id: input.objectiveId }),
  z.object({ kind: z.literal('key-result'), id: input.keyResultId }),
]);
const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('objective'), id: input.objectiveId }),
  z.object({ kind: z.literal('key-result'), id: input.keyResultId }),
  z.object({ kind: z.literal('team'), id: input.teamId, cycleId: input.cycleId }),
  z.object({ kind: z.literal('cycle'), id: input.cycleId }),
]);

export const reviewCalls = {
  /** The review of a cycle: `after` counts the teams read before, 0 for the first. */
  'review.read': call<ReviewReading>()(
    'reader',
    z.object({
      cycleId: z.nullable(input.cycleId),
      after: z.int().check(z.minimum(0), z.maximum(100000)),
    }),
  ),
  /** What was dismissed of it and stands. */
  'finding.read': call<{ dismissed: DismissedFinding[] }>()('reader', z.object({ subject: written })),
  /**
   * Says that a finding does not apply, with the reason, or takes that back (`stands` false). Whoever writes what it is about.
   * It holds while the same words trigger the same rule.
   */
  'finding.dismiss': call<{ id: FindingAnswerId }>()(
    'key-result-writer',
    z.object({
      id: input.findingAnswerId,
      subject,
      rule: z.enum(ruleIds),
      words: z.string().check(z.maxLength(600, 'These words are too long to dismiss.')),
      stands: z.boolean(),
      reason: input.note(1000, 'the reason'),
    }),
  ),
  /** Answers S4 for an objective: if every target is hit, is it achieved, and would missing hurt? The last answer counts. */
  'finding.answer': call<{ id: FindingAnswerId }>()(
    'objective-writer',
    z.object({
      id: input.findingAnswerId,
      objectiveId: input.objectiveId,
      achieved: z.boolean(),
      hurts: z.boolean(),
      note: input.note(1000, 'the note'),
    }),
  ),
} as const;
