/** What people hold of an initiative's effect, beside what was computed (design §3.8). */
import type { Instant, LocalDate } from './dates';
import type { AccountId, JudgementId } from './ids';
import type { Impact, ImpactVerdict } from './impact';
import type { HypothesisState, Initiative, WorkCount } from './initiative';
import { isFinished } from './work';

/** Work under way: keep, change, stop. Finished work: build-on, leave, undo (design §3.8). */
export const workDecisions = ['keep', 'change', 'stop', 'build-on', 'leave', 'undo'] as const;
export type WorkDecision = (typeof workDecisions)[number];

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

/** An initiative with all that is kept for judging it. */
export type JudgedInitiative = Initiative & {
  /** The hypothesis as it was when the issue was attached. */
  hypothesisAtAttach: HypothesisState;
  /** The hypothesis as it was when the work started, where it was changed since; null: not changed since. */
  hypothesisAtStart: HypothesisState | null;
  /** Oldest first: the last one counts. */
  judgements: Judgement[];
};

/** What is kept of a computed verdict when somebody judges; what the browser says it showed, too. */
export function computedOf(impact: Impact): ComputedImpact {
  const { verdict, change, share, live, before, after } = impact;
  return {
    verdict,
    change: change && { size: change.size, low: change.low, high: change.high },
    share: share?.size ?? null,
    live: live.on,
    before: before.length,
    after: after.length,
  };
}

/** Whether two are the same to whoever reads them: a new measurement, another day live or another event makes another. */
export function sameComputed(a: ComputedImpact | null, b: ComputedImpact | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.verdict === b.verdict &&
    a.live === b.live &&
    a.before === b.before &&
    a.after === b.after &&
    near(a.share, b.share) &&
    near(a.change?.size, b.change?.size) &&
    near(a.change?.low, b.change?.low) &&
    near(a.change?.high, b.change?.high)
  );
}

/** Two computers may differ in the last digits of a double. */
function near(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The decisions that can be taken on work: it is under way, or it has ended, delivered or not. Source: design §3.8. */
export function decisionsOn(work: WorkCount | null): readonly WorkDecision[] {
  const ended = work !== null && (isFinished(work) || work.category === 'done');
  return ended ? ['build-on', 'leave', 'undo'] : ['keep', 'change', 'stop'];
}

/**
 * Whether somebody has said what came of it: a verdict other than "too early", which comes back on its date, or a decision
 * on finished work. A decision on work under way judges nothing yet. Source: design §3.8.
 */
export function isJudged({ judgements }: Pick<JudgedInitiative, 'judgements'>): boolean {
  return judgements.some(
    ({ verdict, decision }) =>
      (verdict !== null && verdict !== 'too-early') ||
      decision === 'build-on' ||
      decision === 'leave' ||
      decision === 'undo',
  );
}

/** The verdict that counts: what a person last held; null while nobody said one. The computed one is shown beside it. */
export function heldVerdict({ judgements }: Pick<JudgedInitiative, 'judgements'>): ImpactVerdict | null {
  return judgements.findLast(({ verdict }) => verdict !== null)?.verdict ?? null;
}

/**
 * What a person holds instead of what is computed; null where they accepted what was computed then, or it came to the same
 * since. Source: design §3.8.
 */
export function heldOtherwise(
  { judgements }: Pick<JudgedInitiative, 'judgements'>,
  now: ImpactVerdict,
): ImpactVerdict | null {
  const last = judgements.findLast(({ verdict }) => verdict !== null);
  if (!last || last.verdict === last.computed?.verdict || last.verdict === now) return null;
  return last.verdict;
}

/** The hypothesis that learning uses: as it was at start (design §3.8). */
export function learntHypothesis({
  hypothesis,
  hypothesisAtStart,
}: Pick<JudgedInitiative, 'hypothesis' | 'hypothesisAtStart'>): HypothesisState {
  return hypothesisAtStart ?? hypothesis;
}
