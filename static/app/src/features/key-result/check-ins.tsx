import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CheckIn } from '../../../../../src/domain/check-in';
import { asksOf, decisionsOf, type FollowUpSubject } from '../../../../../src/domain/follow-up';
import { byDay, placeOf } from '../../../../../src/domain/measurements';
import { sayValue } from '../../../../../src/domain/say';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords, type Words } from '../../messages/use-words';
import styles from './key-result.module.css';

/** Shown before "Show all": about a quarter of weekly check-ins is rarely read further back. */
const firstShown = 6;

/** What people said, newest first. */
export function CheckIns({ of }: { of: Stood }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = [...of.keyResult.checkIns].sort((a, b) => byDay(b, a));
  const shown = all ? newestFirst : newestFirst.slice(0, firstShown);
  return (
    <section className={styles.section} aria-labelledby="check-ins">
      <h2 id="check-ins" className={styles.heading}>
        {t(words.checkIns)}
      </h2>
      {newestFirst.length === 0 && (
        <EmptyState title={t(words.noCheckIns)}>
          <p>{t(words.noCheckInsWhy)}</p>
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {shown.map((checkIn) => (
          <CheckInRow key={checkIn.id} of={of} checkIn={checkIn} />
        ))}
      </ul>
      {shown.length < newestFirst.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t(words.more, { count: newestFirst.length })}</Button>
        </div>
      )}
    </section>
  );
}

function CheckInRow({ of, checkIn }: { of: Stood; checkIn: CheckIn }) {
  const speech = useWords();
  const { t, day } = speech;
  const { evidence, blocker, decision, ask, by, source } = checkIn;
  return (
    <li className={styles.row}>
      <p>
        <strong>{headline(of, checkIn, speech)}</strong>
        {checkIn.confidence !== null && ` · ${t(words.confidence, { value: checkIn.confidence })}`}
      </p>
      {evidence !== '' && <p className={styles.text}>{evidence}</p>}
      {blocker !== '' && <p className={styles.text}>{t(words.blocker, { text: blocker })}</p>}
      {decision && (
        <p className={styles.text}>
          {t(words.decision, { text: decision.text })} — <Person id={decision.owner} inline />{' '}
          {t(words.by, { day: day(decision.dueOn, of.today) })}
          <Became of={of} checkIn={checkIn} subject="decision" />
        </p>
      )}
      {ask && (
        <p className={styles.text}>
          {t(words.ask, { text: ask.text })} — <Person id={ask.of} inline />
          <Became of={of} checkIn={checkIn} subject="ask" />
        </p>
      )}
      <p className={styles.quiet}>
        <Person id={by} inline /> · {day(checkIn.madeOn, of.today)} · {t(words.source, { source })}
      </p>
    </li>
  );
}

type BecameProps = { of: Stood; checkIn: CheckIn; subject: FollowUpSubject };

/** What became of a decision or an ask, by the last word on it. */
function Became({ of, checkIn, subject }: BecameProps) {
  const { t, day } = useWords();
  const all = subject === 'decision' ? decisionsOf(of.keyResult) : asksOf(of.keyResult);
  const last = all.find(({ checkInId }) => checkInId === checkIn.id)?.last ?? null;
  if (last === null) return null;
  const outcome =
    subject === 'ask'
      ? { done: 'answered', dropped: 'cannot', 'carried-on': 'carried', open: 'open' }[last.outcome]
      : last.outcome === 'carried-on'
        ? 'carried'
        : last.outcome;
  return (
    <>
      {' · '}
      <strong>{t(words.became, { outcome, day: day(last.saidOn, of.today) })}</strong>
      {last.note !== '' && ` (${last.note})`}
    </>
  );
}

function headline({ keyResult, today }: Stood, checkIn: CheckIn, { t, day, locale }: Words): string {
  const { definition } = keyResult;
  const place = placeOf(definition, checkIn.day);
  const note = { history: ` (${t(words.earlier)})`, inside: '', 'follow-up': ` (${t(words.followUp)})` }[
    place
  ];
  if (checkIn.reached !== null) return t(words.reached, { count: checkIn.reached.length });
  if (checkIn.value === null) return t(words.noNumber);
  const value = sayValue(checkIn.value, definition.unit, locale);
  return t(words.measured, { value, day: day(checkIn.day, today) }) + note;
}
