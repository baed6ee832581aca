import type { KeyResultGroup } from './group-card';
import type { Known } from './use-table-issues';
import type { IssueId } from '../../../../../src/domain/ids';

/** Which groups are shown, and in which order. */
export type View = { text: string; show: 'all' | 'need' | 'planned'; sort: 'need' | 'most' | 'due' };

export const firstView: View = { text: '', show: 'all', sort: 'need' };

/** Nothing about it asks for a look: at least on pace, its value and confidence up to date, no decision owed. */
export function isQuiet({ of: { standing } }: KeyResultGroup): boolean {
  const { pace, freshness, needsDecision, confidence } = standing;
  return (
    (pace === 'on-pace' || pace === 'ahead') &&
    freshness.value.state !== 'stale' &&
    freshness.confidence.state !== 'stale' &&
    !needsDecision &&
    confidence?.tone !== 'red'
  );
}

/** The groups a person asked to see, in the order they chose; by need they keep theirs. */
export function viewed(
  groups: readonly KeyResultGroup[],
  view: View,
  known: ReadonlyMap<IssueId, Known>,
): KeyResultGroup[] {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups.filter(
    (group) =>
      (view.show !== 'need' || !isQuiet(group)) &&
      (view.show !== 'planned' || group.planned.length > 0) &&
      words.every((word) => textOf(group, known).includes(word)),
  );
  if (view.sort === 'most') return shown.sort((a, b) => issuesOf(b) - issuesOf(a));
  if (view.sort === 'due')
    return shown.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0));
  return shown;
}

function issuesOf({ planned }: KeyResultGroup): number {
  return planned.reduce((sum, { issueIds }) => sum + issueIds.length, 0);
}

function dueOf({ of }: KeyResultGroup): string {
  return of.keyResult.definition.dueOn;
}

function textOf({ of, planned }: KeyResultGroup, known: ReadonlyMap<IssueId, Known>): string {
  const { keyResult, objective } = of;
  const issues = planned
    .flatMap(({ initiative, issueIds }) => [initiative.issueId, ...issueIds])
    .map((id) => known.get(id));
  return [
    keyResult.key,
    keyResult.title,
    objective.key,
    objective.title,
    objective.team.name,
    ...issues.flatMap((issue) => (issue ? [issue.key, issue.summary] : [])),
  ]
    .join(' ')
    .toLowerCase();
}
