import { events, router } from '@forge/bridge';
import { useEffect } from 'react';

/**
 * Calls back when Jira says that the issue on screen, or something about it, changed (Forge docs "jira:issueContext",
 * Events: seconds of delay, only in issue views).
 */
export function useIssueChanged(onChange: () => void): void {
  useEffect(() => {
    const subscribed = events.on('JIRA_ISSUE_CHANGED', onChange);
    return () => void subscribed.then((subscription) => subscription.unsubscribe());
  }, [onChange]);
}

/** Goes to a page of the product: a path such as `/browse/ABC-1`. */
export async function openInProduct(path: string, newTab = false): Promise<void> {
  await (newTab ? router.open(path) : router.navigate(path));
}
