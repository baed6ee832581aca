import type { ReactNode } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import { IssueKey, IssueLink } from '../../components/issue-link';
import styles from './planning.module.css';
import type { Known } from './use-table-issues';

type Props = { id: IssueId; known: ReadonlyMap<IssueId, Known>; publicName?: string; aside?: ReactNode };

/** An issue's key and title, from what is on the table; one that is not is asked for like anywhere else. */
export function IssueLine({ id, known, publicName = '', aside }: Props) {
  const issue = known.get(id);
  return (
    <span className={styles.issue}>
      {issue === undefined ? (
        <IssueLink id={id} publicName={publicName} />
      ) : (
        <span>
          <IssueKey issueKey={issue.key} /> {issue.summary}
        </span>
      )}
      {aside !== undefined && <span className={styles.quiet}>{aside}</span>}
    </span>
  );
}
