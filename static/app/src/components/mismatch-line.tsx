import type { ReactNode } from 'react';
import type { LocalDate } from '../../../../src/domain/dates';
import { sayMismatch } from '../../../../src/domain/say-mismatch';
import type { Mismatch } from '../../../../src/domain/standing';
import { useWords } from '../messages/use-words';
import { topMismatch } from '../../../../src/domain/mismatch';
import type { Stood } from './how-it-stands';
import styles from './mismatch.module.css';

/** Where outcome and work of a key result do not fit together, the most important first; null where they do. */
export function mismatchOf({ keyResult, objective, record, rules, today }: Stood): Mismatch | null {
  const { initiatives, events, goalChangedOn } = keyResult;
  const cycleStartsOn = objective.cycle.startsOn;
  return topMismatch({ ...record, initiatives, events, goalChangedOn, cycleStartsOn }, rules, today);
}

type Props = {
  mismatch: Mismatch | null;
  today: LocalDate;
  /** Leads to where the one thing to do is done; on the key result's own page the words stand alone. */
  link?: (words: string) => ReactNode;
};

/** Where outcome and work do not fit together, with the numbers and one thing to do (design §3.7). */
export function MismatchLine({ mismatch, today, link = (act) => act }: Props) {
  const { locale } = useWords();
  if (mismatch === null) return null;
  const { what, act } = sayMismatch(mismatch, locale, today);
  return (
    <p className={styles.mismatch}>
      <span className={styles.sign} aria-hidden="true">
        !
      </span>
      <span>
        {what} {link(act)}
      </span>
    </p>
  );
}
