import { useState } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Planned } from '../../../../../src/domain/planning';
import type { Stood } from '../../components/how-it-stands';
import { WorkLine } from '../../components/work-line';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { HypothesisLine } from '../initiative/hypothesis-line';
import { DecideOnWork } from './decide-on-work';
import { HeldLine } from './held-line';
import { IssueLine } from './issue-line';
import { IssueRows } from './issue-rows';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';

type Props = { of: Stood; planned: Planned<InitiativeReading>; table: TableIssues };

/** An initiative with what is planned of it here, what it should change, what came of it so far, and the decision. */
export function PlannedRow({ of, planned: { initiative, issueIds }, table }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { issueId, publicName, work, hypothesis } = initiative;
  const itself = table.known.get(issueId);
  const seen = table.byId.get(issueId);
  const beneath = issueIds.filter((id) => id !== issueId);
  return (
    <li className={styles.planned} data-issue={itself?.key}>
      <div className={styles.plannedWhat}>
        <IssueLine
          id={issueId}
          known={table.known}
          publicName={publicName}
          {...(seen ? { aside: `${seen.type} · ${seen.status}` } : {})}
        />
        <HypothesisLine state={hypothesis} unit={of.keyResult.definition.unit} />
        <HeldLine of={of} initiative={initiative} />
      </div>
      <WorkLine compact work={work} asOf={work?.asOf ?? null} gone={work?.gone ?? false} />
      <DecideOnWork
        of={of}
        initiative={initiative}
        issueName={itself?.key ?? (publicName || of.keyResult.key)}
        category={seen?.category ?? null}
      />
      {beneath.length > 0 && (
        <details className={styles.beneath} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t(texts.through, { count: beneath.length })}</summary>
          {isOpen && <IssueRows ids={beneath} table={table} />}
        </details>
      )}
    </li>
  );
}
