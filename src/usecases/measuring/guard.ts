/**
 * The law where a key result is measured from Jira (design §1): its search may not select issues attached to it, nor what is
 * beneath them. What is counted leaves them out as well, so that none of them is ever in a number, whatever happens
 * between the question and the count.
 */
import type { JiraAnswer } from '../../atlassian/jira-request';
import type { IssueId } from '../../domain/ids';
import type { Dependencies } from '../dependencies';
import { byNumber, findBranches } from '../jql/find-branches';
import { mostValues } from '../jql/fragment';

type Asks = Pick<Dependencies, 'jira'>;

/** JQL that selects issues with all beneath them, and JQL that selects all others. */
type Fence = { inside: string; outside: string };

/** Whether a search may measure: it selects none of the issues, or some, or there are too many to tell. */
export type Guarded = 'clear' | 'conflict' | 'too-many';

/** null: there is nothing to keep out. */
async function fenceOf(
  deps: Asks,
  issueIds: readonly IssueId[],
): Promise<JiraAnswer<Fence | null | 'too-many'>> {
  // Jira refuses a search that names an issue it cannot find; one that the app may not see is in none of its counts.
  const found = await deps.jira.readIssues('app', issueIds);
  if (!found.ok) return found;
  const roots = found.value.map(({ issueId }) => issueId).sort(byNumber);
  if (roots.length === 0) return { ok: true, value: null };
  const branches = await findBranches(deps, roots, false, 'all');
  if (!branches.ok) return branches;
  if (branches.value === 'too-many') return { ok: true, value: 'too-many' };
  const parents = [...new Set([...roots, ...branches.value])].sort(byNumber);
  if (roots.length + parents.length > mostValues) return { ok: true, value: 'too-many' };
  const [own, above] = [roots.join(', '), parents.join(', ')];
  return {
    ok: true,
    value: {
      inside: `(issue in (${own}) OR parent in (${above}))`,
      outside: `(issue not in (${own}) AND (parent is EMPTY OR parent not in (${above})))`,
    },
  };
}

/** Whether the search selects any of these issues or of those beneath them. One Jira does not run selects nothing. */
export async function guardSearch(
  deps: Asks,
  jql: string,
  issueIds: readonly IssueId[],
): Promise<JiraAnswer<Guarded>> {
  if (issueIds.length === 0) return { ok: true, value: 'clear' };
  const fence = await fenceOf(deps, issueIds);
  if (!fence.ok) return fence;
  if (fence.value === 'too-many') return { ok: true, value: 'too-many' };
  return fence.value === null ? { ok: true, value: 'clear' } : selects(deps, jql, fence.value);
}

async function selects({ jira }: Asks, jql: string, { inside }: Fence): Promise<JiraAnswer<Guarded>> {
  const found = await jira.countIssues('app', `(${jql}) AND ${inside}`);
  if (!found.ok) return found;
  const some = 'count' in found.value && found.value.count > 0;
  return { ok: true, value: some ? 'conflict' : 'clear' };
}

/** The number of issues the search finds, as the app sees Jira, or why there is none. */
export async function countGuarded(
  deps: Asks,
  jql: string,
  issueIds: readonly IssueId[],
): Promise<JiraAnswer<{ count: number } | { none: 'conflict' | 'too-many' | 'refused' }>> {
  const fence = issueIds.length === 0 ? { ok: true as const, value: null } : await fenceOf(deps, issueIds);
  if (!fence.ok) return fence;
  if (fence.value === 'too-many') return { ok: true, value: { none: 'too-many' } };
  if (fence.value !== null) {
    const guarded = await selects(deps, jql, fence.value);
    if (!guarded.ok) return guarded;
    if (guarded.value !== 'clear') return { ok: true, value: { none: guarded.value } };
  }
  const outside = fence.value === null ? '' : ` AND ${fence.value.outside}`;
  const counted = await deps.jira.countIssues('app', `(${jql})${outside}`);
  if (!counted.ok) return counted;
  return { ok: true, value: 'count' in counted.value ? counted.value : { none: 'refused' } };
}
