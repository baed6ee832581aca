import type { JiraAnswer } from '../../atlassian/jira-request';
import { instant } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import { keepIssues, noneKept, sumOfKept, type Kept, type Upkeep } from './keep-issues';

const pageSize = 100;
/** A run has five minutes and shares Jira's points with all sites: the next one goes on. */
const pagesARun = 20;
/** A save is dated when it was asked for, and may be stored after a count that is dated later read the settings. */
const marginMs = 60_000;

/**
 * Brings to issues what the settings say anew: what is counted, what is left out, and the keys in the `waymark` property.
 * An issue seen before the settings were last saved is due, so that nothing else has to be remembered: a run cut off, or
 * with too much to do, goes on by itself, and so does one during which the settings change again.
 */
export async function followSettings(deps: Upkeep): Promise<JiraAnswer<Kept>> {
  let total = noneKept;
  const { last } = await deps.settings.read();
  if (last === null) return { ok: true, value: total };
  const settledAt = instant(Date.parse(last.changedAt) + marginMs);
  let after: IssueId | null = null;
  for (let page = 0; page < pagesARun; page += 1) {
    const due: IssueId[] = await deps.initiatives.issuesSeenBefore(settledAt, after, pageSize);
    const kept = await keepIssues(deps, due);
    if (!kept.ok) return kept;
    total = sumOfKept(total, kept.value);
    after = due.at(-1) ?? null;
    if (due.length < pageSize) break;
  }
  return { ok: true, value: total };
}
