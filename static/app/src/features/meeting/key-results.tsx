import { useState } from 'react';
import type { DigestSince } from '../../../../../src/domain/digest';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { isSaidSince, needOf } from '../../../../../src/domain/need';
import type { Stood } from '../../components/how-it-stands';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { KeyResultLine } from './key-result-line';
import styles from './meeting.module.css';

type Props = {
  stood: readonly Stood[];
  sinceOf: (of: Stood) => DigestSince;
  /** The keyboard begins here. */
  takesFocus: boolean;
};

/** Which form somebody opened or closed themselves; `wasSaid`: it was among those said then. */
type Chosen = { id: KeyResultId | null; wasSaid: boolean };

/** The key results in the order of need (design §3.12), the first with its form open; then those already said. */
export function KeyResults({ stood, sinceOf, takesFocus }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const isSaid = (of: Stood) => isSaidSince(of.keyResult.checkIns, sinceOf(of));
  const byNeed = [...stood].sort((a, b) => needOf(a.standing) - needOf(b.standing));
  const toGo = byNeed.filter((of) => !isSaid(of));
  const said = byNeed.filter(isSaid);
  // What was chosen and said since is over: the next one opens by itself.
  const isOver = chosen?.id !== null && said.some(({ keyResult }) => keyResult.id === chosen?.id);
  const next = toGo.find(({ keyResult }) => keyResult.can.checkIn)?.keyResult.id ?? null;
  const openId = chosen === null || (isOver && !chosen.wasSaid) ? next : chosen.id;

  const line = (of: Stood) => {
    const { id } = of.keyResult;
    return (
      <KeyResultLine
        key={id}
        of={of}
        isOpen={id === openId}
        takesFocus={takesFocus || isUnderWay}
        onToggle={() => {
          setChosen({ id: id === openId ? null : id, wasSaid: isSaid(of) });
        }}
        onSaved={() => setChosen(null)}
      />
    );
  };
  return (
    <>
      <section className={styles.section} aria-labelledby="to-go">
        <div className={styles.what}>
          <h2 id="to-go" className={styles.heading}>
            {t(texts.toGo, { said: said.length, all: stood.length })}
          </h2>
          <p className={styles.quiet} role="status">
            {t(toGo.length === 0 ? texts.allSaid : texts.keys)}
          </p>
        </div>
        {toGo.length > 0 && <ul onFocus={() => setUnderWay(true)}>{toGo.map(line)}</ul>}
      </section>
      {said.length > 0 && (
        <section className={styles.section} aria-labelledby="said">
          <h2 id="said" className={styles.heading}>
            {t(texts.said)}
          </h2>
          <ul>{said.map(line)}</ul>
        </section>
      )}
    </>
  );
}
