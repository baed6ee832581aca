import Button from '@atlaskit/button/new';
import type { Notice as NoticeReading } from '../../../../../src/contract/calls';
import { isAccountId, isJiraId } from '../../../../../src/domain/ids';
import { IssueLink } from '../../components/issue-link';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { overview as texts } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { useAct } from '../../rpc/use-act';
import styles from './overview.module.css';

/** What others attached to this person's key results and the person has not seen yet. */
export function Notices({ notices }: { notices: NoticeReading[] }) {
  const { t } = useWords();
  const seen = useAct('initiative.acknowledge');
  if (notices.length === 0) return null;
  return (
    <Notice tone="info" title={t(texts.noticeTitle)}>
      <ul className={styles.notices} aria-label={t(texts.noticeTitle)}>
        {notices.map(({ initiativeId, keyResultId, keyResultKey, keyResultTitle, issueId, by }) => (
          <li key={initiativeId} className={styles.noticeLine}>
            <span>
              {isAccountId(by) && <Person id={by} inline />}
              {': '}
              {isJiraId<'issue'>(issueId) && <IssueLink id={issueId} />}
              {' → '}
              <PageLink to={keyResultPath(keyResultId)}>
                {keyResultKey} {keyResultTitle}
              </PageLink>
            </span>
            <Button
              spacing="compact"
              appearance="subtle"
              isDisabled={seen.busy}
              onClick={() => void seen.run(() => ({ ids: [initiativeId] }))}
            >
              {t(texts.noticeSeen)}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
