/** Did the work move the number? Computed from measurements only (design §3.8). */
import { addDays, dayIn, daysBetween, earlierOf, laterOf, type LocalDate } from './dates';
import { impactValues, slotDays, type ImpactValue, type LeftOut, type LeftOutWhy } from './impact-values';
import type { Initiative } from './initiative';
import type { KeyResultRecord } from './measurements';
import { daysFor } from './measurements-needed';
import type { OutsideEvent } from './outside-event';
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

/** Another initiative or an outside event that may have moved the number in the same days. */
export type Confounder =
  { kind: 'initiative'; initiative: Initiative } | { kind: 'event'; event: OutsideEvent };

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

export type ImpactInput = KeyResultRecord & {
  initiative: Initiative;
  /** All attached to the key result; the initiative itself may be among them. */
  initiatives: readonly Initiative[];
  events: readonly OutsideEvent[];
};

/** Fewer on either side are never judged (design §3.8). */
const fewest = 3;
const mostValues = 13;
const mostSlots = 26;
/** Slots that other work is given to take full effect, beyond its stated lag: few changes arrive at once. */
const settling = 4;

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
  const { initiative } = input;
  const lag = initiative.hypothesis.kind === 'stated' ? initiative.hypothesis.hypothesis.lagDays : 0;
  const showsOn = addDays(live.on, lag);
  const { values, leftOut, gains, grain } = impactValues(input, live.on, today);
  const drop = (one: ImpactValue, why: LeftOutWhy) =>
    leftOut.push({ on: one.on, value: one.value, why, checkInId: one.checkInId });

  const others = confounders(input, today);
  const sides = splitAt(values, live.on, showsOn, drop);
  const before = lastOf(sameDefinition(sides.before, others, live.on, drop), input, drop);
  const after = firstOf(sides.after, input, drop);
  const usual = withoutReasons(before, input.initiative, live.on, drop);
  const separated = separate(usual, after, others, live.on, drop);

  const verdictOf = (): ImpactVerdict | null => {
    if (separated.before.length < fewest) return 'no-baseline';
    if (separated.after.length < fewest) return 'too-early';
    return separated.together.length > 0 ? 'cannot-separate' : null;
  };
  const early = verdictOf();
  const base: Omit<Impact, 'verdict'> = {
    live,
    showsOn,
    before: separated.before,
    after: separated.after,
    leftOut,
    gains,
    change: null,
    share: null,
    smallestSeen: null,
    expected: expectedEffect(input, showsOn, gains),
    trend: null,
    judgeOn: separated.after.length < fewest ? judgeableOn(input, showsOn, separated.after, today) : null,
    missing: {
      before: Math.max(0, fewest - separated.before.length),
      after: Math.max(0, fewest - separated.after.length),
    },
    together: separated.together.map(({ of }) => of),
    joint: null,
  };
  if (early === 'cannot-separate') {
    return {
      ...base,
      verdict: early,
      joint: jointChange(input, values, separated.together, { live: live.on, showsOn }, grain),
    };
  }
  if (early !== null) return { ...base, verdict: early };

  const estimate = stepBetween(separated.before, separated.after, input, grain);
  if (!estimate) return { ...base, verdict: 'could-not-see' };
  const { expected } = base;
  return {
    ...base,
    verdict: verdictFor(input, estimate, separated, expected),
    change: { size: estimate.size, low: estimate.low, high: estimate.high },
    share: expected === null ? null : shareOf(estimate, expected),
    smallestSeen: estimate.smallestSeen,
    trend: {
      on: separated.before[0]?.on ?? live.on,
      at: estimate.level,
      perDay: estimate.slope / slotDays(input),
      noise: estimate.noise,
    },
  };
}

type Drop = (one: ImpactValue, why: LeftOutWhy) => void;
type Sides = { before: ImpactValue[]; after: ImpactValue[] };
/** A confounder and the days in which it may have been moving the number. */
type Span = { of: Confounder; from: LocalDate; to: LocalDate; until: LocalDate };

/** Values whose days all lie before live, or all from the day the effect should show; windows do not overlap. */
function splitAt(values: readonly ImpactValue[], live: LocalDate, shows: LocalDate, drop: Drop): Sides {
  const before: ImpactValue[] = [];
  const after: ImpactValue[] = [];
  let edge = live;
  for (const one of values.filter(({ on }) => on <= live).reverse()) {
    if (one.on > edge) drop(one, 'overlapping-window');
    else before.unshift(one);
    if (before[0] === one) edge = one.from;
  }
  edge = shows;
  for (const one of values.filter(({ on }) => on > live)) {
    if (one.from < shows) drop(one, 'spans-live');
    else if (one.from < edge) drop(one, 'overlapping-window');
    else {
      after.push(one);
      edge = one.on;
    }
  }
  return { before, after };
}

/** Everything else that may have moved the number up to today. */
function confounders({ initiative, initiatives, events, ...record }: ImpactInput, today: LocalDate): Span[] {
  const settled = (day: LocalDate) => addDays(day, Math.round(settling * slotDays(record)));
  const work = initiatives.flatMap((other): Span[] => {
    const live = other.id === initiative.id ? null : liveOn(other);
    if (!live || live.on > today) return [];
    const lag = other.hypothesis.kind === 'stated' ? other.hypothesis.hypothesis.lagDays : 0;
    const until = addDays(live.on, lag);
    return [{ of: { kind: 'initiative', initiative: other }, from: live.on, until, to: settled(until) }];
  });
  const outside = events
    .filter(({ on }) => on <= today)
    .map((event): Span => {
      const until = event.until ?? event.on;
      const to = event.kind === 'definition' ? until : settled(until);
      return { of: { kind: 'event', event }, from: event.on, until, to };
    });
  return [...work, ...outside];
}

