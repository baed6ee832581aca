import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import { sayValue } from '../../../../../src/domain/say';
import { draft } from '../../messages/en/draft';
import type { Words } from '../../messages/use-words';

/** Where a key result should get to, and by when: “45% → 60%, by 30 Jun 2026”. */
export function sayGoal({ metric, unit, dueOn }: KeyResultDefinition, { t, day, locale }: Words): string {
  const value = (amount: number) => sayValue(amount, unit, locale);
  const by = t(draft.due, { day: day(dueOn) });
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return `${t(draft.from, { start: value(metric.start), target: value(metric.target) })}, ${by}`;
    case 'maintain': {
      const { min, max } = metric;
      if (min === null) return `${t(draft.most, { max: max === null ? '' : value(max) })}, ${by}`;
      return `${max === null ? t(draft.least, { min: value(min) }) : t(draft.band, { min: value(min), max: value(max) })}, ${by}`;
    }
    case 'milestones':
      return `${t(draft.milestones, { count: metric.milestones.length })}, ${by}`;
    case 'not-measurable-yet':
      return t(draft.unknown, { day: day(metric.findBy) });
  }
}
