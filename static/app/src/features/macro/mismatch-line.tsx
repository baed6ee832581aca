import type { LocalDate } from '../../../../../src/domain/dates';
import { sayShare } from '../../../../../src/domain/say';
import type { Mismatch } from '../../../../../src/domain/standing';
import { mismatchWords as texts } from '../../messages/en/macro';
import { useWords, type Words } from '../../messages/use-words';
import { KeyResultName } from './key-result-name';
import styles from './macro.module.css';
import type { Told } from './tell';

/** Where outcome and work do not fit together, with the numbers and one thing to do (design §3.7). */
export function MismatchLine({ of: { keyResult, mismatch, today } }: { of: Told }) {
  const words = useWords();
  if (mismatch === null) return null;
  const { what, act } = say(mismatch, today, words);
  return (
    <p className={styles.mismatch}>
      <span className={styles.mismatchSign} aria-hidden="true">
        !
      </span>
      <span>
        {what} <KeyResultName id={keyResult.id}>{act}</KeyResultName>
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