function isDefinition({ of }: Span): boolean {
  return of.kind === 'event' && of.event.kind === 'definition';
}

/** Values since what is counted last changed before live: a changed definition starts a new baseline. */
function sameDefinition(
  before: ImpactValue[],
  others: readonly Span[],
  live: LocalDate,
  drop: Drop,
): ImpactValue[] {
  const changed = others
    .filter((span) => isDefinition(span) && span.from <= live)
    .map(({ from }) => from)
    .sort()
    .at(-1);
  if (changed === undefined) return before;
  return keep(
    before,
    ({ on, from }) => (from === on ? on : addDays(from, 1)) >= changed,
    'old-definition',
    drop,
  );
}

function lastOf(before: ImpactValue[], record: KeyResultRecord, drop: Drop): ImpactValue[] {
  const last = before.at(-1);
  if (!last) return before;
  const reach = mostSlots * slotDays(record);
  return keep(
    before,
    (one, index) => index >= before.length - mostValues && daysBetween(one.on, last.on) <= reach,
    'far-away',
    drop,
  );
}

function firstOf(after: ImpactValue[], record: KeyResultRecord, drop: Drop): ImpactValue[] {
  const first = after[0];
  if (!first) return after;
  const reach = mostSlots * slotDays(record);
  return keep(
    after,
    (one, index) => index < mostValues && daysBetween(first.on, one.on) <= reach,
    'far-away',
    drop,
  );
}

/** Where nothing was measured between the work's beginning and live, without the two values it may have begun for. */
function withoutReasons(
  before: ImpactValue[],
  { attachedAt, work }: Initiative,
  live: LocalDate,
  drop: Drop,
): ImpactValue[] {
  const days = [dayIn('UTC', attachedAt), work?.startedOn ?? live];
  const began = days.reduce(earlierOf);
  if (before.some(({ on }) => on > began)) return before;
  return keep(before, (_, index) => index < before.length - 2, 'why-work-began', drop);
}

/** Leaves out the values beyond other changes; what changed within the nearest three on either side is `together`. */
function separate(
  before: ImpactValue[],
  after: ImpactValue[],
  others: readonly Span[],
  live: LocalDate,
  drop: Drop,
): Sides & { together: Span[] } {
  const together: Span[] = [];
  const nearest = before.at(-fewest);
  const third = after[fewest - 1];
  let since: LocalDate | null = null;
  let upTo: LocalDate | null = null;
  for (const span of others) {
    if (isDefinition(span) && span.from <= live) continue;
    if (!nearest || span.to < nearest.from || (span.to === nearest.from && nearest.from < nearest.on)) {
      since = since === null ? span.to : laterOf(since, span.to);
    } else if (third && span.from >= third.on) {
      upTo = upTo === null ? span.from : earlierOf(upTo, span.from);
    } else together.push(span);
  }
  const [first, last] = [since, upTo];
  return {
    before:
      first === null || !nearest
        ? before
        : keep(before, ({ from, on }) => (from === on ? from > first : from >= first), 'other-change', drop),
    after: last === null ? after : keep(after, ({ on }) => on <= last, 'other-change', drop),
    together,
  };
}

function keep(
  values: readonly ImpactValue[],
  stays: (one: ImpactValue, index: number) => boolean,
  why: LeftOutWhy,
  drop: Drop,
): ImpactValue[] {
  return values.filter((one, index) => {
    const kept = stays(one, index);
    if (!kept) drop(one, why);
    return kept;
  });
}

function stepBetween(
  before: readonly ImpactValue[],
  after: readonly ImpactValue[],
  record: KeyResultRecord,
  grain: number,
): StepEstimate | null {
  const first = before[0];
  if (!first || before.length < fewest || after.length < fewest) return null;
  const days = slotDays(record);
  const point = (isAfter: boolean) => (one: ImpactValue) => ({
    x: daysBetween(first.on, one.on) / days,
    y: one.value,
    after: isAfter,
    weight: one.weight,
  });
  return estimateStep([...before.map(point(false)), ...after.map(point(true))], grain);
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

function verdictFor(
  input: ImpactInput,
  estimate: StepEstimate,
  sides: Sides,
  expected: number | null,
): ImpactVerdict {
  if (exceedsNoise(estimate)) {
    const direction = directionOf(input, estimate.size, usualAfter(estimate, sides, input));
    return direction > 0 ? 'moved' : 'moved-wrong-way';
  }
  return expected !== null && Math.abs(expected) >= estimate.smallestSeen
    ? 'no-visible-effect'
    : 'could-not-see';
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
  values: readonly ImpactValue[],
  spans: readonly Span[],
  own: { live: LocalDate; showsOn: LocalDate },
  grain: number,
): Impact['joint'] {
  const first = spans.map(({ from }) => from).reduce(earlierOf, own.live);
  const last = spans.map(({ until }) => until).reduce(laterOf, own.showsOn);
  if (spans.some(isDefinition)) return null;
  const nothing = () => undefined;
  const split = splitAt(values, first, last, nothing);
  const sides = { before: lastOf(split.before, input, nothing), after: firstOf(split.after, input, nothing) };
  const estimate = stepBetween(sides.before, sides.after, input, grain);
  if (!estimate) return null;
  const { size, low, high } = estimate;
  const direction = exceedsNoise(estimate) ? directionOf(input, size, usualAfter(estimate, sides, input)) : 0;
  return { size, low, high, direction: direction > 0 ? 'good' : direction < 0 ? 'bad' : 'none' };
}
