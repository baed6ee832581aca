import Button from '@atlaskit/button/new';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PanelReading } from '../../../../../src/contract/calls';
import type { IssueId } from '../../../../../src/domain/ids';
import { usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { allStanding } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Read } from '../../components/read';
import { panel } from '../../messages/en/panel';
import { useWords } from '../../messages/use-words';
import { useIssueChanged } from '../../rpc/product-events';
import { useCall } from '../../rpc/use-call';
import { useModal } from '../../rpc/use-modal';
import { useWaited } from '../../rpc/use-waited';
import styles from './panel.module.css';
import { countAgainEvery, familyQuery, panelInput } from './panel-queries';
import type { PanelIssue } from './read-panel-issue';
import { ServedKeyResult } from './served-key-result';

type Props = { issueId: IssueId; issueKey: string };

/** How long the outcome waits for Jira to tell the parents, in milliseconds. */
const patience = 3_000;

/**
 * What an issue serves. Reads Jira once, then Waymark once (design §7: two steps, one invoke). Where Jira is slow, Waymark is
 * asked without the parents, and again once they are known.
 */
export function IssuePanel({ issueId, issueKey }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const family = useQuery({ ...familyQuery(issueId), refetchInterval: countAgainEvery });
  useIssueChanged(
    useCallback(
      () => void client.invalidateQueries({ queryKey: familyQuery(issueId).queryKey }),
      [client, issueId],
    ),
  );
  const issue = family.data ?? null;
  const waited = useWaited(patience);
  const reading = useCall('panel.read', family.isPending && !waited ? null : panelInput(issueId, issue), {
    keep: true,
  });
  const type = issue?.self?.type.toLowerCase() || t(panel.issue);
  return (
    <div className={styles.panel}>
      <Read reading={reading}>
        {(value) => (
          <>
            <JiraMissing />
            <Served reading={value} issue={issue} type={type} />
            <AttachButton issueId={issueId} issueKey={issueKey} first={value.serves.length === 0} />
          </>
        )}
      </Read>
    </div>
  );
}

function Served({ reading, issue, type }: { reading: PanelReading; issue: PanelIssue | null; type: string }) {
  const { t } = useWords();
  const standing = allStanding(reading);
  // Jira tells the parents: without them nothing says that the issue serves nothing through one of them.
  if (reading.serves.length === 0 && issue === null)
    return <p className={styles.quiet}>{t(panel.parentsMissing)}</p>;
  if (reading.serves.length === 0) {
    return (
      <EmptyState title={t(panel.none)}>
        <p>{t(panel.noneWhy, { type })}</p>
        <p>{t(panel.noneLaw)}</p>
      </EmptyState>
    );
  }
  return reading.serves.map((served) => {
    const of = standing.find(({ keyResult }) => keyResult.id === served.keyResultId);
    return (
      of && <ServedKeyResult key={served.initiativeId} of={of} served={served} issue={issue} type={type} />
    );
  });
}

function AttachButton({ issueId, issueKey, first }: Props & { first: boolean }) {
  const { t } = useWords();
  const { project } = usePlace();
  const openModal = useModal();
  return (
    <div>
      <Button
        appearance={first ? 'primary' : 'default'}
        onClick={() =>
          void openModal({ surface: 'attach', issueId, issueKey, projectId: project?.id ?? null }, 'large')
        }
      >
        {t(first ? panel.attach : panel.attachAnother)}
      </Button>
    </div>
  );
}
