/** Did the work move the number? Computed from measurements only (design §3.8). */
import { addDays, daysBetween, earlierOf, laterOf, type LocalDate } from './dates';
import { impactValues, slotDays, type ImpactValue, type ImpactValues, type LeftOut } from './impact-values';
import {
  around,
  compared,
  fewest,
  isDefinition,
  type Confounder,
  type ImpactInput,
  type Sides,
  type Span,
} from './impact-window';
import type { KeyResultRecord } from './measurements';
import { daysFor } from './measurements-needed';
import { estimateStep, type StepEstimate } from './step';
import { liveOn, type Live } from './work';

export type ImpactVerdict =
  | 'no-baseline'
  | 'too-early'
  | 'cannot-separate'
  | 'moved'
  | 'no-visible-effect'
  | 'could-not-see'
  | 'moved-wrong-way';

/** A number with its 95 % range. */
export type Estimate = { size: number; low: number; high: number };

export type Impact = {
  verdict: ImpactVerdict;
  live: Live;
  /** From this day on the effect should show: live and the hypothesis' lag. */
  showsOn: LocalDate;
  /** The measurements used, oldest first; too few of them are listed too. */
  before: ImpactValue[];
  after: ImpactValue[];
  leftOut: LeftOut[];
  /** Values are gains a slot (running totals, milestones), and so are all changes here. */
  gains: boolean;
  /**
   * After against the continued trend before, in the key result's unit. null while there are too few values, and where the
   * effect cannot be told from others'.
   */
  change: Estimate | null;
  /** `change` ÷ the hypothesis; null without one. */
  share: Estimate | null;
  /** The smallest effect that would have been seen 8 times in 10. */
  smallestSeen: number | null;
  /** The hypothesis' effect in the unit of `change`: of running totals a slot's part of it; null without one. */
  expected: number | null;
  /** The trend before, for drawing: `at` on a day, `perDay` more each day; `noise` is one value's standard deviation. */
  trend: { on: LocalDate; at: number; perDay: number; noise: number } | null;
  /** The day there will be three values after, if the number is measured on time; null when there are. */
  judgeOn: LocalDate | null;
  /** Values that are missing before and after. */
  missing: { before: number; after: number };
  /** What happened in the same days. */
  together: Confounder[];
  /** The change around all of `together`; null where that cannot be estimated either. */
  joint: (Estimate & { direction: 'good' | 'bad' | 'none' }) | null;
};

/**
 * The verdict on one initiative for its key result, as of `today` (the day in the team's time zone); null while people have
 * not got anything of it. The only place that computes one.
 *
 * - Values before live and from live + lag on are compared, at most 13 on either side.
 * - Where other work, or an outside event, changed the number (or had four slots to) outside the nearest three values before
 *   and after, the values beyond it are left out; within them, nothing can be separated.
 * - Where the work began and went live between two measurements, the two values before are left out: they may be why it
 *   began, and a low that was chance rises by itself.
 * - The estimate: see `estimateStep`. Source: design §3.8; docs/decisions.
 */
export function impactOf(input: ImpactInput, today: LocalDate): Impact | null {
  const live = liveOn(input.initiative);
  if (!live || live.on > today) return null;
  const { hypothesis } = input.initiative;
  const showsOn = addDays(live.on, hypothesis.kind === 'stated' ? hypothesis.hypothesis.lagDays : 0);
  const values = impactValues(input, live.on, today);
  const { together, leftOut, ...sides } = compared(input, values, { live: live.on, showsOn }, today);
  const missing = {
    before: Math.max(0, fewest - sides.before.length),
    after: Math.max(0, fewest - sides.after.length),
  };
  const base: Omit<Impact, 'verdict'> = {
    live,
    showsOn,
    ...sides,
    leftOut,
    gains: values.gains,
    change: null,
    share: null,
    smallestSeen: null,
    expected: expectedEffect(input, showsOn, values.gains),
    trend: null,
    judgeOn: missing.after > 0 ? judgeableOn(input, showsOn, sides.after, today) : null,
    missing,
    together: together.map(({ of }) => of),
    joint: null,
  };
  if (missing.before > 0) return { ...base, verdict: 'no-baseline' };
  if (missing.after > 0) return { ...base, verdict: 'too-early' };
  if (together.length > 0) {
    const joint = jointChange(input, values, together, base);
    return { ...base, verdict: 'cannot-separate', joint };
  }
  const estimate = stepBetween(sides, input, values.grain);
  if (!estimate) return { ...base, verdict: 'could-not-see' };
  const { expected } = base;
  return {
    ...base,
    verdict: verdictFor(input, estimate, stepBetween(sides, input, values.grain, true), { sides, expected }),
    change: { size: estimate.size, low: estimate.low, high: estimate.high },
    share: expected === null ? null : shareOf(estimate, expected),
    smallestSeen: estimate.smallestSeen,
    trend: {
      on: sides.before[0]?.on ?? live.on,
      at: estimate.level,
      perDay: estimate.slope / slotDays(input),
      noise: estimate.noise,
    },
  };
}

/**
 * The step between the two sides; `gradual`: the size reached by the last value of an effect that grows evenly from the
 * last value before on.
 */
