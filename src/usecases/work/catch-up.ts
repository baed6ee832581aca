import type { JiraAnswer } from '../../atlassian/jira-request';
import { instant, type Instant } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import { followSettings } from './follow-settings';
import { keepIssues, noneKept, sumOfKept, type Kept, type Upkeep } from './keep-issues';

const pageSize = 100;
/** Jira's search shows an edit some seconds late, and clocks differ: each run looks this far back again. */
const overlapMinutes = 3;
/** After a longer pause the daily reconcile has the rest. */
const longestMinutes = 24 * 60;

/** What a run did. */
export type CatchUp = { repaired: Kept; recounted: Kept; resettled: Kept; searches: number };

/**
 * The five-minute catch-up: recounts attached issues of which a child changed since the last run or is not beneath them
 * any more, finishes the upkeep of issues attached, detached or restricted since then, wherever an act was cut off before
 * it could, and lets changed settings reach what was seen before.
 * Costs one Jira search and one count per 100 watched issues, and more only where something changed. Runs may overlap.
 * Source: design §5 "Jira data".
 */
export async function catchUp(deps: Upkeep): Promise<JiraAnswer<CatchUp>> {
  const repaired = await repairTouched(deps);
  if (!repaired.ok) return repaired;

  const reached = await deps.work.reached('catch-up');
  const minutes = minutesSince(reached, deps.now);
  const recounted = await recountWatched(deps, minutes);
  if (!recounted.ok) return recounted;
  await deps.work.setReached('catch-up', deps.now);

  const resettled = await followSettings(deps);
  if (!resettled.ok) return resettled;
  return {
    ok: true,
    value: { repaired: repaired.value, ...recounted.value, resettled: resettled.value },
  };
}

async function recountWatched(
  deps: Upkeep,
  minutes: number,
): Promise<JiraAnswer<Pick<CatchUp, 'recounted' | 'searches'>>> {
  const total = { recounted: noneKept, searches: 0 };
  let after: IssueId | null = null;
  for (;;) {
    const watched: IssueId[] = await deps.initiatives.attachedIssues(after, pageSize, true);
    if (watched.length === 0) break;
    const changed = await changedAmong(deps, watched, minutes);
    if (!changed.ok) return changed;
    total.searches += changed.value.searches;
    const kept = await keepIssues(deps, changed.value.parents, changed.value.children);
    if (!kept.ok) return kept;
    const left = await parentsLeft(deps, changed.value.present);
    if (!left.ok) return left;
    total.searches += left.value.searches;
    const again = await keepIssues(deps, left.value.parents);
    if (!again.ok) return again;
    total.recounted = sumOfKept(sumOfKept(total.recounted, kept.value), again.value);
    after = watched.at(-1) ?? null;
    if (watched.length < pageSize) break;
  }
  return { ok: true, value: total };
}

/**
 * Parents with another number of children than stored: one that left, or was deleted, has no parent here to be found by.
 * Jira is asked for one number for all of them, and for their children only where it is not the one expected.
 */
async function parentsLeft(
  { jira, work }: Upkeep,
  present: readonly IssueId[],
): Promise<JiraAnswer<{ parents: IssueId[]; searches: number }>> {
  if (present.length === 0) return { ok: true, value: { parents: [], searches: 0 } };
  const known = await work.childrenOf(present);
  const counted = await jira.countChildren(present);
  if (!counted.ok) return counted;
  const expected = [...known.values()].reduce((sum, children) => sum + children, 0);
  if (counted.value === expected) return { ok: true, value: { parents: [], searches: 1 } };
  const children = await jira.readChildren(present);
  if (!children.ok) return children;
  const parents = present.filter(
    (id) => children.value.filter(({ parentId }) => parentId === id).length !== (known.get(id) ?? 0),
  );
  return { ok: true, value: { parents, searches: 2 } };
}

/** Upkeep that an act began and may not have finished: the row it wrote says when. */
async function repairTouched(deps: Upkeep): Promise<JiraAnswer<Kept>> {
  const reached = await deps.work.reached('upkeep');
  const since = reached ?? instant(Date.parse(deps.now) - longestMinutes * 60_000);
  const from = instant(Date.parse(since) - overlapMinutes * 60_000);
  let total = noneKept;
  let after: IssueId | null = null;
  for (;;) {
    const touched: IssueId[] = await deps.initiatives.issuesTouchedSince(from, after, pageSize);
    const kept = await keepIssues(deps, touched);
    if (!kept.ok) return kept;
    total = sumOfKept(total, kept.value);
    after = touched.at(-1) ?? null;
    if (touched.length < pageSize) break;
  }
  await deps.work.setReached('upkeep', deps.now);
  return { ok: true, value: total };
}

/** `present`: the watched issues that Jira knows. */
type Changed = { parents: IssueId[]; children: IssueId[]; present: readonly IssueId[]; searches: number };

async function changedAmong(
  { jira }: Upkeep,
  watched: readonly IssueId[],
  minutes: number,
): Promise<JiraAnswer<Changed>> {
  const first = await jira.readChangedChildren(watched, minutes);
  if (!first.ok) return first;
  if (first.value !== 'unknown-parent')
    return { ok: true, value: { ...split(first.value), present: watched, searches: 1 } };
  // One of the parents is not there any more. Ask for the others, and look after the missing ones.
  const found = await jira.readIssues('app', watched);
  if (!found.ok) return found;
  const present = found.value.map(({ issueId }) => issueId);
  const missing = watched.filter((id) => !present.includes(id));
  const again = present.length > 0 ? await jira.readChangedChildren(present, minutes) : first;
  if (!again.ok) return again;
  const { parents, children } = split(again.value === 'unknown-parent' ? [] : again.value);
  return { ok: true, value: { parents: [...parents, ...missing], children, present, searches: 2 } };
}

function split(
  changed: readonly { issueId: IssueId; parentId: IssueId }[],
): Pick<Changed, 'parents' | 'children'> {
  return {
    parents: [...new Set(changed.map(({ parentId }) => parentId))],
    children: changed.map(({ issueId }) => issueId),
  };
}

function minutesSince(reached: Instant | undefined, now: Instant): number {
  const passed = reached === undefined ? 10 : (Date.parse(now) - Date.parse(reached)) / 60_000;
  return Math.min(Math.max(Math.ceil(passed), 0) + overlapMinutes, longestMinutes);
}
