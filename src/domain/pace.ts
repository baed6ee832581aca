/** Where a key result should be today (design §3.2). */
import { daysBetween, type LocalDate } from './dates';
import type { KeyResultDefinition } from './metric';
import { progressAt, shareOfWeight, tolerance, valueAt } from './progress';
import type { Rules } from './rules';
import type { Pace } from './standing';

export type PacePoint = {
  on: LocalDate;
  /** In the key result's unit; for milestones the share of the weight, 0…1. */
  value: number;
};

/**
 * The part of the key result's time that has passed, 0…1, in calendar days: 0 on the day it starts (and before),
 * 1 on its due date (and after). `today` is the day in the team's time zone. Source: design §3.2.
 */
export function elapsed(
  definition: Pick<KeyResultDefinition, 'startsOn' | 'dueOn'>,
  today: LocalDate,
): number {
  if (today >= definition.dueOn) return 1;
  if (today <= definition.startsOn) return 0;
  return daysBetween(definition.startsOn, today) / daysBetween(definition.startsOn, definition.dueOn);
}

/**
 * Where the key result should stand on `today`, as progress (0 at start, 1 at target): a straight line from start
 * to target, or through its checkpoints; times `rules.aspirational` for an aspirational one. Maintain: 1.
 * Milestones: the weight already due (on its day; a milestone without one is due with the key result). Not
 * measurable yet: 0, since no number is known to expect. Source: design §3.2.
 */
export function expectedProgress(definition: KeyResultDefinition, rules: Rules, today: LocalDate): number {
  const { metric } = definition;
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return lineProgress(definition, today) * share(definition, rules);
    case 'maintain':
      return 1;
    case 'milestones': {
      const due = metric.milestones.filter(({ dueOn }) => (dueOn ?? definition.dueOn) <= today);
      return shareOfWeight(
        metric.milestones,
        due.map(({ id }) => id),
      );
    }
    case 'not-measurable-yet':
      return 0;
  }
}

/**
 * The value that would be on pace today, in the key result's unit ("68 would be on pace"); null for milestones,
 * for a band (any value inside it is) and where nothing is measurable yet. Source: design §3.2.
 */
export function expectedValue(
  definition: KeyResultDefinition,
  rules: Rules,
  today: LocalDate,
): number | null {
  const { metric } = definition;
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') return null;
  return valueAt(metric, expectedProgress(definition, rules, today));
}

/** The name of a gap (raw − expected progress). Thresholds are the lowest gap of each name. Source: design §3.2. */
export function paceOf(gap: number, rules: Rules): Exclude<Pace, 'unknown'> {
  const reaches = (threshold: number) => gap >= threshold - tolerance;
  if (reaches(rules.pace.ahead)) return 'ahead';
  if (reaches(rules.pace.onPace)) return 'on-pace';
  return reaches(rules.pace.behind) ? 'behind' : 'far-behind';
}

/**
 * The line pace is judged against, for a chart, oldest first: the points to join with straight lines. Milestones
 * are steps (two points on one day). Empty for a band, which is drawn as a band, and while nothing is measurable.
 * Source: design §3.2.
 */
export function paceLine(definition: KeyResultDefinition, rules: Rules): PacePoint[] {
  const { metric, startsOn, dueOn } = definition;
  if (metric.kind === 'milestones') {
    const days = [...new Set(metric.milestones.map((milestone) => milestone.dueOn ?? dueOn))].sort();
    const points: PacePoint[] = [{ on: startsOn, value: 0 }];
    for (const on of days) {
      points.push({ on, value: points.at(-1)?.value ?? 0 });
      points.push({ on, value: expectedProgress(definition, rules, on) });
    }
    return points;
  }
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') return [];
  return corners(definition).map(({ on, raw }) => ({
    on,
    value: valueAt(metric, raw * share(definition, rules)),
  }));
}

/**
 * The second line of an aspirational key result: to its full target. Empty for a committed one, whose pace line
 * goes there already. Source: design §3.2 ("both lines drawn").
 */
export function fullTargetLine(definition: KeyResultDefinition): PacePoint[] {
  const { metric, commitment } = definition;
  if (commitment !== 'aspirational') return [];
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') return [];
  return corners(definition).map(({ on, raw }) => ({ on, value: valueAt(metric, raw) }));
}

function share({ commitment }: KeyResultDefinition, rules: Rules): number {
  return commitment === 'aspirational' ? rules.aspirational : 1;
}

/** Start, checkpoints and target with the progress each stands for. Checkpoints outside the dates are refused. */
function corners({ metric, startsOn, dueOn, checkpoints }: KeyResultDefinition) {
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') return [];
  const between = checkpoints
    .filter(({ on }) => on > startsOn && on < dueOn)
    .map(({ on, value }) => ({ on, raw: progressAt(metric, value).raw }))
    .sort((a, b) => daysBetween(b.on, a.on));
  return [{ on: startsOn, raw: 0 }, ...between, { on: dueOn, raw: 1 }];
}

function lineProgress(definition: KeyResultDefinition, today: LocalDate): number {
  if (today >= definition.dueOn) return 1;
  if (today <= definition.startsOn) return 0;
  const points = corners(definition);
  const next = points.findIndex(({ on }) => on > today);
  const from = points[next - 1];
  const to = points[next];
  if (!from || !to) return elapsed(definition, today);
  const part = daysBetween(from.on, today) / daysBetween(from.on, to.on);
  return from.raw + part * (to.raw - from.raw);
}