function stepBetween(
  { before, after }: Sides,
  record: KeyResultRecord,
  grain: number,
  gradual = false,
): StepEstimate | null {
  const [first, turn, last] = [before[0], before.at(-1), after.at(-1)];
  if (!first || !turn || !last || before.length < fewest || after.length < fewest) return null;
  const days = slotDays(record);
  const grown = (on: LocalDate) => daysBetween(turn.on, on) / daysBetween(turn.on, last.on);
  const point = (one: ImpactValue, shown: number) => ({
    x: daysBetween(first.on, one.on) / days,
    y: one.value,
    shown,
    weight: one.weight,
  });
  return estimateStep(
    [...before.map((one) => point(one, 0)), ...after.map((one) => point(one, gradual ? grown(one.on) : 1))],
    grain,
  );
}

/** Whether a change of `size` from what the trend would have come to is what the key result wants; 0: neither. */
function directionOf(input: ImpactInput, size: number, usual: number): -1 | 0 | 1 {
  const { metric } = input.definition;
  const sign = Math.sign(size);
  if (sign === 0) return 0;
  const hypothesis = input.initiative.hypothesis;
  const wanted = hypothesis.kind === 'stated' ? Math.sign(hypothesis.hypothesis.effect) : 1;
  switch (metric.kind) {
    case 'increase':
    case 'milestones':
      return sign > 0 ? 1 : -1;
    case 'decrease':
      return sign < 0 ? 1 : -1;
    case 'not-measurable-yet':
      return sign === wanted ? 1 : -1;
    case 'maintain': {
      const outside = (value: number) =>
        Math.max(0, (metric.min ?? -Infinity) - value, value - (metric.max ?? Infinity));
      const gained = outside(usual) - outside(usual + size);
      if (gained !== 0) return gained > 0 ? 1 : -1;
      const one = metric.max === null ? 1 : metric.min === null ? -1 : wanted;
      return sign === one ? 1 : -1;
    }
  }
}

function exceedsNoise({ low, high }: Estimate): boolean {
  return low > 0 || high < 0;
}

/** What the trend would have come to in the middle of the days after. */
function usualAfter(estimate: StepEstimate, sides: Sides, record: KeyResultRecord): number {
  const first = sides.before[0];
  const middle = sides.after[Math.floor(sides.after.length / 2)];
  if (!first || !middle) return estimate.level;
  return estimate.level + (estimate.slope * daysBetween(first.on, middle.on)) / slotDays(record);
}

/**
 * That the number did not move is said only where the hypothesis would have been seen 8 times in 10 as a step, and where
 * it cannot have come gradually either: an effect that grows looks like a trend.
 */
function verdictFor(
  input: ImpactInput,
  estimate: StepEstimate,
  gradual: StepEstimate | null,
  { sides, expected }: { sides: Sides; expected: number | null },
): ImpactVerdict {
  if (exceedsNoise(estimate)) {
    const direction = directionOf(input, estimate.size, usualAfter(estimate, sides, input));
    return direction > 0 ? 'moved' : 'moved-wrong-way';
  }
  if (expected === null || Math.abs(expected) < estimate.smallestSeen) return 'could-not-see';
  const ruledOut = gradual !== null && (expected > 0 ? gradual.high90 < expected : gradual.low90 > expected);
  return ruledOut ? 'no-visible-effect' : 'could-not-see';
}

/** Of a running total, whose values are gains: what each slot up to the due date must gain more. */
function expectedEffect(input: ImpactInput, showsOn: LocalDate, gains: boolean): number | null {
  const { hypothesis } = input.initiative;
  if (hypothesis.kind !== 'stated') return null;
  if (!gains) return hypothesis.hypothesis.effect;
  const slots = daysBetween(showsOn, input.definition.dueOn) / slotDays(input);
  return hypothesis.hypothesis.effect / Math.max(1, slots);
}

function shareOf({ size, low, high }: Estimate, expected: number): Estimate | null {
  if (expected === 0) return null;
  const [a, b] = [low / expected, high / expected];
  return { size: size / expected, low: Math.min(a, b), high: Math.max(a, b) };
}

/** The day of the third value after, counted from the last there is, or from today where one is overdue. */
function judgeableOn(
  record: KeyResultRecord,
  showsOn: LocalDate,
  after: readonly ImpactValue[],
  today: LocalDate,
): LocalDate {
  const last = after.at(-1)?.on ?? showsOn;
  const base = addDays(last, daysFor(record, 1, last)) < today ? today : last;
  return addDays(base, daysFor(record, fewest - after.length, base));
}

/** The change from before the first to after the last of what happened together. */
function jointChange(
  input: ImpactInput,
  values: ImpactValues,
  together: readonly Span[],
  { live, showsOn }: Pick<Impact, 'live' | 'showsOn'>,
): Impact['joint'] {
  if (together.some(isDefinition)) return null;
  const first = together.map(({ from }) => from).reduce(earlierOf, live.on);
  const last = together.map(({ until }) => until).reduce(laterOf, showsOn);
  const sides = around(values, first, last, input);
  const estimate = stepBetween(sides, input, values.grain);
  if (!estimate) return null;
  const { size, low, high } = estimate;
  const sign = exceedsNoise(estimate) ? directionOf(input, size, usualAfter(estimate, sides, input)) : 0;
  return { size, low, high, direction: sign > 0 ? 'good' : sign < 0 ? 'bad' : 'none' };
}
