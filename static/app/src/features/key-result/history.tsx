import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import type { Unit } from '../../../../../src/domain/metric';
import { HistoryLine } from '../../components/history/history-line';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords } from '../../messages/use-words';
import styles from './key-result.module.css';

const firstShown = 5;

/** Who changed what, from what to what, when and why; newest first. */
export function History({ entries, unit }: { entries: HistoryEntry[]; unit: Unit }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const newestFirst = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  const shown = all ? newestFirst : newestFirst.slice(0, firstShown);
  return (
    <section className={styles.section} aria-labelledby="history">
      <h2 id="history" className={styles.heading}>
        {t(words.history)}
      </h2>
      {entries.length === 0 && <p className={styles.quiet}>{t(words.noHistory)}</p>}
      <ol className={styles.rows}>
        {shown.map((entry) => (
          <HistoryLine key={entry.requestId + entry.entityId} entry={here(entry)} unit={unit} />
        ))}
      </ol>
      {shown.length < newestFirst.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t(words.more, { count: newestFirst.length })}</Button>
        </div>
      )}
    </section>
  );
}

/** Without the key of this key result, which its own page need not say. */
function here(entry: HistoryEntry): HistoryEntry {
  return { ...entry, changes: entry.changes.filter(({ field }) => field !== 'keyResult') };
}
