/** A step in a noisy series: how large it is, how sure that is, and how small a one could have been seen. */
import { likely, oneSided, studentT, twoSided } from './student-t';

export type StepPoint = {
  /** Time, in cadence slots; ascending. */
  x: number;
  y: number;
  /** How much of the effect shows: 0 before, 1 after; between while it grows. */
  shown: number;
  /** Slots the value stands for: a rate over two slots is twice as sure. */
  weight: number;
};

export type StepEstimate = {
  /** After minus what the trend before would have come to. */
  size: number;
  /** The 95 % range of `size`. It leaves out 0 exactly when the step exceeds the noise. */
  low: number;
  high: number;
  /** The 90 % range of `size`: a larger (or smaller) step is ruled out at 5 % on that side. */
  low90: number;
  high90: number;
  /** The smallest true step that would have exceeded the noise 8 times in 10. */
  smallestSeen: number;
  /** The common trend: the value at x = 0 without the step, and its change a slot. */
  level: number;
  slope: number;
  /** One standard deviation of a value of weight 1 around it. */
  noise: number;
};

/** How much a value may lean on its neighbour a slot before: the correlations that are weighed against each other. */
const leanings = [0, 0.1, 0.2, 0.3, 0.4];
/** Level, slope and step. */
const unknowns = 3;

/**
 * The step between the points before and after, on a common straight trend. Needs two points on either side and four in
 * all; null for fewer, or where the points do not tell a step from a trend.
 *
 * Method: generalised least squares of value = level + slope·x + step, the values' correlation falling with their distance (ρ to the power
 * of the slots between them). ρ cannot be known from so few values, so the answer is the mean over `leanings`, each weighted by how well it
 * fits (the restricted likelihood, level, slope, step and scale integrated out). Its t is compared with Student's t for n − 3 degrees of
 * freedom, widened by 11 % · (1 − 6/n), 5 % for six and 4 % for eight: found by simulation to hold 5 % false steps for independent values
 * and for AR(1) 0.3 alike (`npm run bench:impact`; docs/decisions). `grain` is how finely values are written (1 for whole numbers):
 * rounding alone is noise of grain / √12, and so few equal values never show less. Source: D. A. Harville, JASA 72 (1977) for the
 * restricted likelihood.
 */
export function estimateStep(points: readonly StepPoint[], grain: number): StepEstimate | null {
  const freedom = points.length - unknowns;
  if (freedom < 1) return null;
  const largest = Math.max(...points.map(({ y }) => Math.abs(y)));
  // Without a grain, what doubles round by.
  const floor = freedom * Math.max((grain * grain) / 12, (largest * 1e-12) ** 2, Number.MIN_VALUE);
  const fits = leanings.map((leaning) => fit(points, leaning, floor)).filter((one) => one !== null);
  if (fits.length === 0) return null;
  const best = Math.max(...fits.map(({ logWeight }) => logWeight));
  const weights = fits.map(({ logWeight }) => Math.exp(logWeight - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (one: Fit) => number) =>
    fits.reduce((sum, one, index) => sum + (weights[index] ?? 0) * of(one), 0) / total;
  const size = mean(({ step }) => step);
  const error = Math.sqrt(mean(({ variance }) => variance));
  const count = points.length;
  const widened = 1 + Math.max(0.11 * (1 - 6 / count), 0.05 - 0.005 * (count - 6));
  const reach = widened * studentT(twoSided, freedom) * error;
  const inner = widened * studentT(oneSided, freedom) * error;
  return {
    size,
    low: size - reach,
    high: size + reach,
    low90: size - inner,
    high90: size + inner,
    smallestSeen: reach + studentT(likely, freedom) * error,
    level: mean(({ level }) => level),
    slope: mean(({ slope }) => slope),
    noise: Math.sqrt(mean(({ scale }) => scale)),
  };
}

type Fit = {
  level: number;
  slope: number;
  step: number;
  /** Of the step. */
  variance: number;
  /** Of a value of weight 1. */
  scale: number;
  logWeight: number;
};

function fit(points: readonly StepPoint[], leaning: number, floor: number): Fit | null {
  let logDeterminant = 0;
  const rows = points.map(({ x, y, shown, weight }, index) => {
    const root = Math.sqrt(weight);
    const row = [root, x * root, shown * root, y * root];
    const previous = points[index - 1];
    if (!previous) return row;
    const pull = leaning ** (x - previous.x);
    const left = 1 - pull * pull;
    logDeterminant += Math.log(left);
    const back = Math.sqrt(previous.weight);
    const before = [back, previous.x * back, previous.shown * back, previous.y * back];
    return row.map((value, column) => (value - pull * (before[column] ?? 0)) / Math.sqrt(left));
  });
  const solved = leastSquares(rows);
  if (!solved) return null;
  const freedom = points.length - unknowns;
  const rest = Math.max(solved.rest, floor);
  return {
    ...solved,
    variance: (rest / freedom) * solved.information,
    scale: rest / freedom,
    logWeight: -0.5 * (logDeterminant + solved.logDeterminant + freedom * Math.log(rest)),
  };
}

type Solved = {
  level: number;
  slope: number;
  step: number;
  /** The squares left over. */
  rest: number;
  /** Variance of the step where that of a value is 1. */
  information: number;
  logDeterminant: number;
};

/**
 * Least squares of the last column on the others, by modified Gram–Schmidt. null where the columns do not tell level, slope
 * and step apart.
 */
function leastSquares(rows: readonly number[][]): Solved | null {
  const columns = [0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? 0));
  const lengths: number[] = [];
  const onto: number[][] = [];
  for (let j = 0; j < unknowns; j += 1) {
    const own = columns[j] ?? [];
    const whole = Math.sqrt(dot(own, own));
    const earlier = columns.slice(0, j);
    for (const direction of earlier) subtract(own, direction, dot(own, direction));
    const length = Math.sqrt(dot(own, own));
    if (!(length > whole * 1e-9)) return null;
    own.forEach((value, index) => (own[index] = value / length));
    lengths.push(length);
    onto.push(
      earlier.map((direction) =>
        dot(
          rows.map((row) => row[j] ?? 0),
          direction,
        ),
      ),
    );
  }
  const values = columns[unknowns] ?? [];
  const along = columns.slice(0, unknowns).map((direction) => {
    const amount = dot(values, direction);
    subtract(values, direction, amount);
    return amount;
  });
  const [a = 0, b = 0, c = 0] = along;
  const [ofLevel = 1, ofSlope = 1, ofStep = 1] = lengths;
  const step = c / ofStep;
  const slope = (b - (onto[2]?.[1] ?? 0) * step) / ofSlope;
  const level = (a - (onto[1]?.[0] ?? 0) * slope - (onto[2]?.[0] ?? 0) * step) / ofLevel;
  return {
    level,
    slope,
    step,
    rest: dot(values, values),
    information: 1 / (ofStep * ofStep),
    logDeterminant: 2 * lengths.reduce((sum, length) => sum + Math.log(length), 0),
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Takes `amount` of a direction out of a column, in place. */
function subtract(column: number[], direction: readonly number[], amount: number): void {
  column.forEach((value, index) => (column[index] = value - amount * (direction[index] ?? 0)));
}
