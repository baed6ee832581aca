import type { Instant } from './dates';
import type { AccountId, CheckInId, CorrectionId } from './ids';

/**
 * Somebody said that a recorded value was wrong. What was recorded stays; what was said last counts.
 */
export type Correction = {
  id: CorrectionId;
  /** The check-in, or the value of a KPI. */
  about: CheckInId;
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
export function corrected<T extends { id: CheckInId; value: number | null }>(
  recorded: readonly T[],
  corrections: readonly Correction[],
): T[] {
  if (corrections.length === 0) return [...recorded];
  const last = new Map<CheckInId, Correction>();
  for (const one of corrections) {
    if ((last.get(one.about)?.turn ?? 0) < one.turn) last.set(one.about, one);
  }
  return recorded.map((row) => {
    const said = last.get(row.id);
    return said ? { ...row, value: said.value } : row;
  });
}
