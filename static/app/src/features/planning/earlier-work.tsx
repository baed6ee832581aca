import { useState } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Stood } from '../../components/how-it-stands';
import { planning as texts } from '../../messages/en/planning';
import { useWords, type Words } from '../../messages/use-words';
import { DecideOnWork } from './decide-on-work';
import { HeldLine } from './held-line';
import { IssueLine } from './issue-line';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';
import { countedVerdict, verdictCounts } from './verdicts';

type Props = {
  of: Stood;
  earlier: readonly InitiativeReading[];
  elsewhere: readonly InitiativeReading[];
  table: TableIssues;
};

/** What came of earlier work on a key result, and what is under way elsewhere: counted, and unfolded with titles. */
export function EarlierWork({ of, earlier, elsewhere, table }: Props) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { t } = words;
  if (earlier.length + elsewhere.length === 0) return <p className={styles.quiet}>{t(texts.earlierNone)}</p>;
  const said = [
    ...(earlier.length === 0 ? [] : [t(texts.earlier, { said: countVerdicts(of, earlier, words) })]),
    ...(elsewhere.length === 0 ? [] : [t(texts.elsewhere, { count: elsewhere.length })]),
  ];
  return (
    <details className={styles.beneath} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.join(' · ')}</summary>
      {/* Titles are asked for when somebody wants to read them. */}
      {isOpen && (
        <ul className={styles.plans}>
          {[...earlier, ...elsewhere].map((initiative) => (
            <li key={initiative.id} className={styles.planned}>
              <div className={styles.plannedWhat}>
                <IssueLine id={initiative.issueId} known={table.known} publicName={initiative.publicName} />
                <HeldLine of={of} initiative={initiative} />
              </div>
              <span />
              <DecideOnWork
                of={of}
                initiative={initiative}
                issueName={
                  table.known.get(initiative.issueId)?.key ?? (initiative.publicName || of.keyResult.key)
                }
                category={null}
              />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** "1 moved it, 2 did not move it", in the order of the verdicts' table; "not live yet" last. */
export function countVerdicts(of: Stood, earlier: readonly InitiativeReading[], { t, list }: Words): string {
  const verdicts = earlier.map((initiative) => countedVerdict(of, initiative));
  const counted = verdictCounts
    .map((one) => ({ ...one, count: verdicts.filter((verdict) => verdict === one.verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ counted: text, count }) => t(text, { count }));
  const notLive = verdicts.filter((one) => one === null).length;
  return list([...counted, ...(notLive === 0 ? [] : [t(texts.earlierNotLive, { count: notLive })])]);
}
