/** The normal quantile that leaves 2.5 % above it: 5 % on two sides. */
export const twoSided = 1.959964;
/** The normal quantile that leaves 5 % above it. */
export const oneSided = 1.644854;
/** The normal quantile that leaves 80 % below it: seen 8 times in 10 (design §3.8). */
export const likely = 0.841621;

/**
 * Student's t for the normal quantile z: the Cornish–Fisher expansion, within 1 % from 3 degrees of freedom.
 * Source: Abramowitz and Stegun 26.7.5.
 */
export function studentT(z: number, freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}
