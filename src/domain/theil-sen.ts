/** A straight line through noisy values that a few wild ones do not bend (Theil 1950, Sen 1968). */
export type Point = { x: number; y: number };

/** The slopes between all pairs of points of different x, ascending. */
export function pairSlopes(points: readonly Point[]): number[] {
  const slopes: number[] = [];
  points.forEach((a, i) => {
    for (const b of points.slice(i + 1)) {
      if (a.x !== b.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  });
  return slopes.sort((a, b) => a - b);
}

/** Where the line of this slope meets x = 0: the median of what each point says. */
export function interceptFor(points: readonly Point[], slope: number): number {
  return median(points.map(({ x, y }) => y - slope * x));
}

/** What the values are off the Theil–Sen line, in the order given. Empty for fewer than two points. */
export function residuals(points: readonly Point[]): number[] {
  const slopes = pairSlopes(points);
  if (slopes.length === 0) return [];
  const slope = median(slopes);
  const intercept = interceptFor(points, slope);
  return points.map(({ x, y }) => y - intercept - slope * x);
}

/** The middle value, or the mean of the two middle ones. Throws a RangeError on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values, no median');
  return (lower + upper) / 2;
}
