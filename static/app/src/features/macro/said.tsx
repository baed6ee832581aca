import type { CheckIn } from '../../../../../src/domain/check-in';
import { openDecision } from '../../../../../src/domain/follow-up';
import { byMadeOn } from '../../../../../src/domain/measurements';
import { Person } from '../../components/person';
import { When } from '../../components/when';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import styles from './macro.module.css';
import type { Told } from './tell';

/** The last note of a key result's check-ins, and the last decision that is open. That one is missing, the confidence says. */
export function Said({ of: { keyResult, standing, today } }: { of: Told }) {
  const { t, day } = useWords();
  const note = lastNote(keyResult.checkIns);
  const decided = standing.needsDecision ? null : openDecision(keyResult);
  if (note === undefined && decided === null) return null;
  return (
    <dl className={styles.said}>
      {note !== undefined && (
        <>
          <dt className={styles.label}>{t(texts.note)}</dt>
          <dd>
            {note.evidence !== '' && <span className={styles.text}>{note.evidence} </span>}
            {note.blocker !== '' && (
              <span className={styles.text}>{t(texts.blockedBy, { text: note.blocker })} </span>
            )}
            <span className={styles.quiet}>
              <When day={note.madeOn} today={today} />
            </span>
          </dd>
        </>
      )}
      {decided !== null && (
        <>
          <dt className={styles.label}>{t(texts.decision)}</dt>
          <dd>
            <span className={styles.text}>{decided.text}</span>
            <span className={styles.quiet}>
              {' · '}
              <Person id={decided.person} inline />, {t(texts.by, { day: day(decided.dueOn, today) })}
            </span>
          </dd>
        </>
      )}
    </dl>
  );
}

function lastNote(checkIns: readonly CheckIn[]): CheckIn | undefined {
  return [...checkIns].sort(byMadeOn).findLast(({ evidence, blocker }) => evidence !== '' || blocker !== '');
}
