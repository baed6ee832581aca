/** Where outcome and work do not fit together (design §3.7): the one place that looks at both, and changes neither. */
import { slotOf } from './cadence';
import { daysBetween, laterOf, type LocalDate } from './dates';
import type { Initiative } from './initiative';
import { countedMeasurements, reachedMilestones } from './measurements';
import { isReached, progressOf, tolerance } from './progress';
import type { Rules } from './rules';
import type { Mismatch } from './standing';
import { verdictDue, type JudgedKeyResult } from './verdict-due';
import { isFinished, isRunning, liveOn } from './work';

/** Less gained than this part of the way is flat. */
const flat = 0.05;
/** More gained than this part of the way is moving. */
const moving = 0.1;
const patience = 2;

export type MismatchInput = JudgedKeyResult & {
  goalChangedOn: LocalDate | null;
  cycleStartsOn: LocalDate;
};

/**
 * The mismatches of a key result, the most important first, each with the numbers that triggered it. Bands have no way
 * to go, so that gains are not asked of them. Source: design §3.7.
 */
export function mismatches(input: MismatchInput, _rules: Rules, today: LocalDate): Mismatch[] {
  return [
    finishedButFlat(input, today),
    movingWithoutWork(input, today),
    noInitiative(input, today),
    reachedButRunning(input, today),
    overdue(input, today),
    notJudged(input, today),
    goalChanged(input),
  ].filter((mismatch) => mismatch !== null);
}

/** The one a list shows. */
export function topMismatch(input: MismatchInput, rules: Rules, today: LocalDate): Mismatch | null {
  return mismatches(input, rules, today)[0] ?? null;
}

/**
 * All work done, every lag passed, a value since then, and under 5 % of the way gained from the day the first of it
 * went live. Work not delivered or deleted is left aside.
 */
function finishedButFlat(input: MismatchInput, today: LocalDate): Mismatch | null {
  const real = delivered(input);
  const lives = real.map((initiative) => liveOn(initiative)?.on).filter((day) => day !== undefined);
  const first = lives.sort()[0];
  if (first === undefined || lives.length < real.length) return null;
  if (!real.every(({ work }) => work !== null && isFinished(work))) return null;
  const last = lastMeasuredOn(input, today);
  if (last === null || !real.every((initiative) => shouldShow(initiative, last))) return null;
  const now = wayGone(input, today);
  if (now === null || isReached(input.definition, now)) return null;
  const gained = now - (wayGone(input, first) ?? 0);
  return gained < flat - tolerance ? { kind: 'finished-but-flat', gained, initiatives: real.length } : null;
}

/** Over 10 % of the way gained since the start, and nothing attached. */
function movingWithoutWork(input: MismatchInput, today: LocalDate): Mismatch | null {
  const gained = input.initiatives.length === 0 ? wayGone(input, today) : null;
  return gained !== null && gained > moving + tolerance ? { kind: 'moving-without-work', gained } : null;
}

/** Two cadence intervals since the start without an initiative, on a key result that is neither due nor reached. */
function noInitiative(input: MismatchInput, today: LocalDate): Mismatch | null {
  const { definition, cadence, initiatives } = input;
  if (initiatives.length > 0 || today > definition.dueOn) return null;
  const gone = wayGone(input, today);
  if (gone !== null && isReached(definition, gone)) return null;
  const cadences = Math.max(0, slotOf(definition.startsOn, cadence, today));
  return cadences >= patience ? { kind: 'no-initiative', cadences } : null;
}

function reachedButRunning(input: MismatchInput, today: LocalDate): Mismatch | null {
  const gone = wayGone(input, today);
  if (gone === null || !isReached(input.definition, gone)) return null;
  const running = present(input).filter(({ work }) => work !== null && isRunning(work)).length;
  return running > 0 ? { kind: 'reached-but-running', running } : null;
}

/**
 * Not with people yet, and too late for its effect to show by the due date: the last day to go live is the due date
 * less the hypothesis' lag. `daysOver` is of the one that is latest.
 */
function overdue(input: MismatchInput, today: LocalDate): Mismatch | null {
  const days = present(input)
    .filter((initiative) => liveOn(initiative) === null && initiative.work?.notDelivered !== true)
    .map((initiative) => daysBetween(input.definition.dueOn, today) + lagOf(initiative));
  const daysOver = Math.max(0, ...days);
  return daysOver > 0 ? { kind: 'initiative-overdue', daysOver } : null;
}

/** Finished, its verdict can be given, and nobody has. */
function notJudged(input: MismatchInput, today: LocalDate): Mismatch | null {
  const waiting = input.initiatives.filter((initiative) => verdictDue(initiative, input, today)?.ready);
  return waiting.length > 0 ? { kind: 'done-not-judged', initiatives: waiting.length } : null;
}

function goalChanged({ goalChangedOn, cycleStartsOn }: MismatchInput): Mismatch | null {
  return goalChangedOn !== null && goalChangedOn >= cycleStartsOn
    ? { kind: 'goal-changed', on: goalChangedOn }
    : null;
}

function present({ initiatives }: MismatchInput): Initiative[] {
  return initiatives.filter(({ work }) => work?.gone !== true);
}

function delivered(input: MismatchInput): Initiative[] {
  return present(input).filter(({ work }) => work?.notDelivered !== true);
}

function lagOf({ hypothesis }: Initiative): number {
  return hypothesis.kind === 'stated' ? hypothesis.hypothesis.lagDays : 0;
}

/** Whether the lag has passed on a day, counted from live; from all done where that is later and nobody said when. */
function shouldShow(initiative: Initiative, day: LocalDate): boolean {
  const live = liveOn(initiative);
  if (!live) return false;
  const done = live.source === 'said' ? null : initiative.work?.doneOn;
  return daysBetween(done ? laterOf(live.on, done) : live.on, day) >= lagOf(initiative);
}

/** Raw progress as of a day; null for bands, and while nothing is measured. */
function wayGone(input: MismatchInput, day: LocalDate): number | null {
  if (input.definition.metric.kind === 'maintain') return null;
  return progressOf(input, day)?.raw ?? null;
}

function lastMeasuredOn({ definition, checkIns }: MismatchInput, today: LocalDate): LocalDate | null {
  if (definition.metric.kind === 'milestones') {
    return reachedMilestones(definition, checkIns, today)?.on ?? null;
  }
  return countedMeasurements(definition, checkIns, today).at(-1)?.on ?? null;
}
