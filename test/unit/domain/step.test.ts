import fc from 'fast-check';
import { estimateStep, type StepPoint } from '../../../src/domain/step';

/** Points a slot apart, the last `after` of them after. */
function series(values: readonly number[], after: number): StepPoint[] {
  return values.map((y, x) => ({ x, y, shown: x >= values.length - after ? 1 : 0, weight: 1 }));
}

const noisy = fc.record({
  values: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 18 }),
  share: fc.integer({ min: 0, max: 100 }),
});

function noisySeries({ values, share }: { values: number[]; share: number }): StepPoint[] {
  const after = 3 + Math.floor((share / 101) * (values.length - 5));
  return series(
    values.map((value) => value / 100),
    after,
  );
}

describe('the estimate of a step', () => {
  it('finds a step that stands on an exact line', () => {
    // 10, 12, 14, 16 go on as 18, 20, 22: 5 more than that is a step of 5.
    const estimate = estimateStep(series([10, 12, 14, 16, 23, 25, 27], 3), 0);
    expect(estimate?.size).toBeCloseTo(5, 9);
    expect(estimate?.slope).toBeCloseTo(2, 9);
    expect(estimate?.level).toBeCloseTo(10, 9);
  });

  it('takes rounding for noise, so that a few equal whole numbers are not certain', () => {
    // Six values, one slope, one step: the step's variance is 1 / 0.342857 at least, rounding's deviation 1 / √12.
    const estimate = estimateStep(series([0, 0, 0, 1, 1, 1], 3), 1);
    expect(estimate?.size).toBeCloseTo(1, 9);
    expect(estimate?.low).toBeLessThan(0);
    expect(estimateStep(series([0, 0, 0, 1, 1, 1], 3), 0.01)?.low).toBeGreaterThan(0);
  });

  it('says nothing where no step can be told from a trend', () => {
    expect(estimateStep(series([1, 2, 3], 1), 1)).toBeNull();
    expect(estimateStep(series([1, 2, 3, 4], 0), 1)).toBeNull();
  });

  it('agrees with the restricted likelihood worked out with full matrices', () => {
    fc.assert(
      fc.property(noisy, (drawn) => {
        const points = noisySeries(drawn);
        const ours = estimateStep(points, 0);
        const theirs = withMatrices(points);
        expect(ours?.size).toBeCloseTo(theirs.size, 6);
        expect(ours?.noise).toBeCloseTo(theirs.noise, 6);
        expect(((ours?.high ?? 0) - (ours?.low ?? 0)) / 2 / theirs.error).toBeCloseTo(theirs.reach, 1);
      }),
      { numRuns: 200 },
    );
  });

  it('sees the same step whatever trend the values stand on, and scales with them', () => {
    fc.assert(
      fc.property(
        noisy,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (drawn, slope, scale) => {
          const points = noisySeries(drawn);
          const plain = estimateStep(points, 0);
          const tilted = estimateStep(
            points.map((point) => ({ ...point, y: scale * point.y + 7 + slope * point.x })),
            0,
          );
          expect((tilted?.size ?? NaN) / scale).toBeCloseTo(plain?.size ?? NaN, 5);
          expect((tilted?.low ?? NaN) / scale).toBeCloseTo(plain?.low ?? NaN, 5);
          expect((tilted?.smallestSeen ?? NaN) / scale).toBeCloseTo(plain?.smallestSeen ?? NaN, 5);
        },
      ),
    );
  });
});

/** Harville's restricted likelihood with the covariance written out and inverted, mixed over the same correlations. */
function withMatrices(points: readonly StepPoint[]): {
  size: number;
  error: number;
  noise: number;
  reach: number;
} {
  const design = points.map(({ x, shown }) => [1, x, shown]);
  const y = points.map((point) => [point.y]);
  const freedom = points.length - 3;
  const fits = [0, 0.1, 0.2, 0.3, 0.4].map((rho) => {
    const covariance = points.map((a) => points.map((b) => (a.x === b.x ? 1 : rho ** Math.abs(a.x - b.x))));
    const inverse = inverted(covariance);
    const crossed = times(transposed(design), inverse.matrix);
    const information = inverted(times(crossed, design));
    const beta = times(information.matrix, times(crossed, y));
    const rest = times(design, beta).map((row, index) => [(y[index]?.[0] ?? 0) - (row[0] ?? 0)]);
    const squares = times(times(transposed(rest), inverse.matrix), rest)[0]?.[0] ?? NaN;
    return {
      weight: -0.5 * (inverse.logDeterminant + information.logDeterminant + freedom * Math.log(squares)),
      step: beta[2]?.[0] ?? NaN,
      scale: squares / freedom,
      variance: (squares / freedom) * (information.matrix[2]?.[2] ?? NaN),
    };
  });
  const best = Math.max(...fits.map(({ weight }) => weight));
  const total = fits.reduce((sum, { weight }) => sum + Math.exp(weight - best), 0);
  const mean = (of: (fit: (typeof fits)[number]) => number) =>
    fits.reduce((sum, fit) => sum + (Math.exp(fit.weight - best) / total) * of(fit), 0);
  const n = points.length;
  // Student's t of 97.5 % from tables, for 3 to 15 degrees of freedom.
  const table = [3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131];
  return {
    size: mean(({ step }) => step),
    error: Math.sqrt(mean(({ variance }) => variance)),
    noise: Math.sqrt(mean(({ scale }) => scale)),
    reach: (table[freedom - 3] ?? NaN) * (1 + Math.max(0.11 * (1 - 6 / n), 0.05 - 0.005 * (n - 6))),
  };
}

function transposed(matrix: readonly number[][]): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? NaN));
}

function times(a: readonly number[][], b: readonly number[][]): number[][] {
  const columns = transposed(b);
  return a.map((row) =>
    columns.map((column) => row.reduce((sum, value, index) => sum + value * (column[index] ?? NaN), 0)),
  );
}

/** Gauss and Jordan, with the largest pivot; the logarithm is of the matrix's determinant. */
function inverted(matrix: readonly number[][]): { matrix: number[][]; logDeterminant: number } {
  const size = matrix.length;
  const work = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const below = work.slice(pivot).map((row) => Math.abs(row[pivot] ?? 0));
    const chosen = pivot + below.indexOf(Math.max(...below));
    const largest = work[chosen] ?? [];
    work[chosen] = work[pivot] ?? [];
    const lead = largest[pivot] ?? NaN;
    logDeterminant += Math.log(Math.abs(lead));
    const own = largest.map((value) => value / lead);
    work.forEach((row, index) => {
      const factor = row[pivot] ?? 0;
      work[index] = index === pivot ? own : row.map((value, column) => value - factor * (own[column] ?? 0));
    });
  }
  return { matrix: work.map((row) => row.slice(size)), logDeterminant };
}
