import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyResultPage as Page } from '../../../../../src/contract/calls';
import type { CheckIn } from '../../../../../src/domain/check-in';
import { asksOf, decisionsOf, type FollowUpSubject } from '../../../../../src/domain/follow-up';
import type { CheckInId } from '../../../../../src/domain/ids';
import { byDay, measurements, placeOf } from '../../../../../src/domain/measurements';
import { sayValue } from '../../../../../src/domain/say';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { usePlace } from '../../boot/place-context';
import { Person } from '../../components/person';
import { When } from '../../components/when';
import { keyResultWords as words } from '../../messages/en/key-result';
import { measuring } from '../../messages/en/measuring';
import { useWords, type Words } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { sayCorrection } from '../measuring/say-correction';
import styles from './key-result.module.css';

/** Shown before "Show all": about a quarter of weekly check-ins is rarely read further back. */
const firstShown = 6;

type Corrections = Page['corrections'];

/** What people said and what was measured, newest first: every value with its source and what was corrected. */
export function CheckIns({ of, corrections }: { of: Stood; corrections: Corrections }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = [...of.keyResult.checkIns].sort((a, b) => byDay(b, a));
  const counting = countingOf(of);
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
          <CheckInRow
            key={checkIn.id}
            of={of}
            checkIn={checkIn}
            counts={counting.has(checkIn.id)}
            corrections={corrections.filter(({ about }) => about === checkIn.id)}
          />
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

/** The check-ins whose value is the last of its day or period. */
function countingOf({ keyResult, today }: Stood): Set<CheckInId> {
  const known = measurements(keyResult.definition, keyResult.checkIns, today);
  return new Set(known.map(({ checkInId }) => checkInId));
}

type RowProps = { of: Stood; checkIn: CheckIn; counts: boolean; corrections: Corrections };

function CheckInRow({ of, checkIn, counts, corrections }: RowProps) {
  const speech = useWords();
  const { t, day } = speech;
  const { evidence, blocker, decision, ask, by, source } = checkIn;
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <p>
          <strong>{headline(of, checkIn, corrections.length > 0, speech)}</strong>
          {checkIn.confidence !== null && ` · ${t(words.confidence, { value: checkIn.confidence })}`}
          {checkIn.value !== null && !counts && ` · ${t(measuring.superseded)}`}
        </p>
        <Correct of={of} checkIn={checkIn} wasCorrected={corrections.length > 0} />
      </div>
      {corrections.map((correction) => (
        <p key={correction.id} className={styles.quiet}>
          {sayCorrection(correction, of.keyResult.definition.unit, speech)} ·{' '}
          <Person id={correction.by} inline /> · <When at={correction.at} />
        </p>
      ))}
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
        {source === 'jql' && t(measuring.countedBy)} <Person id={by} inline /> ·{' '}
        {day(checkIn.madeOn, of.today)} · {t(words.source, { source: source.replace('-', '') })}
      </p>
    </li>
  );
}

/** Who recorded a value corrects it, and whoever writes the key result; the server has the last word. */
function Correct({ of, checkIn, wasCorrected }: { of: Stood; checkIn: CheckIn; wasCorrected: boolean }) {
  const { t, day, locale } = useWords();
  const openModal = useModal();
  const { accountId } = usePlace();
  const { id: keyResultId, can, definition } = of.keyResult;
  const open = of.objective.cycle.phase !== 'closed' || checkIn.day > definition.dueOn;
  const mine = checkIn.by === accountId && can.checkIn;
  if (checkIn.value === null && !wasCorrected) return null;
  if (!open || checkIn.source === 'kpi' || !(can.edit || mine)) return null;
  const value = checkIn.value === null ? '' : sayValue(checkIn.value, definition.unit, locale);
  return (
    <Button
      appearance="subtle"
      spacing="compact"
      aria-label={t(measuring.correctOf, { value, day: day(checkIn.day, of.today) })}
      onClick={() => void openModal({ surface: 'correct-value', keyResultId, checkInId: checkIn.id })}
    >
      {t(measuring.correct)}
    </Button>
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
      <strong>{t(words.became, { outcome, day: day(last.recordedOn, of.today) })}</strong>
      {last.note !== '' && ` (${last.note})`}
    </>
  );
}

function headline(
  { keyResult, today }: Stood,
  checkIn: CheckIn,
  wasCorrected: boolean,
  { t, day, locale }: Words,
): string {
  const { definition } = keyResult;
  const place = placeOf(definition, checkIn.day);
  const note = { history: ` (${t(words.earlier)})`, inside: '', 'follow-up': ` (${t(words.followUp)})` }[
    place
  ];
  if (checkIn.reached !== null) return t(words.reached, { count: checkIn.reached.length });
  if (checkIn.value === null) {
    return wasCorrected ? t(measuring.takenBack, { day: day(checkIn.day, today) }) : t(words.noNumber);
  }
  const value = sayValue(checkIn.value, definition.unit, locale);
  return t(words.measured, { value, day: day(checkIn.day, today) }) + note;
}
