import type { ImpactVerdict } from '../../src/domain/impact';

export const verdicts: readonly ImpactVerdict[] = [
  'moved',
  'moved-wrong-way',
  'no-visible-effect',
  'could-not-see',
  'cannot-separate',
  'too-early',
  'no-baseline',
];

export type Tally = Record<ImpactVerdict, number>;

export function emptyTally(): Tally {
  return {
    moved: 0,
    'moved-wrong-way': 0,
    'no-visible-effect': 0,
    'could-not-see': 0,
    'cannot-separate': 0,
    'too-early': 0,
    'no-baseline': 0,
  };
}

export function total(tally: Tally): number {
  return verdicts.reduce((sum, verdict) => sum + tally[verdict], 0);
}

/** Those with enough values on both sides. */
export function judged(tally: Tally): number {
  return total(tally) - tally['no-baseline'] - tally['too-early'];
}

/** A share of a count with its 95 % bounds, all from 0 to 1. Source: E. B. Wilson, JASA 22 (1927). */
export type Share = { share: number; low: number; high: number };

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const z = 1.959964;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** "4.9 % (4.5–5.4)". */
export function say({ share, low, high }: Share): string {
  return `${percent(share)} % (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
