import { useEffect, useRef } from 'react';
import type { DigestSince } from '../../../../../src/domain/digest';
import { asksOf, decisionsOf, type FollowedAsk } from '../../../../../src/domain/follow-up';
import { isSince } from '../../../../../src/domain/need';
import type { Stood } from '../../components/how-it-stands';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { FollowedRow, type FollowedItem } from './followed-row';
import styles from './meeting.module.css';

/** Decisions and asks of before today that are open, and those settled since the last check-in. */
export function followedBefore(stood: readonly Stood[], sinceOf: (of: Stood) => DigestSince): FollowedItem[] {
  const isShown = (of: Stood, { on, isOpen, last }: FollowedAsk) =>
    (on < of.today && isOpen) || (last !== null && isSince(sinceOf(of), last.recordedOn, last.at));
  const decisions = stood.flatMap((of) =>
    decisionsOf(of.keyResult)
      .filter((item) => isShown(of, item))
      .map((item) => ({ subject: 'decision' as const, of, item })),
  );
  const asks = stood.flatMap((of) =>
    asksOf(of.keyResult)
      .filter((item) => isShown(of, item))
      .map((item) => ({ subject: 'ask' as const, of, item })),
  );
  return [...decisions.sort((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : 1)), ...asks];
}

type Props = { items: FollowedItem[]; /** The keyboard begins here. */ takesFocus: boolean };

/** Last week's decisions, before anything else (design §3.12), and what was asked for. */
export function Followed({ items, takesFocus }: Props) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const decisions = items.filter(({ subject }) => subject === 'decision');
  const asks = items.filter(({ subject }) => subject === 'ask');
  return (
    <>
      <section className={styles.section} aria-labelledby="decided">
        <div className={styles.what}>
          <h2 id="decided" ref={heading} tabIndex={-1} className={styles.heading}>
            {t(texts.decisions)}
          </h2>
          <p className={styles.quiet}>{t(decisions.length === 0 ? texts.noDecisions : texts.decisionsWhy)}</p>
        </div>
        <Rows items={decisions} />
      </section>
      {asks.length > 0 && (
        <section className={styles.section} aria-labelledby="asked">
          <h2 id="asked" className={styles.heading}>
            {t(texts.asks)}
          </h2>
          <Rows items={asks} />
        </section>
      )}
    </>
  );
}

function Rows({ items }: { items: FollowedItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((one) => (
        <FollowedRow key={one.item.checkInId} {...one} />
      ))}
    </ul>
  );
}
