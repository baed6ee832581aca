import type { LocalDate } from './dates';
import { measurements, reachedMilestones, type KeyResultRecord } from './measurements';
import type { KeyResultDefinition, Metric } from './metric';

/**
 * A key result's definition as a draft for the next cycle, for a person to change and save: from the last value known, to the
 * same target; milestones not reached yet; without checkpoints. Reached already, it is offered all the same, and refused
 * until its target is written anew. Source: design §3.12.
 */
export function nextDefinition(
  { definition, checkIns }: Pick<KeyResultRecord, 'definition' | 'checkIns'>,
  dates: Pick<KeyResultDefinition, 'startsOn' | 'dueOn'>,
  today: LocalDate,
): KeyResultDefinition {
  const { measuredEvery } = definition;
  return {
    ...definition,
    ...dates,
    metric: nextMetric({ definition, checkIns }, dates.dueOn, today),
    checkpoints: [],
    measuredEvery: measuredEvery.kind === 'once' ? { kind: 'once', on: dates.dueOn } : measuredEvery,
  };
}

function nextMetric(
  { definition, checkIns }: Pick<KeyResultRecord, 'definition' | 'checkIns'>,
  dueOn: LocalDate,
  today: LocalDate,
): Metric {
  const { metric, behaviour } = definition;
  switch (metric.kind) {
    case 'increase':
    case 'decrease': {
      // A total that runs up from the start begins again where it began.
      if (behaviour.kind === 'running-total') return metric;
      const last = measurements(definition, checkIns, today).findLast(({ unfinished }) => !unfinished);
      return { ...metric, start: last?.value ?? metric.start };
    }
    case 'maintain':
      return metric;
    case 'milestones': {
      const reached = reachedMilestones(definition, checkIns, today)?.ids ?? [];
      const left = metric.milestones.filter(({ id }) => !reached.includes(id));
      return { kind: 'milestones', milestones: left.map((one) => ({ ...one, dueOn: null })) };
    }
    case 'not-measurable-yet':
      return { ...metric, findBy: dueOn };
  }
}
