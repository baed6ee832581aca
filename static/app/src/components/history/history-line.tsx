import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import type { Unit } from '../../../../../src/domain/metric';
import { changeWords as texts } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import { Person } from '../person';
import { When } from '../when';
import { ChangeLine } from './change-line';
import styles from './history.module.css';
import { sayAct } from './say-act';
import { silentFields } from './say-field';

const none: ReadonlyMap<string, string> = new Map();

type Props = {
  entry: HistoryEntry;
  /** What it is about, where the page does not say so. */
  about?: ReactNode;
  /** Of the key result, where it is known. */
  unit?: Unit | null;
  /** Of teams and cycles by id, where they are known. */
  names?: ReadonlyMap<string, string>;
};

/** One entry of history: who did what, when, from what to what, and why. */
export function HistoryLine({ entry, about = null, unit = null, names = none }: Props) {
  const words = useWords();
  const { by, at, why, changes } = entry;
  return (
    <li className={styles.entry}>
      <p>
        <Person id={by} inline /> {sayAct(entry, words)}{' '}
        <span className={styles.quiet}>
          · <When at={at} />
        </span>
      </p>
      {about}
      {changes
        .filter(({ field }) => !silentFields.has(field))
        .map((change) => (
          <ChangeLine key={change.field} change={change} beside={{ unit, names }} />
        ))}
      {why !== '' && <p className={styles.change}>{words.t(texts.why, { why })}</p>}
    </li>
  );
}
