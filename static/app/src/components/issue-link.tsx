import Link from '@atlaskit/link';
import type { IssueId } from '../../../../src/domain/ids';
import { usePlace } from '../boot/place-context';
import { base } from '../messages/en/base';
import { useWords, type Words } from '../messages/use-words';
import { openInProduct } from '../rpc/product-events';
import type { Issue } from '../rpc/jira-shapes';
import { useIssue, type Seen } from '../rpc/use-jira';
import styles from './issue-link.module.css';

type Props = { id: IssueId; /** Chosen for readers who cannot see the issue. */ publicName?: string };

/** An issue's key and title as the viewer sees them; else its public name, or that it cannot be seen. */
export function IssueLink({ id, publicName = '' }: Props) {
  const { t } = useWords();
  const issue = useIssue(id);
  if (issue.state === 'loading') return <span className={styles.placeholder} aria-hidden="true" />;
  if (issue.state !== 'seen') {
    return <span className={styles.hidden}>{publicName || untitled(issue, t)}</span>;
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
  return useIssueName(id, publicName);
}

/** The same words alone. */
export function useIssueName(id: IssueId, publicName = ''): string {
  const { t } = useWords();
  const issue = useIssue(id);
  if (issue.state === 'seen') return `${issue.value.key} ${issue.value.summary}`;
  return publicName || untitled(issue, t);
}

/** Not to be seen and not answered by Jira are told apart: nobody is refused what Jira merely failed to say. */
function untitled(issue: Seen<Issue>, t: Words['t']): string {
  return issue.state === 'failed' ? t(base.issueMissing) : t(base.hiddenIssues, { count: 1 });
}
