/** The order of need, used by every list of key results (design §3.4, §3.12). */
import { asksToTalk } from './confidence';
import type { Standing } from './standing';

/**
 * Which of two needs a look first, for `sort`: stale or never measured; a dropped confidence; low and undecided; far
 * behind; confidence not said in time; behind; unknown; on pace; ahead. Among equals the larger gap, then the lower
 * confidence. Source: design §3.4, §3.12.
 */
export function byNeed(a: Standing, b: Standing): number {
  return (
    rank(a) - rank(b) ||
    (a.gap ?? 0) - (b.gap ?? 0) ||
    (a.confidence?.value ?? 10) - (b.confidence?.value ?? 10)
  );
}

/** The items in the order of need; equal ones keep their places. */
export function inOrderOfNeed<T>(items: readonly T[], standingOf: (item: T) => Standing): T[] {
  return items
    .map((item) => ({ item, standing: standingOf(item) }))
    .sort((a, b) => byNeed(a.standing, b.standing))
    .map(({ item }) => item);
}

function rank({ freshness, confidence, needsDecision, pace }: Standing): number {
  if (freshness.value.state === 'stale') return 0;
  if (asksToTalk(confidence)) return 1;
  if (needsDecision) return 2;
  if (pace === 'far-behind') return 3;
  if (freshness.confidence.state === 'stale') return 4;
  if (pace === 'behind') return 5;
  if (pace === 'unknown') return 6;
  return pace === 'on-pace' ? 7 : 8;
}
