import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import type { Issue } from '../../rpc/jira-shapes';
import { IssueLine } from './issue-line';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';

/** A longer list grows by so many at a press. */
const step = 50;

type Props = {
  ids: readonly IssueId[];
  table: TableIssues;
  before?: (issue: Issue) => ReactNode;
  acts?: (issue: Issue) => ReactNode;
};

/** Issues of the table, one line each. */
export function IssueRows({ ids, table, before, acts }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul className={styles.issues}>
        {ids.slice(0, shown).map((id) => {
          const issue = table.byId.get(id);
          return (
            <li key={id} className={styles.issueRow}>
              {issue && before?.(issue)}
              <IssueLine
                id={id}
                known={table.known}
                {...(issue ? { aside: `${issue.type} · ${issue.status}` } : {})}
              />
              {issue && acts && <span className={styles.buttons}>{acts(issue)}</span>}
            </li>
          );
        })}
      </ul>
      {ids.length > shown && (
        <Button spacing="compact" onClick={() => setShown(shown + step)}>
          {t(texts.showMore, { count: Math.min(step, ids.length - shown) })}
        </Button>
      )}
    </>
  );
}
