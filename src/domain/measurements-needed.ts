/** What it will take to judge a hypothesis, told while attaching (design §3.8). */
import { addDays, addMonths, daysBetween, laterOf, type LocalDate } from './dates';
import { addIntervals, periodEnd } from './cadence';
import { measurements, type KeyResultRecord, type Measurement } from './measurements';
import type { KeyResultDefinition } from './metric';
import { likely, studentT, twoSided } from './student-t';
import { median, residuals } from './theil-sen';

/** Fewer on either side are never judged. */
const fewest = 3;
/** A year of weeks: more is said as "too small to be seen". */
const most = 52;
/** Values from which a noise can be told. */
const enoughForNoise = 4;

export type MeasurementsNeeded = {
  /** Usable values there are now, from before the initiative is live. */
  before: number;
  /**
   * Values needed before live, and as many after live and lag, to see this effect 8 times in 10; at least 3. null: the
   * effect is smaller than 52 + 52 values could show.
   */
  perSide: number | null;
  /** Still missing before live; null with `perSide`. */
  missingBefore: number | null;
  /** Days after live until there are enough: the lag, and `perSide` (or 3) measurements. */
  daysAfterLive: number;
  /** Scatter of the values around their trend, one standard deviation in the key result's unit. */
  noise: { known: true; sd: number } | { known: false; why: 'few-values' | 'no-scatter' | 'running-total' };
  /** The smallest effect 3 + 3 and 6 + 6 values would show 8 times in 10; null while the noise is not known. */
  smallestSeen: { with3: number; with6: number } | null;
};

/**
 * How many measurements a hypothesis needs to be judged, attached on `today`.
 *
 * Formula: a step in evenly spaced values with a common trend (value = level + slope·t + step), n on either side of it,
 * is estimated by least squares with the standard error sd / √(n/2 − 1.5·n³/(4n² − 1)); it is seen 8 times in 10 at 5 % false
 * alarms (two-sided) when it is at least (t₀.₉₇₅ + t₀.₈₀) standard errors, t with 2n − 3 degrees of freedom. A tenth is
 * added because verdicts hold their 5 % for values that lean on their neighbours (AR(1) 0.3) too: 6 + 6 then show 4.0 sd, as the
 * table of design §3.8 has it (78 % at 4 sd). Without a known noise `perSide` is the least there is, 3.
 *
 * Noise: from four values before on; 1.4826 × the median absolute residual from their Theil–Sen line, × √(k/(k − 2)) for
 * the two parameters of the line. Where more than half lie on the line exactly, from the mean absolute residual instead
 * (× 1.2533). Running totals are judged on their differences, to which an effect on the total does not compare: their noise
 * is left unknown here. Windows of a rolling average that overlap count once.
 * Source: design §3.8; least squares of a regression with an intervention; P. J. Rousseeuw and C. Croux, JASA 88 (1993).
 */
export function measurementsNeeded(
  record: KeyResultRecord,
  { effect, lagDays }: { effect: number; lagDays: number },
  today: LocalDate,
): MeasurementsNeeded {
  const usable = usableValues(record, today);
  const noise = noiseOf(record.definition, usable);
  const perSide = noise.known ? sideFor(Math.abs(effect) / noise.sd) : fewest;
  return {
    before: usable.length,
    perSide,
    missingBefore: perSide === null ? null : Math.max(0, perSide - usable.length),
    daysAfterLive: lagDays + daysFor(record, perSide ?? fewest, today),
    noise,
    smallestSeen: noise.known
      ? { with3: noise.sd * smallestStep(3), with6: noise.sd * smallestStep(6) }
      : null,
  };
}

/** The smallest step `n` + `n` values show 8 times in 10, in standard deviations of their noise; n from 3. */
export function smallestStep(n: number): number {
  const freedom = 2 * n - 3;
  const information = n / 2 - (1.5 * n ** 3) / (4 * n * n - 1);
  return (1.1 * (studentT(twoSided, freedom) + studentT(likely, freedom))) / Math.sqrt(information);
}

function sideFor(steps: number): number | null {
  for (let n = fewest; n <= most; n += 1) {
    if (smallestStep(n) <= steps) return n;
  }
  return null;
}

/** Finished values up to today, history too; of a rolling average only windows that do not overlap, the latest kept. */
function usableValues({ definition, checkIns }: KeyResultRecord, today: LocalDate): Measurement[] {
  const { behaviour } = definition;
  const finished = measurements(definition, checkIns, today).filter(({ unfinished }) => !unfinished);
  if (behaviour.kind !== 'level' || behaviour.averageOverDays === null) return finished;
  const kept: Measurement[] = [];
  for (const measurement of finished.reverse()) {
    const next = kept[0];
    if (!next || daysBetween(measurement.on, next.on) >= behaviour.averageOverDays) kept.unshift(measurement);
  }
  return kept;
}

function noiseOf(
  { behaviour }: KeyResultDefinition,
  values: readonly Measurement[],
): MeasurementsNeeded['noise'] {
  if (behaviour.kind === 'running-total') return { known: false, why: 'running-total' };
  const first = values[0];
  if (!first || values.length < enoughForNoise) return { known: false, why: 'few-values' };
  const off = residuals(values.map(({ on, value }) => ({ x: daysBetween(first.on, on), y: value }))).map(
    Math.abs,
  );
  const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
  const size = Math.max(...values.map(({ value }) => Math.abs(value)));
  // Less than this is how doubles round, not how the number varies.
  if (mean <= size * 1e-12) return { known: false, why: 'no-scatter' };
  const middle = 1.4826 * median(off);
  const spread = middle > size * 1e-12 ? middle : 1.2533 * mean;
  return { known: true, sd: spread * Math.sqrt(off.length / (off.length - 2)) };
}

/** Days that so many more measurements take from a day on. */
export function daysFor({ definition, cadence }: KeyResultRecord, count: number, today: LocalDate): number {
  const { measuredEvery, behaviour } = definition;
  let day = today;
  for (let i = 0; i < count; i += 1) {
    const next = measuredEvery.kind === 'monthly' ? addMonths(day, 1) : addIntervals(day, cadence, 1);
    if (behaviour.kind === 'per-period') day = laterOf(next, periodEnd(behaviour.period, addDays(day, 1)));
    else if (behaviour.kind === 'level' && behaviour.averageOverDays !== null) {
      day = laterOf(next, addDays(day, behaviour.averageOverDays));
    } else day = next;
  }
  return daysBetween(today, day);
}
