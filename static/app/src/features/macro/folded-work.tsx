import { useState } from 'react';
import type { KeyResultReading } from '../../../../../src/contract/readings';
import { IssueLink } from '../../components/issue-link';
import { WorkLine } from '../../components/work-line';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import styles from './macro.module.css';
import { useIsPreview } from './preview-context';

type Props = { keyResult: Pick<KeyResultReading, 'initiatives'> };

/** The work beneath an outcome. Its issues are read from Jira only when somebody opens it. */
export function FoldedWork({ keyResult: { initiatives } }: Props) {
  const { t } = useWords();
  const preview = useIsPreview();
  const [open, setOpen] = useState(false);
  const said = t(texts.work, { count: initiatives.length });
  if (preview || initiatives.length === 0) return <p className={styles.quiet}>{said}</p>;
  return (
    <details className={styles.work} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said}</summary>
      {open && (
        <div className={styles.workBody}>
          <p className={styles.quiet}>{t(texts.workNote)}</p>
          <ul className={styles.initiatives}>
            {initiatives.map((initiative) => (
              <li key={initiative.id} className={styles.initiative}>
                <IssueLink id={initiative.issueId} publicName={initiative.publicName} />
                <WorkLine
                  work={initiative.work}
                  asOf={initiative.work?.asOf ?? null}
                  gone={initiative.work?.gone ?? false}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}
