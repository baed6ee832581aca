import type { Instant } from './dates';
import type { AccountId, CorrectionId } from './ids';

/**
 * Somebody said that a recorded value was wrong. What was recorded stays; what was said last counts. `About` is the id of
 * what holds the value: a check-in, or a value of a KPI.
 */
export type Correction<About extends string> = {
  id: CorrectionId;
  about: About;
  /** 1 for the first correction of that value, and so on: two people cannot both make the same one. */
  turn: number;
  /** What it was until then; null: it had been taken back. */
  from: number | null;
  /** What it should have been; null: it is taken back, nothing was measured. */
  value: number | null;
  why: string;
  by: AccountId;
  at: Instant;
};

/**
 * Recorded values as they stand after their corrections: the only place that applies them, so that progress, pace, charts
 * and verdicts cannot disagree. Their order stays.
 */
export function corrected<About extends string, T extends { id: About; value: number | null }>(
  recorded: readonly T[],
  corrections: readonly Correction<About>[],
): T[] {
  if (corrections.length === 0) return [...recorded];
  const last = new Map<About, Correction<About>>();
  for (const one of corrections) {
    if ((last.get(one.about)?.turn ?? 0) < one.turn) last.set(one.about, one);
  }
  return recorded.map((row) => {
    const said = last.get(row.id);
    return said ? { ...row, value: said.value } : row;
  });
}
