/** Whether a key result's definition makes sense (design §3.1). Its shape is the contract's to check. */
import { isLocalDate, type LocalDate } from './dates';
import { checkNumber, refusal, warning, type Finding } from './finding';
import type { Checkpoint, KeyResultDefinition, Metric, Milestone, Unit } from './metric';

type Line = Extract<Metric, { kind: 'increase' | 'decrease' }>;
type Band = Extract<Metric, { kind: 'maintain' }>;
type Dates = Pick<KeyResultDefinition, 'startsOn' | 'dueOn'>;

/** Start and target nearer than this are one value to a person, and dividing by their difference is noise. */
const nearest = 1e-9;
/** Days are known until 2199; intervals, lags and follow-up need some beyond the due date. */
const endOfTime = '2190-01-01';
/** Longest text of a unit of one's own. */
const unitLength = 12;

/**
 * Everything that is wrong with a definition, refusals and questions, in the order of the form; empty when nothing is.
 * Source: design §3.1.
 */
export function checkDefinition(definition: KeyResultDefinition): Finding[] {
  const dates = checkDates(definition);
  return [
    ...checkMetric(definition, dates.length === 0),
    ...checkBehaviour(definition),
    ...checkUnit(definition.unit),
    ...dates,
    ...(dates.length === 0 ? checkCheckpoints(definition) : []),
    ...(dates.length === 0 ? checkMeasuredEvery(definition) : []),
    ...checkWeight('weight', definition.weight),
  ];
}

/**
 * Whether the weights of an objective's key results can be used together; `field` is `weights` or `weights.<index>`.
 * No weights at all are fine. Source: design §3.1.
 */
export function checkWeights(weights: readonly number[]): Finding[] {
  const each = weights.flatMap((weight, index) => checkWeight(`weights.${index}`, weight));
  if (each.length > 0 || weights.length === 0 || weights.some((weight) => weight > 0)) return each;
  return [refusal('weights', 'Give at least one key result a weight above 0: with all at 0 nothing counts.')];
}

function checkWeight(field: string, weight: number): Finding[] {
  const wrong = checkNumber(field, weight, 'the weight');
  if (wrong) return [wrong];
  return weight < 0
    ? [refusal(field, 'A weight cannot be below 0: use 0 for one that should not count.')]
    : [];
}

function checkMetric({ metric, startsOn, dueOn }: KeyResultDefinition, datesAreRight: boolean): Finding[] {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return checkLine(metric);
    case 'maintain':
      return checkBand(metric);
    case 'milestones':
      return checkMilestones(metric.milestones, datesAreRight ? { startsOn, dueOn } : null);
    case 'not-measurable-yet': {
      const findings: Finding[] = [];
      const wrong = metric.target === null ? null : checkNumber('metric.target', metric.target, 'the target');
      if (wrong) findings.push(wrong);
      if (!isLocalDate(metric.findBy)) findings.push(notADay('metric.findBy'));
      else if (datesAreRight && metric.findBy > dueOn) {
        findings.push(
          refusal('metric.findBy', 'Find the number before the key result is due: choose an earlier day.'),
        );
      }
      return findings;
    }
  }
}

function checkLine({ kind, start, target }: Line): Finding[] {
  const wrong = [
    checkNumber('metric.start', start, 'the start'),
    checkNumber('metric.target', target, 'the target'),
  ].filter((finding) => finding !== null);
  if (wrong.length > 0) return wrong;
  if (Math.abs(target - start) < nearest) {
    return [
      refusal(
        'metric.target',
        'Start and target are the same: choose another target, or keep the value within a band.',
      ),
    ];
  }
  if (kind === 'increase' && target < start) {
    return [
      refusal(
        'metric.target',
        'The target is below the start: swap them, or choose that the number should fall.',
      ),
    ];
  }
  if (kind === 'decrease' && target > start) {
    return [
      refusal(
        'metric.target',
        'The target is above the start: swap them, or choose that the number should rise.',
      ),
    ];
  }
  return [];
}

function checkBand({ min, max }: Band): Finding[] {
  const wrong = [
    min === null ? null : checkNumber('metric.min', min, 'the lowest value'),
    max === null ? null : checkNumber('metric.max', max, 'the highest value'),
  ].filter((finding) => finding !== null);
  if (wrong.length > 0) return wrong;
  if (min === null && max === null) {
    return [refusal('metric.min', 'Write the lowest value, the highest value, or both.')];
  }
  if (min !== null && max !== null && min > max) {
    return [
      refusal('metric.max', 'The highest value is below the lowest, so nothing can be inside: swap them.'),
    ];
  }
  return [];
}

