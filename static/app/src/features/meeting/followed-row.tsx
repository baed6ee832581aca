import Lozenge from '@atlaskit/lozenge';
import type { FollowedAsk, FollowedDecision } from '../../../../../src/domain/follow-up';
import { usePlace } from '../../boot/place-context';
import type { Stood } from '../../components/how-it-stands';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { AskActs, DecisionActs, OpenAgain } from './follow-up-acts';
import styles from './meeting.module.css';
import type { Following } from './use-follow-up';

/** A decision or an ask on a key result. */
export type FollowedItem =
  | { subject: 'decision'; of: Stood; item: FollowedDecision }
  | { subject: 'ask'; of: Stood; item: FollowedAsk };

/** A decision or an ask with whose it is, by when, what became of it, and what can be said of it. */
export function FollowedRow(props: FollowedItem) {
  const { of, item, subject } = props;
  const { accountId } = usePlace();
  const { keyResult, today } = of;
  const following: Following = { keyResultId: keyResult.id, subject, item };
  const canSay = keyResult.can.checkIn || item.person === accountId;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.words}>{item.text}</p>
        <p className={styles.quiet}>
          <Person id={item.person} inline />{' '}
          {props.subject === 'decision' && <Due of={of} item={props.item} />}
          {' · '}
          <PageLink to={keyResultPath(keyResult.id)}>
            {keyResult.key} {keyResult.title}
          </PageLink>
        </p>
        <Became {...props} />
      </div>
      {canSay && !item.isOpen && <OpenAgain of={following} />}
      {canSay && item.isOpen && subject === 'decision' && <DecisionActs of={following} today={today} />}
      {canSay && item.isOpen && subject === 'ask' && <AskActs of={following} />}
    </li>
  );
}

function Due({ of, item }: { of: Stood; item: FollowedDecision }) {
  const { t, day } = useWords();
  const isLate = item.isOpen && item.dueOn < of.today;
  const said = t(isLate ? texts.overdue : texts.due, { day: day(item.dueOn, of.today) });
  return isLate ? <strong className={styles.overdue}>{said}</strong> : <>{said}</>;
}

function Became({ subject, item }: FollowedItem) {
  const { t } = useWords();
  const { last } = item;
  if (last === null || last.outcome === 'open') return null;
  const [done, dropped] =
    subject === 'decision' ? [texts.stateDone, texts.stateDropped] : [texts.stateAnswered, texts.stateCannot];
  const state = { done, dropped, 'carried-on': texts.stateCarried }[last.outcome];
  return (
    <p className={styles.words}>
      <Lozenge appearance={last.outcome === 'done' ? 'success' : 'default'}>{t(state)}</Lozenge> {last.note}
    </p>
  );
}
