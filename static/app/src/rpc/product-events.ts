import { NavigationTarget, events, router } from '@forge/bridge';
import { useEffect } from 'react';
import type { KeyResultId } from '../../../../src/domain/ids';

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
export async function openInProduct(path: string): Promise<void> {
  await router.navigate(path);
}

/** The route of a key result's page inside the global page. */
export const keyResultPath = (id: KeyResultId) => `/key-results/${id}`;

/**
 * Goes to a key result's page from a page of Confluence. There the router knows Confluence's modules only (Forge docs,
 * "router"), so the address is written out: `/jira/apps/{appId}/{envId}` (Forge docs, "Jira global page"), whose two parts
 * are the first two of this frame's own address.
 */
export async function openKeyResultFromConfluence(id: KeyResultId): Promise<void> {
  const [, appId = '', environmentId = ''] = window.location.pathname.split('/');
  await openInProduct(`/jira/apps/${appId}/${environmentId}${keyResultPath(id)}`);
}

/** Goes to a key result's page from a page of Jira. */
export async function openKeyResult(id: KeyResultId): Promise<void> {
  await router.navigate({
    target: NavigationTarget.Module,
    moduleKey: 'global-page',
    path: keyResultPath(id),
  });
}

/** Goes to Waymark's settings among Jira's own; Jira shows them to its administrators. */
export async function openSettings(): Promise<void> {
  await router.navigate({ target: NavigationTarget.Module, moduleKey: 'admin-page' });
}

/** The whole address of a route of the global page, to be shared; '' where the product does not tell it. */
export async function globalPageUrl(path: string): Promise<string> {
  const url = await router.getUrl({ target: NavigationTarget.Module, moduleKey: 'global-page', path });
  return url === null ? '' : String(url);
}
