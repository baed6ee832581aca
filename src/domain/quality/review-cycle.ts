/** The rules that need the whole of a team, or the day (design §3.10 O5, S2–S4). */
import { daysBetween, type LocalDate } from '../dates';
import type { AccountId } from '../ids';
import { defaultCaps, type Caps } from '../caps';
import { metricKey } from './across-cycle';
import { finding, type ReviewFinding } from './finding';

/** Average confidence at drafting: above is safe, below is fantasy (design §3.10 S3). */
const drafted = { safe: 7.5, fantasy: 4, fewest: 3 };
/** S4 comes again when the second week begins. */
const secondWeek = 7;

/** O5: of one team in one cycle. */
export function reviewObjectiveCount(
  count: number,
  { objectives }: Pick<Caps, 'objectives'> = defaultCaps,
): ReviewFinding[] {
  if (count <= objectives.many) return [];
  const values = { count, most: objectives.many };
  return count > objectives.tooMany
    ? [finding('O5-too-many', 'fail', '', null, { values })]
    : [finding('O5-many', 'warn', '', null, { values })];
}

/** S2: of one team, how many objectives say neither what they serve nor why not. */
export function reviewConnections(unconnected: number, count: number): ReviewFinding[] {
  return unconnected === 0
    ? []
    : [finding('S2-unconnected', 'warn', '', null, { values: { unconnected, count } })];
}

/** S3: of one team, the first confidence of each of its key results. Fewer than three say nothing. */
export function reviewConfidence(first: readonly number[]): ReviewFinding[] {
  if (first.length < drafted.fewest) return [];
  const average = Math.round((10 * first.reduce((sum, value) => sum + value, 0)) / first.length) / 10;
  const values = { average };
  if (average > drafted.safe) return [finding('S3-safe', 'warn', '', null, { values })];
  return average < drafted.fantasy ? [finding('S3-fantasy', 'warn', '', null, { values })] : [];
}

/**
 * S4: if every target is hit, is the objective achieved? Would missing hurt? Asked at publishing, and again once the second
 * week has begun; never after the cycle.
 */
export function askWorth(
  cycle: { phase: 'draft' | 'active' | 'scoring' | 'closed'; startsOn: LocalDate; endsOn: LocalDate },
  answeredOn: LocalDate | null,
  today: LocalDate,
): ReviewFinding[] {
  if (cycle.phase !== 'draft' && cycle.phase !== 'active') return [];
  const again = cycle.phase === 'active' && daysBetween(cycle.startsOn, today) >= secondWeek;
  if (!again) return answeredOn === null ? [finding('S4-publish', 'ask', '', null)] : [];
  const answered = answeredOn !== null && daysBetween(cycle.startsOn, answeredOn) >= secondWeek;
  return answered ? [] : [finding('S4-week-2', 'ask', '', null)];
}

/** S1: this person owns more than one person carries; the account id stands as `words`. */
export function reviewOwner(
  { owner, count }: { owner: AccountId; count: number },
  { carried }: Pick<Caps, 'carried'> = defaultCaps,
): ReviewFinding {
  return finding('S1-many', 'warn', '', null, { words: owner, values: { count, most: carried } });
}

/** K12: this key result measures what `other` measures. */
export function reviewTwice(title: string, other: string): ReviewFinding {
  return finding('K12-twice', 'warn', title, null, { words: metricKey(title), values: { other } });
}
