import type { Owed } from '../../../../../src/domain/owed';
import { asksOf, decisionsOf } from '../../../../../src/domain/follow-up';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { mine as texts } from '../../messages/en/mine';
import { useWords } from '../../messages/use-words';
import { AskActs, DecisionActs } from '../meeting/follow-up-acts';
import styles from './mine.module.css';
import { Row } from './row';

type Props<K extends Owed['kind']> = { of: Stood; owed: Extract<Owed, { kind: K }>; signals: boolean };

/** Somebody asked the reader for help: it is answered here. */
export function AskRow({ of, owed, signals }: Props<'ask'>) {
  const { t, day } = useWords();
  const ask = asksOf(of.keyResult).find(({ checkInId }) => checkInId === owed.checkInId);
  if (!ask) return null;
  const following = { keyResultId: of.keyResult.id, subject: 'ask' as const, item: ask };
  return (
    <Row of={of} signals={signals} act={<AskActs of={following} />}>
      <p className={styles.words}>{ask.text}</p>
      <p className={styles.quiet}>
        <Person id={ask.by} inline /> {t(texts.askedOn, { day: day(ask.on, of.today) })}
      </p>
    </Row>
  );
}

/** A decision of the reader's that falls due. */
export function DecisionRow({ of, owed, signals }: Props<'decision'>) {
  const { t, day } = useWords();
  const decision = decisionsOf(of.keyResult).find(({ checkInId }) => checkInId === owed.checkInId);
  if (!decision) return null;
  const following = { keyResultId: of.keyResult.id, subject: 'decision' as const, item: decision };
  const isLate = owed.dueOn < of.today;
  const due = t(isLate ? texts.wasDue : texts.isDue, { day: day(owed.dueOn, of.today) });
  return (
    <Row of={of} signals={signals} act={<DecisionActs of={following} today={of.today} />}>
      <p className={styles.words}>{decision.text}</p>
      <p>{isLate ? <strong className={styles.late}>{due}</strong> : due}</p>
    </Row>
  );
}