function checkMilestones(milestones: readonly Milestone[], dates: Dates | null): Finding[] {
  if (milestones.length === 0) return [refusal('metric.milestones', 'Write at least one milestone.')];
  const findings = milestones.flatMap((milestone, index) => {
    const path = `metric.milestones.${index}`;
    const each = checkWeight(`${path}.weight`, milestone.weight);
    if (milestone.title.trim() === '') each.push(refusal(`${path}.title`, 'Write what the milestone is.'));
    if (milestone.dueOn !== null) each.push(...checkDueInside(`${path}.dueOn`, milestone.dueOn, dates));
    if (milestones.findIndex(({ id }) => id === milestone.id) < index) {
      each.push(refusal(`${path}.id`, 'This milestone is in the list twice: remove one.'));
    }
    return each;
  });
  if (findings.length > 0 || milestones.some(({ weight }) => weight > 0)) return findings;
  return [
    refusal(
      'metric.milestones',
      'Give at least one milestone a weight above 0: with all at 0 nothing counts.',
    ),
  ];
}

function checkDueInside(field: string, day: LocalDate, dates: Dates | null): Finding[] {
  if (!isLocalDate(day)) return [notADay(field)];
  if (dates && (day < dates.startsOn || day > dates.dueOn)) {
    return [
      refusal(field, 'This milestone is due outside the key result’s dates: choose a day within them.'),
    ];
  }
  return [];
}

function checkBehaviour({ behaviour, metric }: KeyResultDefinition): Finding[] {
  if (behaviour.kind === 'level' && behaviour.averageOverDays !== null) {
    const { averageOverDays: days } = behaviour;
    return Number.isInteger(days) && days >= 1 && days <= 366
      ? []
      : [refusal('behaviour.averageOverDays', 'Write over how many days it is averaged, from 1 to 366.')];
  }
  if (behaviour.kind === 'running-total' && metric.kind === 'decrease') {
    return [
      warning(
        'behaviour',
        'A running total only grows, yet this one should fall: is it a level, or a number per period?',
      ),
    ];
  }
  return [];
}

function checkUnit(unit: Unit): Finding[] {
  if (unit.kind === 'currency' && !/^[A-Z]{3}$/.test(unit.code)) {
    return [refusal('unit.code', 'Write the currency as three letters, such as EUR.')];
  }
  if (unit.kind !== 'custom') return [];
  const text = unit.text.trim();
  return text === '' || text.length > unitLength
    ? [refusal('unit.text', `Write the unit in 1 to ${unitLength} characters.`)]
    : [];
}

function checkDates({ startsOn, dueOn }: Dates): Finding[] {
  const wrong: Finding[] = [];
  if (!isLocalDate(startsOn)) wrong.push(notADay('startsOn'));
  if (!isLocalDate(dueOn)) wrong.push(notADay('dueOn'));
  if (wrong.length > 0) return wrong;
  if (dueOn >= endOfTime) return [refusal('dueOn', `Choose a due date before ${endOfTime.slice(0, 4)}.`)];
  return dueOn <= startsOn
    ? [refusal('dueOn', 'The due date is not after the start: choose a later due date.')]
    : [];
}

function checkCheckpoints({ checkpoints, metric, startsOn, dueOn }: KeyResultDefinition): Finding[] {
  if (checkpoints.length > 0 && metric.kind !== 'increase' && metric.kind !== 'decrease') {
    return [refusal('checkpoints', 'Only a number with a start and a target has checkpoints: remove them.')];
  }
  return checkpoints.flatMap((checkpoint: Checkpoint, index) => {
    const path = `checkpoints.${index}`;
    const wrong = checkNumber(`${path}.value`, checkpoint.value, 'the checkpoint');
    const findings = wrong ? [wrong] : [];
    if (!isLocalDate(checkpoint.on)) findings.push(notADay(`${path}.on`));
    else if (checkpoint.on <= startsOn || checkpoint.on >= dueOn) {
      findings.push(
        refusal(
          `${path}.on`,
          'Choose a day between the start and the due date: those two have their values already.',
        ),
      );
    } else if (checkpoints.findIndex(({ on }) => on === checkpoint.on) < index) {
      findings.push(refusal(`${path}.on`, 'There are two checkpoints on this day: remove one.'));
    }
    return findings;
  });
}

function checkMeasuredEvery({ measuredEvery, startsOn, dueOn }: KeyResultDefinition): Finding[] {
  if (measuredEvery.kind !== 'once') return [];
  if (!isLocalDate(measuredEvery.on)) return [notADay('measuredEvery.on')];
  return measuredEvery.on < startsOn || measuredEvery.on > dueOn
    ? [
        refusal(
          'measuredEvery.on',
          'It is measured outside its dates: choose a day from its start to its due date.',
        ),
      ]
    : [];
}

function notADay(field: string): Finding {
  return refusal(field, 'Write the date as year-month-day, such as 2026-05-12.');
}
