import type { JiraAnswer } from '../../atlassian/jira-request';
import { instant, type Instant } from '../../domain/dates';
import type { IssueId } from '../../domain/ids';
import { keepIssues, type Kept, type Upkeep } from './keep-issues';

const pageSize = 100;
/** Jira's search shows an edit some seconds late, and clocks differ: each run looks this far back again. */
const overlapMinutes = 3;
/** After a longer pause the daily reconcile has the rest. */
const longestMinutes = 24 * 60;

/** What a run did. */
export type CatchUp = { repaired: Kept; recounted: Kept; searches: number };

/**
 * The five-minute catch-up: recounts attached issues of which a child changed since the last run, and finishes the
 * upkeep of issues attached, detached or restricted since then, wherever an act was cut off before it could.
 * Costs one Jira search per 100 watched issues, and more only where something changed. Runs may overlap.
 * A child that left its parent, or was deleted, leaves no trace here: the daily reconcile finds those.
 * Source: design §5 "Jira data".
 */
export async function catchUp(deps: Upkeep): Promise<JiraAnswer<CatchUp>> {
  const repaired = await repairTouched(deps);
  if (!repaired.ok) return repaired;

  const reached = await deps.work.reached('catch-up');
  const minutes = minutesSince(reached, deps.now);
  const total: CatchUp = { repaired: repaired.value, recounted: none(), searches: 0 };
  let after: IssueId | null = null;
  for (;;) {
    const watched: IssueId[] = await deps.initiatives.attachedIssues(after, pageSize, true);
    if (watched.length === 0) break;
    const changed = await changedAmong(deps, watched, minutes);
    if (!changed.ok) return changed;
    total.searches += changed.value.searches;
    const kept = await keepIssues(deps, changed.value.parents, changed.value.children);
    if (!kept.ok) return kept;
    total.recounted = sum(total.recounted, kept.value);
    after = watched.at(-1) ?? null;
    if (watched.length < pageSize) break;
  }
  await deps.work.setReached('catch-up', deps.now);
  return { ok: true, value: total };
}

/** Upkeep that an act began and may not have finished: the row it wrote says when. */
async function repairTouched(deps: Upkeep): Promise<JiraAnswer<Kept>> {
  const reached = await deps.work.reached('upkeep');
  const since = reached ?? instant(Date.parse(deps.now) - longestMinutes * 60_000);
  const from = instant(Date.parse(since) - overlapMinutes * 60_000);
  let total = none();
  let after: IssueId | null = null;
  for (;;) {
    const touched: IssueId[] = await deps.initiatives.issuesTouchedSince(from, after, pageSize);
    const kept = await keepIssues(deps, touched);
    if (!kept.ok) return kept;
    total = sum(total, kept.value);
    after = touched.at(-1) ?? null;
    if (touched.length < pageSize) break;
  }
  await deps.work.setReached('upkeep', deps.now);
  return { ok: true, value: total };
}

type Changed = { parents: IssueId[]; children: IssueId[]; searches: number };

async function changedAmong(
  { jira }: Upkeep,
  watched: readonly IssueId[],
  minutes: number,
): Promise<JiraAnswer<Changed>> {
  const first = await jira.readChangedChildren(watched, minutes);
  if (!first.ok) return first;
  if (first.value !== 'unknown-parent') return { ok: true, value: { ...split(first.value), searches: 1 } };
  // One of the parents is not there any more. Ask for the others, and look after the missing ones.
  const found = await jira.readIssues('app', watched);
  if (!found.ok) return found;
  const present = found.value.map(({ issueId }) => issueId);
  const missing = watched.filter((id) => !present.includes(id));
  const again = present.length > 0 ? await jira.readChangedChildren(present, minutes) : first;
  if (!again.ok) return again;
  const { parents, children } = split(again.value === 'unknown-parent' ? [] : again.value);
  return { ok: true, value: { parents: [...parents, ...missing], children, searches: 2 } };
}

function split(changed: readonly { issueId: IssueId; parentId: IssueId }[]): Omit<Changed, 'searches'> {
  return {
    parents: [...new Set(changed.map(({ parentId }) => parentId))],
    children: changed.map(({ issueId }) => issueId),
  };
}

function minutesSince(reached: Instant | undefined, now: Instant): number {
  const passed = reached === undefined ? 10 : (Date.parse(now) - Date.parse(reached)) / 60_000;
  return Math.min(Math.max(Math.ceil(passed), 0) + overlapMinutes, longestMinutes);
}

function none(): Kept {
  return { counted: 0, gone: 0, written: 0, refused: 0 };
}

function sum(a: Kept, b: Kept): Kept {
  return {
    counted: a.counted + b.counted,
    gone: a.gone + b.gone,
    written: a.written + b.written,
    refused: a.refused + b.refused,
  };
}
