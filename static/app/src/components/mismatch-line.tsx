import type { ReactNode } from 'react';
import type { LocalDate } from '../../../../src/domain/dates';
import { sayShare } from '../../../../src/domain/say';
import type { Mismatch } from '../../../../src/domain/standing';
import { mismatch as texts } from '../messages/en/mismatch';
import { useWords, type Words } from '../messages/use-words';
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
  const words = useWords();
  if (mismatch === null) return null;
  const { what, act } = say(mismatch, today, words);
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

function say(mismatch: Mismatch, today: LocalDate, { t, day, locale }: Words): { what: string; act: string } {
  switch (mismatch.kind) {
    case 'finished-but-flat': {
      const values = { count: mismatch.initiatives, gained: sayShare(mismatch.gained, locale) };
      return { what: t(texts.finishedButFlat, values), act: t(texts.finishedButFlatDo) };
    }
    case 'moving-without-work': {
      const values = { gained: sayShare(mismatch.gained, locale) };
      return { what: t(texts.movingWithoutWork, values), act: t(texts.movingWithoutWorkDo) };
    }
    case 'no-initiative':
      return { what: t(texts.noInitiative, { count: mismatch.cadences }), act: t(texts.noInitiativeDo) };
    case 'reached-but-running':
      return {
        what: t(texts.reachedButRunning, { count: mismatch.running }),
        act: t(texts.reachedButRunningDo),
      };
    case 'initiative-overdue':
      return { what: t(texts.overdue, { count: mismatch.daysOver }), act: t(texts.overdueDo) };
    case 'done-not-judged':
      return { what: t(texts.notJudged, { count: mismatch.initiatives }), act: t(texts.notJudgedDo) };
    case 'goal-changed':
      return { what: t(texts.goalChanged, { day: day(mismatch.on, today) }), act: t(texts.goalChangedDo) };
  }
}
