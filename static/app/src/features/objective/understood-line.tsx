import type { Behaviour } from '../../../../../src/domain/metric';
import type { SaidMetric } from '../../../../../src/domain/said-metric';
import { sayValue } from '../../../../../src/domain/say';
import { writing } from '../../messages/en/writing';
import { useWords, type Words } from '../../messages/use-words';
import styles from './form.module.css';

type Props = { said: SaidMetric; /** The fields that hold it are not shown. */ alone?: boolean };

/** What was understood of the sentence above: the fields beneath hold it, and may be changed. */
export function UnderstoodLine({ said, alone = false }: Props) {
  const words = useWords();
  const understood = sentenceOf(said, words);
  return (
    <p className={styles.understood} role="status">
      {understood !== '' && words.t(alone ? writing.understoodAlone : writing.understood, { understood })}
    </p>
  );
}

/** "rises from 45% to 60%, by 30 Jun 2026" */
function sentenceOf(said: SaidMetric, { t, day, locale }: Words): string {
  const { metric, start, target, change, min, max, behaviour, dueOn } = said;
  const value = (amount: number) => sayValue(amount, said.unit ?? { kind: 'plain' }, locale);
  const movement = [
    metric !== null && t(directions[metric]),
    start !== null && t(writing.saidFrom, { value: value(start) }),
    target !== null && t(writing.saidTo, { value: value(target) }),
    change,
    min !== null && t(writing.saidMin, { value: value(min) }),
    max !== null && t(writing.saidMax, { value: value(max) }),
  ];
  const rest = [
    behaviour !== null && sayBehaviour(behaviour, t),
    dueOn !== null && t(writing.saidDue, { day: day(dueOn) }),
  ];
  return [onlySaid(movement).join(' '), ...onlySaid(rest)].filter((part) => part !== '').join(', ');
}

const onlySaid = (parts: readonly (string | false | null)[]): string[] =>
  parts.filter((part) => typeof part === 'string');

const directions = {
  increase: writing.saidRises,
  decrease: writing.saidFalls,
  maintain: writing.saidStays,
};

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
