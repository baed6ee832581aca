/** The dated values of a key result, as the rules count them (design §3.1). */
import { periodEnd } from './cadence';
import type { CheckIn, MeasurementSource } from './check-in';
import type { LocalDate } from './dates';
import type { CheckInId } from './ids';
import type { Cadence, KeyResultDefinition, MilestoneId } from './metric';

/** What the rules know of a key result: what it aims at, how often its team checks in, and what was recorded. */
export type KeyResultRecord = {
  definition: KeyResultDefinition;
  cadence: Cadence;
  /** In any order. */
  checkIns: CheckIn[];
};

/** Before the key result starts, within its dates (both days included), or after its due date. */
export type Place = 'history' | 'inside' | 'follow-up';

export type Measurement = {
  on: LocalDate;
  value: number;
  place: Place;
  /** Of a period that has not ended: drawn hollow, counts nowhere until it ends. */
  unfinished: boolean;
  source: MeasurementSource;
  checkInId: CheckInId;
};

/** Where a day lies. History and follow-up serve charts and verdicts; never progress, pace or score (design §3.1). */
export function placeOf(definition: Pick<KeyResultDefinition, 'startsOn' | 'dueOn'>, day: LocalDate): Place {
  if (day < definition.startsOn) return 'history';
  return day > definition.dueOn ? 'follow-up' : 'inside';
}

/**
 * All values known on `today`, oldest first: one a day (the later recorded counts) and, for a per-period number,
 * one a period (its last). For charts and verdicts; the rules of progress use `countedMeasurements`.
 * Source: design §3.1.
 */
export function measurements(
  definition: KeyResultDefinition,
  checkIns: readonly CheckIn[],
  today: LocalDate,
): Measurement[] {
  const { behaviour } = definition;
  const endOf = (day: LocalDate) =>
    behaviour.kind === 'per-period' ? periodEnd(behaviour.period, day) : day;
  const known = checkIns.filter(({ day }) => day <= today).sort(byDay);
  const latestOf = new Map<string, Measurement>();
  for (const { id, day, value, source } of known) {
    if (value === null) continue;
    const end = endOf(day);
    const unfinished = behaviour.kind === 'per-period' && end >= today;
    // A period that straddles the start or the due date keeps one value on either side of it.
    const place = placeOf(definition, day);
    const slot = `${end} ${place}`;
    latestOf.delete(slot);
    latestOf.set(slot, { on: day, value, place, unfinished, source, checkInId: id });
  }
  return [...latestOf.values()];
}

/**
 * The values that progress, pace, freshness and forecast count: within the key result's dates, of periods that
 * have ended, oldest first. Source: design §3.1.
 */
export function countedMeasurements(
  definition: KeyResultDefinition,
  checkIns: readonly CheckIn[],
  today: LocalDate,
): Measurement[] {
  return measurements(definition, checkIns, today).filter(
    ({ place, unfinished }) => place === 'inside' && !unfinished,
  );
}

/**
 * The milestones a person last said were reached, within the key result's dates; null when nobody said anything.
 * Milestones the definition no longer has are left out. Source: design §3.1.
 */
export function reachedMilestones(
  definition: KeyResultDefinition,
  checkIns: readonly CheckIn[],
  today: LocalDate,
): { ids: MilestoneId[]; on: LocalDate } | null {
  const { metric } = definition;
  if (metric.kind !== 'milestones') return null;
  const last = checkIns
    .filter(({ day, reached }) => reached !== null && day <= today && placeOf(definition, day) === 'inside')
    .sort(byDay)
    .at(-1);
  if (!last?.reached) return null;
  const said = new Set(last.reached);
  return { ids: metric.milestones.map(({ id }) => id).filter((id) => said.has(id)), on: last.day };
}

/**
 * The value a key result that is *not measurable yet* is offered as its start: its first, and the day it is of.
 * null for others, and before there is one. Source: design §3.1.
 */
export function offeredStart(
  definition: KeyResultDefinition,
  checkIns: readonly CheckIn[],
  today: LocalDate,
): { value: number; on: LocalDate } | null {
  if (definition.metric.kind !== 'not-measurable-yet') return null;
  const first = measurements(definition, checkIns, today).find(({ unfinished }) => !unfinished);
  return first ? { value: first.value, on: first.on } : null;
}

/** Orders check-ins by the day they are for; of one day the later recorded comes last. */
export function byDay(a: CheckIn, b: CheckIn): number {
  return compare(a.day, b.day) || byRecording(a, b);
}

/** Orders check-ins by the day they were made; of one day the later recorded comes last. */
export function byMadeOn(a: CheckIn, b: CheckIn): number {
  return compare(a.madeOn, b.madeOn) || byRecording(a, b);
}

function byRecording(a: CheckIn, b: CheckIn): number {
  // Two of one millisecond: their ids are made in order (UUIDv7), so that the result never depends on the array's.
  return compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
