import type { JiraAnswer } from '../../atlassian/jira-request';
import type { IssueId } from '../../domain/ids';
import { keepIssues, type Upkeep } from './keep-issues';

const pageSize = 100;
/** Jira's points are shared by all sites of the app: a large site is gone through in several runs. */
const pagesARun = 40;

/** `finished` false: `continueReconcile` goes on where this stopped. */
export type Reconciled = { issues: number; gone: number; finished: boolean };

/**
 * Goes through all attached issues, closed cycles and missing ones included: recounts their work, finds what was
 * deleted, moved or came back, and repairs the `waymark` property. Once a day; goes on where it stopped when Jira was
 * unavailable or there was too much for one run. Source: design §5 "Jira data".
 */
export async function reconcile(deps: Upkeep): Promise<JiraAnswer<Reconciled>> {
  let after: IssueId | null = await deps.work.position('reconcile');
  const total = { issues: 0, gone: 0 };
  for (let page = 0; page < pagesARun; page += 1) {
    const ids: IssueId[] = await deps.initiatives.attachedIssues(after, pageSize, false);
    const kept = await keepIssues(deps, ids);
    if (!kept.ok) return kept;
    total.issues += ids.length;
    total.gone += kept.value.gone;
    after = ids.length < pageSize ? null : (ids.at(-1) ?? null);
    await deps.work.setPosition('reconcile', after);
    if (after === null) return { ok: true, value: { ...total, finished: true } };
  }
  return { ok: true, value: { ...total, finished: false } };
}

/** Goes on with a reconcile that stopped on the way; null: there is none. */
export async function continueReconcile(deps: Upkeep): Promise<JiraAnswer<Reconciled> | null> {
  const under = await deps.work.position('reconcile');
  return under === null ? null : reconcile(deps);
}
