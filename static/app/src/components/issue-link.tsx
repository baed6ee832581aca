import Link from '@atlaskit/link';
import type { IssueId } from '../../../../src/domain/ids';
import { usePlace } from '../boot/place-context';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { openInProduct } from '../rpc/product-events';
import { useIssue } from '../rpc/use-jira';
import styles from './issue-link.module.css';

type Props = { id: IssueId; /** Chosen for readers who cannot see the issue. */ publicName?: string };

/** An issue's key and title as the viewer sees them; else its public name, or that it cannot be seen. */
export function IssueLink({ id, publicName = '' }: Props) {
  const { t } = useWords();
  const issue = useIssue(id);
  if (issue.state === 'loading') return <span className={styles.placeholder} aria-hidden="true" />;
  if (issue.state !== 'seen') {
    return <span className={styles.hidden}>{publicName || t(base.hiddenIssues, { count: 1 })}</span>;
  }
  const { key, summary } = issue.value;
  return (
    <span className={styles.issue}>
      <IssueKey issueKey={key} /> <span className={styles.summary}>{summary}</span>
    </span>
  );
}

/** A key that opens its issue: a frame cannot take its page elsewhere by itself, so the product is asked to. */
export function IssueKey({ issueKey }: { issueKey: string }) {
  const { siteUrl } = usePlace();
  const path = `/browse/${encodeURIComponent(issueKey)}`;
  return (
    <Link
      href={`${siteUrl}${path}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void openInProduct(path);
      }}
    >
      {issueKey}
    </Link>
  );
}

/** The same words without a link: for places that must not take the focus. */
export function IssueName({ id, publicName = '' }: Props) {
  const { t } = useWords();
  const issue = useIssue(id);
  if (issue.state === 'seen') return `${issue.value.key} ${issue.value.summary}`;
  return publicName || t(base.hiddenIssues, { count: 1 });
}
