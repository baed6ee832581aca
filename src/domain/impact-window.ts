/** Which measurements a verdict compares, and what else happened in those days (design §3.8). */
import { addDays, daysBetween, earlierOf, laterOf, localDate, type LocalDate } from './dates';
import {
  slotDays,
  type ImpactValue,
  type ImpactValues,
  type LeftOut,
  type LeftOutWhy,
} from './impact-values';
import type { Initiative } from './initiative';
import type { KeyResultRecord } from './measurements';
import type { OutsideEvent } from './outside-event';
import { liveOn } from './work';

/** Another initiative or an outside event that may have moved the number in the same days. */
export type Confounder =
  { kind: 'initiative'; initiative: Initiative } | { kind: 'event'; event: OutsideEvent };

export type ImpactInput = KeyResultRecord & {
  initiative: Initiative;
  /** All attached to the key result; the initiative itself may be among them. */
  initiatives: readonly Initiative[];
  events: readonly OutsideEvent[];
};

type Drop = (one: ImpactValue, why: LeftOutWhy) => unknown;
/** Oldest first. */
export type Sides = { before: ImpactValue[]; after: ImpactValue[] };
/** A confounder and the days in which it may have been moving the number. */
export type Span = { of: Confounder; from: LocalDate; to: LocalDate; until: LocalDate };

/** Fewer on either side are never judged (design §3.8). */
export const fewest = 3;
const mostValues = 13;
const mostSlots = 26;
/** Slots that other work is given to take full effect, beyond its stated lag: few changes arrive at once. */
const settling = 4;

/**
 * The values that tell of the initiative, and what else happened in those days. `live` is the day people got it; from `showsOn`
 * on its effect should show.
 */
export function compared(
  input: ImpactInput,
  { values, leftOut: prepared }: ImpactValues,
  { live, showsOn }: { live: LocalDate; showsOn: LocalDate },
  today: LocalDate,
): Sides & { together: Span[]; leftOut: LeftOut[] } {
  const leftOut = [...prepared];
  const drop: Drop = ({ on, value, checkInId }, why) => leftOut.push({ on, value, why, checkInId });
  const others = confounders(input, today);
  const sides = splitAt(values, live, showsOn, drop);
  const before = lastOf(sameDefinition(sides.before, others, live, drop), input, drop);
  const usual = withoutReasons(before, input.initiative, live, drop);
  const after = firstOf(sides.after, input, drop);
  return { ...separate({ before: usual, after }, others, live, drop), leftOut };
}

/** The values around everything that happened from `first` to `last`. */
export function around(
  { values }: ImpactValues,
  first: LocalDate,
  last: LocalDate,
  record: KeyResultRecord,
): Sides {
  const drop: Drop = () => undefined;
  const split = splitAt(values, first, last, drop);
  return { before: lastOf(split.before, record, drop), after: firstOf(split.after, record, drop) };
}

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
  return spansOf(initiatives, events, slotDays(record), today).filter(
    ({ of }) => of.kind === 'event' || of.initiative.id !== initiative.id,
  );
}

/** By the initiatives they are of: each of hundreds on a key result asks for the others. */
const spansBefore = new WeakMap<
  readonly Initiative[],
  { events: readonly OutsideEvent[]; count: number; slot: number; today: LocalDate; spans: readonly Span[] }
>();

/** All that happened on a key result up to today. `slot`: days of a cadence slot. */
function spansOf(
  initiatives: readonly Initiative[],
  events: readonly OutsideEvent[],
  slot: number,
  today: LocalDate,
): readonly Span[] {
  const count = initiatives.length + events.length;
  const before = spansBefore.get(initiatives);
  if (before?.events === events && before.count === count && before.slot === slot && before.today === today) {
    return before.spans;
  }
  const settled = (day: LocalDate) => addDays(day, Math.round(settling * slot));
  const work = initiatives.flatMap((other): Span[] => {
    const live = liveOn(other);
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
  const spans = [...work, ...outside];
  spansBefore.set(initiatives, { events, count, slot, today, spans });
  return spans;
}

export function isDefinition({ of }: Span): boolean {
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
  const days = [localDate(attachedAt.slice(0, 10)), work?.startedOn ?? live];
  const began = days.reduce(earlierOf);
  if (before.some(({ on }) => on > began)) return before;
  return keep(before, (_, index) => index < before.length - 2, 'why-work-began', drop);
}

/** Leaves out the values beyond other changes; what changed within the nearest three on either side is `together`. */
function separate(
  { before, after }: Sides,
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
