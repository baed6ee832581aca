/** What key results and objectives come to at the end of a cycle (design §3.9). Work has no part in it. */
import type { LocalDate } from './dates';
import type { KeyResultRecord } from './measurements';
import type { KeyResultDefinition } from './metric';
import { progressOf, tolerance } from './progress';
import { scoreLabels, type ScoreLabel, type ScoreLabels } from './score-labels';

export type { ScoreLabel } from './score-labels';

/** What becomes of a key result in the next cycle; nothing carries over by itself (design §3.12). */
export type NextStep = 'drop' | 'rewrite' | 'repeat';
/** What the measurements suggested: against the target as it is, and as it was published. */
export type SuggestedScores = { now: number | null; published: number | null };
/**
 * The score a key result's measurements suggest on `today`: clamped progress rounded down to one decimal, 0.0 to 1.0. For
 * milestones that is the weight reached, for a band the share of slots inside. null: not measured or not measurable yet, so
 * that there is nothing to suggest and a person says what it came to. Source: design §3.9, §3.1.
 */
export function suggestedScore(record: KeyResultRecord, today: LocalDate): number | null {
  const progress = progressOf(record, today);
  return progress && Math.floor(progress.clamped * 10 + tolerance * 10) / 10;
}

/** Whether a number can be a score: 0.0 to 1.0 with one decimal. */
export function isScore(value: number): boolean {
  return value >= 0 && value <= 1 && Math.round(value * 10) / 10 === value;
}

/** The name of a score; null is one that was dropped. Source: design §3.9. */
export function labelOf(
  score: number | null,
  { commitment }: Pick<KeyResultDefinition, 'commitment'>,
  labels: ScoreLabels = scoreLabels,
): ScoreLabel {
  if (score === null) return 'dropped';
  const { achieved, partial } = labels[commitment];
  if (score >= achieved - tolerance) return 'achieved';
  return score >= partial - tolerance ? 'partial' : 'missed';
}

/** A key result as its objective counts it; `score` null with no label: nobody has scored it yet. */
export type Scored = { weight: number; score: number | null; label: ScoreLabel | null };

export type ObjectiveScore = {
  /** 0 to 1, to two decimals; null where nothing counts: no key result, all dropped, or all of weight 0. */
  score: number | null;
  /** Of `of`, those a person scored; dropped ones are in neither. */
  scored: number;
  of: number;
  dropped: number;
};

/**
 * What an objective came to: the mean of its key results' scores by weight. Dropped ones are left out; those nobody has
 * scored yet count as 0, and the counts beside say so. Source: design §3.9.
 */
export function objectiveScore(keyResults: readonly Scored[]): ObjectiveScore {
  const counted = keyResults.filter(({ label }) => label !== 'dropped');
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const sum = counted.reduce((total, { weight, score }) => total + weight * (score ?? 0), 0);
  return {
    score: weights > 0 ? Math.round((sum / weights) * 100) / 100 : null,
    scored: counted.filter(({ score }) => score !== null).length,
    of: counted.length,
    dropped: keyResults.length - counted.length,
  };
}
