import Button from '@atlaskit/button/new';
import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { Notice } from './notice';

/** What is on screen and was asked of Jira without an answer. */
const unanswered = {
  queryKey: ['jira'],
  type: 'active',
  predicate: ({ state }: { state: { status: string } }) => state.status === 'error',
} as const;

/**
 * Says so when Jira did not tell titles, statuses or names that are on screen, and asks for those again. What Waymark
 * itself knows stays where it is.
 */
export function JiraMissing() {
  const { t } = useWords();
  const client = useQueryClient();
  const isMissing = useSyncExternalStore(
    useCallback((tell) => client.getQueryCache().subscribe(notifyManager.batchCalls(tell)), [client]),
    () => client.getQueryCache().findAll(unanswered).length > 0,
  );
  if (!isMissing) return null;
  return (
    <Notice tone="warning">
      <p role="status">{t(base.jiraFailed)}</p>
      <Button spacing="compact" onClick={() => void client.refetchQueries(unanswered)}>
        {t(base.retry)}
      </Button>
    </Notice>
  );
}
