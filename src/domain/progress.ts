/** How far a key result has come (design §3.1). The only place that divides by `target − start`. */
import { slotOf } from './cadence';
import type { LocalDate } from './dates';
import { countedMeasurements, reachedMilestones, type KeyResultRecord } from './measurements';
import type { Metric, Milestone, MilestoneId } from './metric';
import type { Progress } from './standing';

/**
 * Progress on `today`: 0 at start, 1 at target, below and above as measured. null: not measured, or not
 * measurable yet. `maintain`: share of the cadence slots measured so far whose last value was inside the band.
 * `milestones`: reached weight ÷ total weight. Source: design §3.1.
 */
export function progressOf(
  { definition, cadence, checkIns }: KeyResultRecord,
  today: LocalDate,
): Progress | null {
  const { metric } = definition;
  switch (metric.kind) {
    case 'increase':
    case 'decrease': {
      const last = countedMeasurements(definition, checkIns, today).at(-1);
      return last ? progressAt(metric, last.value) : null;
    }
    case 'maintain': {
      const lastOfSlot = new Map<number, number>();
      for (const { on, value } of countedMeasurements(definition, checkIns, today)) {
        lastOfSlot.set(slotOf(definition.startsOn, cadence, on), value);
      }
      if (lastOfSlot.size === 0) return null;
      const inside = [...lastOfSlot.values()].filter((value) => isInside(metric, value)).length;
      return progress(inside / lastOfSlot.size);
    }
    case 'milestones': {
      const reached = reachedMilestones(definition, checkIns, today);
      return reached ? progress(shareOfWeight(metric.milestones, reached.ids)) : null;
    }
    case 'not-measurable-yet':
      return null;
  }
}

/** How far along the way from start to target one value is. */
export function progressAt(
  metric: Extract<Metric, { kind: 'increase' | 'decrease' }>,
  value: number,
): Progress {
  return progress((value - metric.start) / (metric.target - metric.start));
}

/** The value that is this far along the way from start to target; the other direction of `progressAt`. */
export function valueAt(metric: Extract<Metric, { kind: 'increase' | 'decrease' }>, raw: number): number {
  return metric.start + raw * (metric.target - metric.start);
}

/** Whether a value lies in the band; both bounds belong to it. */
export function isInside(band: { min: number | null; max: number | null }, value: number): boolean {
  return (band.min === null || value >= band.min) && (band.max === null || value <= band.max);
}

/** The weight of these milestones as a share of all. 0 when no milestone weighs anything. */
export function shareOfWeight(milestones: readonly Milestone[], ids: readonly MilestoneId[]): number {
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0);
  const part = milestones.filter(({ id }) => ids.includes(id)).reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? part / total : 0;
}

/** Whether the key result is where it should end: at or beyond its target, or with all its milestones. */
export function isReached(definition: { metric: Metric }, raw: number): boolean {
  return definition.metric.kind !== 'maintain' && raw >= 1 - tolerance;
}

/** Raw progress as shown and as counted. */
export function progress(raw: number): Progress {
  const plain = raw + 0; // a falling target at its start gives −0, which would be shown as "−0 %"
  return { raw: plain, clamped: Math.min(1, Math.max(0, plain)) };
}

/** Differences of progress smaller than this are rounding: 0.35 − 0.3 is a gap of 0.05. */
export const tolerance = 1e-9;
