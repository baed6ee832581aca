/** Whether a check-in makes sense for its key result (design §3.1, §3.3). */
import { addIntervals } from './cadence';
import type { CheckIn } from './check-in';
import { owes } from './confidence';
import { isLocalDate, type LocalDate } from './dates';
import { checkNumber, refusal, warning, type Finding } from './finding';
import { countedMeasurements } from './measurements';
import type { Cadence, KeyResultDefinition } from './metric';

/** What a person fills in. */
export type CheckInInput = Pick<
  CheckIn,
  'day' | 'value' | 'reached' | 'confidence' | 'evidence' | 'blocker' | 'decision' | 'ask'
>;

/**
 * Everything wrong with a check-in made on `today` (the day in the team's time zone), refusals and questions; empty
 * when nothing is. With `earlier` check-ins given, a falling running total is queried. Source: design §3.1, §3.3.
 */
export function checkCheckIn(
  definition: KeyResultDefinition,
  input: CheckInInput,
  today: LocalDate,
  earlier: readonly CheckIn[] = [],
): Finding[] {
  return [
    ...checkDay(input, today),
    ...checkValue(definition, input),
    ...checkReached(definition, input),
    ...checkConfidence(input),
    ...(saysNothing(input)
      ? [refusal('value', 'Say something: a value, a confidence, or a note.')]
      : [...checkTotal(definition, input, earlier), ...checkOwed(input)]),
  ];
}

/**
 * A value of a day more than one check-in ago is entered late: it needs a sentence that says why, since it may move a
 * verdict. Days before the start and after the due date are no different. Source: design §3.1.
 */
export function checkBackdated(
  { day, value, reached, evidence }: Pick<CheckInInput, 'day' | 'value' | 'reached' | 'evidence'>,
  cadence: Cadence,
  today: LocalDate,
): Finding[] {
  const late = isLocalDate(day) && day < addIntervals(today, cadence, -1);
  if (!late || (value === null && reached === null) || evidence.trim() !== '') return [];
  return [
    refusal(
      'evidence',
      'This is a value of some time ago: say in a sentence where it comes from, and why now.',
    ),
  ];
}

function checkDay({ day }: CheckInInput, today: LocalDate): Finding[] {
  if (!isLocalDate(day)) return [refusal('day', 'Write the date as year-month-day, such as 2026-05-12.')];
  return day > today
    ? [refusal('day', 'This day lies in the future: choose the day the value was measured.')]
    : [];
}

function checkValue({ metric }: KeyResultDefinition, { value }: CheckInInput): Finding[] {
  if (value === null) return [];
  if (metric.kind === 'milestones') {
    return [refusal('value', 'This key result has milestones and no number: say which are reached.')];
  }
  const wrong = checkNumber('value', value, 'the value');
  return wrong ? [wrong] : [];
}

function checkReached({ metric }: KeyResultDefinition, { reached, evidence }: CheckInInput): Finding[] {
  if (reached === null) return [];
  if (metric.kind !== 'milestones') {
    return [refusal('reached', 'This key result has no milestones: write its value.')];
  }
  const known = new Set(metric.milestones.map(({ id }) => id));
  if (reached.some((id) => !known.has(id))) {
    return [refusal('reached', 'One of these milestones is no longer there: open the key result again.')];
  }
  return reached.length > 0 && evidence.trim() === ''
    ? [warning('evidence', 'What proves that these milestones are reached?')]
    : [];
}

function checkConfidence({ confidence }: CheckInInput): Finding[] {
  if (confidence === null || (Number.isInteger(confidence) && confidence >= 0 && confidence <= 10)) return [];
  return [refusal('confidence', 'Confidence is a whole number from 0 to 10.')];
}

function checkTotal(
  definition: KeyResultDefinition,
  { value, day }: CheckInInput,
  earlier: readonly CheckIn[],
): Finding[] {
  if (definition.behaviour.kind !== 'running-total' || value === null || !isLocalDate(day)) return [];
  const before = countedMeasurements(definition, earlier, day).at(-1);
  return before && value < before.value
    ? [warning('value', 'A running total only grows, and this is less than the value before: is it right?')]
    : [];
}

function checkOwed(input: CheckInInput): Finding[] {
  const owed = owes(input);
  return [
    ...(owed.blocker ? [warning('blocker', 'What stands in the way?')] : []),
    ...(owed.decision
      ? [warning('decision', 'What will you do: change an initiative, trade something off, or ask for help?')]
      : []),
  ];
}

/** Nothing was measured, ticked, felt or written: there is nothing to record. */
export function saysNothing({
  value,
  reached,
  confidence,
  evidence,
  blocker,
  decision,
  ask,
}: CheckInInput): boolean {
  const texts = [evidence, blocker].every((text) => text.trim() === '');
  return (
    value === null && reached === null && confidence === null && decision === null && ask === null && texts
  );
}
