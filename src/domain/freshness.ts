/** Whether a key result has been heard of when it should be (design §3.4). Silence is never green. */
import { addIntervals, periodEnd } from './cadence';
import { confidenceOf } from './confidence';
import { addDays, addMonths, daysBetween, earlierOf, laterOf, type LocalDate } from './dates';
import { countedMeasurements, reachedMilestones, type KeyResultRecord } from './measurements';
import type { KeyResultDefinition } from './metric';
import type { Rules } from './rules';
import type { Freshness } from './standing';

type Step = (from: LocalDate) => LocalDate;

/**
 * Freshness of the value. The next is due one interval after the last counted one (the end of its period, for a
 * per-period number), the first one interval after the start; *stale* once it is more than one interval overdue, or
 * at once after that day when there never was one. Holidays do not count as days. "Once": due on its date. Not
 * measurable yet: the first is due on the find-by date. Nothing is expected before the start, nor after the due
 * date: there the state stays what it was on the due date. Source: design §3.4.
 */
export function valueFreshness(
  { definition, cadence, checkIns }: KeyResultRecord,
  rules: Rules,
  today: LocalDate,
): Freshness {
  const { measuredEvery, metric, dueOn } = definition;
  const last =
    metric.kind === 'milestones'
      ? (reachedMilestones(definition, checkIns, today)?.on ?? null)
      : (countedMeasurements(definition, checkIns, today).at(-1)?.on ?? null);
  const slot: Step = (from) => addIntervals(from, cadence, 1);
  if (measuredEvery.kind === 'once') {
    return once(definition, last, measuredEvery.on, paused(measuredEvery.on, slot, rules), today);
  }
  const step = stepOf(definition, measuredEvery.kind === 'monthly' ? (from) => addMonths(from, 1) : slot);
  if (last === null) {
    const first =
      metric.kind === 'not-measurable-yet' ? metric.findBy : paused(definition.startsOn, step, rules);
    return never(definition, earlierOf(first, dueOn), today);
  }
  const next = paused(anchorOf(definition, last), step, rules);
  return judge(definition, last, next, paused(next, step, rules), today);
}

/** Freshness of the confidence: the same rule on the team's cadence, by the day it was said. Source: design §3.4. */
export function confidenceFreshness(
  { definition, cadence, checkIns }: KeyResultRecord,
  rules: Rules,
  today: LocalDate,
): Freshness {
  const step: Step = (from) => addIntervals(from, cadence, 1);
  const last = confidenceOf(checkIns, today)?.on ?? null;
  if (last === null) {
    return never(definition, earlierOf(paused(definition.startsOn, step, rules), definition.dueOn), today);
  }
  // Said while drafting: the first interval still begins with the key result.
  const next = paused(laterOf(last, definition.startsOn), step, rules);
  return judge(definition, last, next, paused(next, step, rules), today);
}

function never(definition: KeyResultDefinition, first: LocalDate, today: LocalDate): Freshness {
  if (today < definition.startsOn || today < first) return { state: 'fresh', last: null, dueOn: first };
  return { state: today > first ? 'stale' : 'due', last: null, dueOn: first };
}

/** Its one number is still owed after the due date: without it nobody knows how the key result ended. */
function once(
  definition: KeyResultDefinition,
  last: LocalDate | null,
  on: LocalDate,
  staleAfter: LocalDate,
  today: LocalDate,
): Freshness {
  if (on > definition.dueOn || (last !== null && last >= on)) return { state: 'fresh', last, dueOn: null };
  const state = today < on ? 'fresh' : today > staleAfter ? 'stale' : 'due';
  return { state, last, dueOn: on };
}

/** `staleAfter` is one interval after `next`: the last day on which it is overdue, but not stale. */
function judge(
  definition: KeyResultDefinition,
  last: LocalDate | null,
  next: LocalDate,
  staleAfter: LocalDate,
  today: LocalDate,
): Freshness {
  if (next > definition.dueOn) return { state: 'fresh', last, dueOn: null };
  const day = earlierOf(today, definition.dueOn);
  const state = day < next ? 'fresh' : day > staleAfter ? 'stale' : 'due';
  return { state, last, dueOn: next };
}

/** A number per period has no next value before its next period ends. */
function stepOf({ behaviour }: KeyResultDefinition, step: Step): Step {
  if (behaviour.kind !== 'per-period') return step;
  const { period } = behaviour;
  return (from) => laterOf(step(from), periodEnd(period, addDays(from, 1)));
}

function anchorOf({ behaviour }: KeyResultDefinition, last: LocalDate): LocalDate {
  return behaviour.kind === 'per-period' ? periodEnd(behaviour.period, last) : last;
}

/** One interval on from a day, and one day more for each holiday on the way. */
function paused(from: LocalDate, step: Step, { holidays }: Rules): LocalDate {
  const days = daysBetween(from, step(from));
  const off = [...new Set(holidays.filter((day) => day > from))];
  let to = addDays(from, days);
  for (;;) {
    const before = to;
    const passed = off.filter((day) => day <= before).length;
    to = addDays(from, days + passed);
    if (to === before) return to;
  }
}
