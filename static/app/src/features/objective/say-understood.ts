import type { Behaviour } from '../../../../../src/domain/metric';
import type { SaidMetric } from '../../../../../src/domain/said-metric';
import { sayValue } from '../../../../../src/domain/say';
import { writing } from '../../messages/en/writing';
import type { Words } from '../../messages/use-words';

/** What was understood of a sentence: "rises from 45% to 60%, by 30 Jun 2026"; '' when nothing was. */
export function sayUnderstood(said: SaidMetric, { t, day, locale }: Words): string {
  const { start, target, change, min, max, behaviour, dueOn } = said;
  const value = (amount: number) => sayValue(amount, said.unit ?? { kind: 'plain' }, locale);
  const movement = [
    sayDirection(said, t),
    start !== null && t(writing.saidFrom, { value: value(start) }),
    target !== null && t(writing.saidTo, { value: value(target) }),
    change,
    min !== null && max !== null && t(writing.saidBetween, { min: value(min), max: value(max) }),
    min !== null && max === null && t(writing.saidMin, { value: value(min) }),
    min === null && max !== null && t(writing.saidMax, { value: value(max) }),
  ];
  const rest = [
    behaviour !== null && sayBehaviour(behaviour, t),
    dueOn !== null && t(writing.saidDue, { day: day(dueOn) }),
  ];
  return [onlySaid(movement).join(' '), ...onlySaid(rest)].filter((part) => part !== '').join(', ');
}

const onlySaid = (parts: readonly (string | false | null)[]): string[] =>
  parts.filter((part) => typeof part === 'string');

function sayDirection({ metric, min, max }: SaidMetric, t: Words['t']): string | null {
  switch (metric) {
    case 'increase':
      return t(writing.saidRises);
    case 'decrease':
      return t(writing.saidFalls);
    case 'maintain':
      return t(min === null && max === null ? writing.saidStaysWithin : writing.saidStays);
    case null:
      return null;
  }
}

function sayBehaviour(behaviour: Behaviour, t: Words['t']): string | null {
  switch (behaviour.kind) {
    case 'level':
      return behaviour.averageOverDays === null
        ? null
        : t(writing.saidRolling, { days: behaviour.averageOverDays });
    case 'running-total':
      return t(writing.saidTotal);
    case 'per-period':
      return t(writing.saidPerPeriod, { period: t(writing[behaviour.period]).toLowerCase() });
  }
}
