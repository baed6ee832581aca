/** The check-ins of one of the sample company's key results: its numbers, and what people said. */
import { addDays, daysBetween, type LocalDate } from '../../../../../src/domain/dates';
import type { KeyResultDefinition, MilestoneId } from '../../../../../src/domain/metric';
import { elapsed } from '../../../../../src/domain/pace';
import { valueAt } from '../../../../../src/domain/progress';
import type { Course, Name, Said, SampleKeyResult } from './company';
import { checkInDays } from './sample-dates';

/** A check-in without ids: the caller gives it its id and its people. */
export type SampleCheckIn = {
  day: LocalDate;
  value: number | null;
  reached: MilestoneId[] | null;
  confidence: number | null;
  evidence: string;
  blocker: string;
  decision: { text: string; owner: Name; dueOn: LocalDate } | null;
};

type Line = Extract<Course, { kind: 'line' | 'step' }>;

/** An aspirational key result keeps pace at this part of the way (design §3.2). */
const aspirational = 0.7;
/** How long it takes until a team's number leaves the pace line it began on. */
const settling = 21;

/**
 * The check-ins of a key result up to `today`, oldest first: history before its start, then one every week (every four
 * for a monthly number) with what was said. What was said begins with the first check-in: in a quarter that is young the
 * latest words are still to come. The same day gives the same check-ins.
 */
export function sampleCheckIns(
  of: SampleKeyResult,
  definition: KeyResultDefinition,
  today: LocalDate,
): SampleCheckIn[] {
  const until = addDays(today < definition.dueOn ? today : definition.dueOn, -(of.silentFor ?? 0));
  const every = intervalOf(of);
  const endOfWeek = definition.behaviour.kind === 'per-period';
  const inside = checkInDays(definition.startsOn, until, every, endOfWeek);
  const toCome = Math.max(0, of.said.length - inside.length);
  const said = inside.map((day, week) => {
    const reached = reachedOn(of, definition, day);
    const words = saidAt(of.said, week + toCome, day);
    const evidence = words.evidence || proofOf(definition, reached ?? []);
    return { day, value: valueOn(of, definition, inside, week, toCome), reached, ...words, evidence };
  });
  const [before, silent] = [addDays(definition.startsOn, every - 1), addDays(until, every)];
  const first = inside.at(-1) ?? (before < silent ? before : silent);
  return [...said, ...history(of, first, every, inside.length)].reverse();
}

/** How far a key result's story has come. */
export type Told = {
  /** The day on which the last of its words was said, or will be: its work's and events' days are counted back from it. */
  on: LocalDate;
  /** The day up to which it is told: that of its latest check-in. */
  upTo: LocalDate;
};

/** How far the story of a key result that began on `startsOn` has come with check-ins of these days, the oldest first. */
export function told(of: SampleKeyResult, startsOn: LocalDate, days: readonly LocalDate[]): Told {
  const every = intervalOf(of);
  const inside = days.filter((day) => day >= startsOn);
  const toCome = Math.max(0, of.said.length - inside.length);
  const upTo = inside.at(-1) ?? startsOn;
  return { on: addDays(upTo, every * toCome), upTo };
}

/** Days between two check-ins. */
function intervalOf({ measuredEvery }: SampleKeyResult): number {
  return measuredEvery === 'monthly' ? 28 : 7;
}

/**
 * The value of the check-in `week` weeks before the latest, which is the first of `days`; `toCome` of its story's weeks
 * are still ahead.
 */
function valueOn(
  { course }: SampleKeyResult,
  definition: KeyResultDefinition,
  days: readonly LocalDate[],
  week: number,
  toCome: number,
): number | null {
  const [latest, day] = [days[0], days[week]];
  if (course.kind === 'values') return again(course.values, week);
  if (!latest || !day || (course.kind !== 'line' && course.kind !== 'step')) return null;
  const way =
    course.kind === 'line'
      ? wayOn(course, definition, day)
      : wayOn(course, definition, latest) * (course.shows[week + toCome] ?? 0);
  return measuredAt(way, course, definition, again(course.wobble, week) ?? 0);
}

/** How far a number that follows its pace line is. */
function wayOn({ follows, offset }: Line, definition: KeyResultDefinition, day: LocalDate): number {
  const share = definition.commitment === 'aspirational' ? aspirational : 1;
  const settled = Math.min(1, daysBetween(definition.startsOn, day) / settling);
  return follows * share * elapsed(definition, day) + offset * settled;
}

function measuredAt(
  way: number,
  { digits }: Line,
  { metric, behaviour }: KeyResultDefinition,
  wobble: number,
): number {
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') throw new Error('a line without a target');
  const measured = Number((valueAt(metric, way) + wobble).toFixed(digits));
  // A total that has just begun cannot be less than nothing.
  return behaviour.kind === 'running-total' ? Math.max(metric.start, measured) : measured;
}

function reachedOn(
  { metric }: SampleKeyResult,
  definition: KeyResultDefinition,
  day: LocalDate,
): MilestoneId[] | null {
  if (metric.kind !== 'milestones' || definition.metric.kind !== 'milestones') return null;
  const { milestones } = definition.metric;
  const now = elapsed(definition, day);
  return metric.milestones.flatMap(({ reachedAt }, at) => {
    const id = milestones[at]?.id;
    return id !== undefined && reachedAt !== null && reachedAt <= now ? [id] : [];
  });
}

function saidAt(
  said: readonly Said[],
  week: number,
  day: LocalDate,
): Omit<SampleCheckIn, 'day' | 'value' | 'reached'> {
  const one = said[week];
  const decision = one?.decision;
  return {
    confidence: one?.confidence ?? said.at(-1)?.confidence ?? null,
    evidence: one?.evidence ?? '',
    blocker: one?.blocker ?? '',
    decision: decision
      ? { text: decision.text, owner: decision.owner, dueOn: addDays(day, decision.inDays) }
      : null,
  };
}

/** What proves the milestones reached, for weeks in which nobody wrote more. */
function proofOf({ metric }: KeyResultDefinition, reached: readonly MilestoneId[]): string {
  if (metric.kind !== 'milestones') return '';
  const proven = metric.milestones.filter(({ id }) => reached.includes(id));
  return proven.map(({ evidence }) => evidence).join(' ');
}

/** Numbers from before the key result began, for its chart; nobody said anything about them. */
function history(
  { course }: SampleKeyResult,
  first: LocalDate,
  every: number,
  weeksInside: number,
): SampleCheckIn[] {
  const values =
    course.kind === 'line' || course.kind === 'step'
      ? course.before
      : course.kind === 'values'
        ? Array.from({ length: course.weeksBefore }, (_, at) => again(course.values, weeksInside + at))
        : [];
  return values.map((value, at) => ({
    day: addDays(first, -every * (at + 1)),
    value,
    reached: null,
    confidence: null,
    evidence: '',
    blocker: '',
    decision: null,
  }));
}

function again(values: readonly number[], at: number): number | null {
  return values[at % values.length] ?? null;
}
