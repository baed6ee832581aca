import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import { countIssues, type Group } from '../../../../../src/domain/planning';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import type { Stood } from '../../components/how-it-stands';
import { KeyResultLink } from '../../components/key-result-link';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { OutcomeLine } from '../../components/outcome-line';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { DecideOnKeyResult } from './decide-on-key-result';
import { EarlierWork } from './earlier-work';
import { PlannedRow } from './planned-row';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';

export type KeyResultGroup = Group<InitiativeReading, Stood>;
type Props = { group: KeyResultGroup; table: TableIssues };

/** A key result: how it stands first; beneath it, drawn apart, what is planned for it here and what came of earlier work. */
export function GroupCard({ group, table }: Props) {
  const { t } = useWords();
  const [isDeciding, setDeciding] = useState(false);
  const { of, planned, notMoved, earlier, elsewhere } = group;
  const { keyResult, objective, standing, today } = of;
  return (
    <li className={styles.group}>
      <section aria-labelledby={`plan-${keyResult.id}`}>
        <header className={styles.groupHead}>
          <div className={styles.what}>
            <h3 id={`plan-${keyResult.id}`} className={styles.title}>
              <span className={styles.key}>{keyResult.key}</span>
              <KeyResultLink quiet id={keyResult.id}>
                {keyResult.title}
              </KeyResultLink>
            </h3>
            <p className={styles.quiet}>
              {objective.key} {objective.title} · {objective.team.name}
            </p>
          </div>
          <OutcomeLine of={of} />
          <div className={styles.signals}>
            <ConfidenceMark standing={standing} today={today} />
            <FreshnessMark freshness={standing.freshness.value} today={today} />
          </div>
        </header>
        <div className={styles.groupBody}>
          <MismatchLine
            mismatch={mismatchOf(of)}
            today={today}
            link={(act) => <KeyResultLink id={keyResult.id}>{act}</KeyResultLink>}
          />
          <div className={styles.line}>
            <p className={styles.lead}>
              {table.state === 'ready'
                ? t(texts.planned, { count: countIssues(planned) })
                : t(texts.plannedUnknown)}
            </p>
            {keyResult.can.checkIn && !isDeciding && (
              <Button
                spacing="compact"
                aria-label={t(texts.decideOn, { key: keyResult.key })}
                onClick={() => setDeciding(true)}
              >
                {t(texts.decide)}
              </Button>
            )}
          </div>
          {isDeciding && <DecideOnKeyResult of={of} onDone={() => setDeciding(false)} />}
          {planned.length > 0 && (
            <ul className={styles.plans}>
              {planned.map((one) => (
                <PlannedRow key={one.initiative.id} of={of} planned={one} table={table} />
              ))}
            </ul>
          )}
          {notMoved.length > 0 && (
            <p className={styles.quiet}>{t(texts.notMovedHere, { count: notMoved.length })}</p>
          )}
          {(notMoved.length === 0 || earlier.length + elsewhere.length > 0) && (
            <EarlierWork of={of} earlier={earlier} elsewhere={elsewhere} table={table} />
          )}
        </div>
      </section>
    </li>
  );
}
