/** How an objective stands: its key results, never its work (design §3.5). */
import type { Pace, Standing } from './standing';

export type RollUp = {
  /** Weighted mean of clamped progress, those not measured as 0; null without key results, or when all weigh 0. */
  progress: number | null;
  /** "2 of 4 measured". */
  measured: number;
  of: number;
  /** "2 on pace · 1 far behind · 1 unknown": stands beside the mean, always. */
  byPace: Record<Pace, number>;
};

/** Rolls up the key results at home in one objective; shared and supporting ones are not given here. Source: design §3.5. */
export function rollUp(
  items: readonly { weight: number; standing: Pick<Standing, 'progress' | 'pace'> }[],
): RollUp {
  const byPace: RollUp['byPace'] = { ahead: 0, 'on-pace': 0, behind: 0, 'far-behind': 0, unknown: 0 };
  let weights = 0;
  let sum = 0;
  let measured = 0;
  for (const { weight, standing } of items) {
    byPace[standing.pace] += 1;
    if (standing.progress) measured += 1;
    weights += weight;
    sum += weight * (standing.progress?.clamped ?? 0);
  }
  const progress = weights > 0 ? Math.min(1, sum / weights) : null;
  return { progress, measured, of: items.length, byPace };
}
