import type { Instant, LocalDate } from './dates';
import type { AccountId, JudgementId } from './ids';
import type { ImpactVerdict } from './impact';

/** Work under way: keep, change, stop. Finished work: build-on, leave, undo (design §3.8). */
export type WorkDecision = 'keep' | 'change' | 'stop' | 'build-on' | 'leave' | 'undo';

/** What was computed when somebody judged, kept beside what they said: it stays visible (design §3.8). */
export type ComputedImpact = {
  verdict: ImpactVerdict;
  /** Change with its 95 % range in the key result's unit (a running total: per slot); null where none was estimated. */
  change: { size: number; low: number; high: number } | null;
  /** Change ÷ hypothesis. */
  share: number | null;
  live: LocalDate;
  /** Measurements used. */
  before: number;
  after: number;
};

/** A person's judgement of one initiative. Append-only: the latest counts, all are its history. */
export type Judgement = {
  id: JudgementId;
  at: Instant;
  by: AccountId;
  /** null: the work has no verdict yet (it is not live); a decision alone. */
  computed: ComputedImpact | null;
  /** What the person holds: the computed verdict when accepted, another with a reason, null when they decide alone. */
  verdict: ImpactVerdict | null;
  /** Why, where the verdict differs from the computed one or the decision wants words. */
  reason: string;
  decision: WorkDecision | null;
};
