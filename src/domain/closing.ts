/** What closing a cycle brings up (design §3.9, §3.12). */
import type { Initiative } from './initiative';
import type { ScoreLabel } from './score';
import { isFinished } from './work';

/**
 * The initiatives to name beside a missed key result: all of them, where all that was delivered is done. [] where it was not
 * missed, where work is still open, and where there was none: that tells something else. Source: design §3.9.
 */
export function doneButMissed<I extends Pick<Initiative, 'work'>>(
  initiatives: readonly I[],
  label: ScoreLabel | null,
): I[] {
  if (label !== 'missed') return [];
  const counted = initiatives.filter(({ work }) => work?.notDelivered !== true && work?.gone !== true);
  return counted.every(({ work }) => work !== null && isFinished(work)) ? counted : [];
}
