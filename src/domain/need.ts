/** In which order a team talks about its key results (design §3.12): stale, dropped confidence, far behind, then the rest. */
import { asksToTalk } from './confidence';
import type { CheckIn } from './check-in';
import type { Instant, LocalDate } from './dates';
import type { DigestSince } from './digest';
import type { Standing } from './standing';

type Needing = Pick<Standing, 'freshness' | 'confidence' | 'needsDecision' | 'pace'>;

/**
 * How much a key result needs to be talked about; 0 is the most: a value or confidence that is stale, a confidence that
 * dropped, one that is low without a decision, far behind, behind, due, the rest. Source: design §3.12.
 */
export function needOf({ freshness, confidence, needsDecision, pace }: Needing): number {
  const states = [freshness.value.state, freshness.confidence.state];
  const needs = [
    states.includes('stale'),
    asksToTalk(confidence),
    needsDecision,
    pace === 'far-behind',
    pace === 'behind',
    states.includes('due'),
  ];
  const first = needs.indexOf(true);
  return first === -1 ? needs.length : first;
}

/** Whether something made known on `day`, at `at`, is newer than the check-in before. */
export function isSince(since: DigestSince, day: LocalDate, at: Instant): boolean {
  return day > since.day || (day === since.day && since.at !== null && at > since.at);
}

/**
 * Since when what was said still stands, as the day a cadence ago is `cadenceAgo`: since the check-in before, and where that
 * was not ended with a digest, since then; what was said longer ago is due again. `last` null: there was none.
 */
export function standsSince(last: DigestSince | null, cadenceAgo: LocalDate): DigestSince {
  return last !== null && last.day >= cadenceAgo ? last : { day: cadenceAgo, at: null };
}

/** Whether somebody checked in since the check-in before. */
export function isSaidSince(checkIns: readonly CheckIn[], since: DigestSince): boolean {
  return checkIns.some(({ madeOn, recordedAt }) => isSince(since, madeOn, recordedAt));
}
