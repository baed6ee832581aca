import type { JiraAnswer } from '../../atlassian/jira-request';
import type { IssueId } from '../../domain/ids';
import type { Upkeep } from '../work/keep-issues';

/** Parents named in one search. */
const parentsASearch = 500;
/** Epic, story and sub-task, and the levels that Jira plans put above. */
const levels = 6;
/** Issues looked at for one function, at most: Jira's points are shared by all sites of the app. */
const mostIssues = 5000;

/** Issues whose children serve through one of these, ascending; `too-many`: more than are looked at. */
export type Branches = IssueId[] | 'too-many';

/**
 * Which issues beneath these ones can have children: those are to be named, since JQL looks one level down only. Issues with
 * key results of their own are left out with all beneath them (design §3.6), unless `beneath` asks for `all`. Two searches for
 * epics with stories. `narrow`: only those that have children now, for a further search.
 */
export async function findBranches(
  { jira }: Pick<Upkeep, 'jira'>,
  roots: readonly IssueId[],
  narrow: boolean,
  beneath: 'unserved' | 'all' = 'unserved',
): Promise<JiraAnswer<Branches>> {
  const only = beneath === 'all' ? '' : 'AND waymark.keyResults is EMPTY ';
  const found = new Set<IssueId>();
  let above = [...roots];
  for (let level = 0; level < levels && above.length > 0; level += 1) {
    const below: IssueId[] = [];
    for (const parents of chunksOf(above)) {
      const jql = (ids: readonly IssueId[]) =>
        `parent in (${ids.join(', ')}) ${only}AND issuetype not in subTaskIssueTypes()`;
      const children = await existing(jira, parents, (ids) => jira.findIssueIds(jql(ids), mostIssues));
      if (!children.ok) return children;
      if (children.value === 'too-many') return { ok: true, value: 'too-many' };
      below.push(...children.value);
    }
    above = below.filter((id) => !found.has(id));
    for (const id of above) found.add(id);
    if (found.size > mostIssues) return { ok: true, value: 'too-many' };
  }
  const branches = [...found].sort(byNumber);
  return narrow ? withChildren(jira, branches) : { ok: true, value: branches };
}

async function withChildren(
  jira: Upkeep['jira'],
  branches: readonly IssueId[],
): Promise<JiraAnswer<Branches>> {
  const parents: IssueId[] = [];
  for (const chunk of chunksOf(branches)) {
    const jql = (ids: readonly IssueId[]) => `parent in (${ids.join(', ')}) AND waymark.keyResults is EMPTY`;
    const found = await existing(jira, chunk, (ids) => jira.findParentIds(jql(ids), mostIssues));
    if (!found.ok) return found;
    if (found.value === 'too-many') return { ok: true, value: 'too-many' };
    parents.push(...found.value);
  }
  return { ok: true, value: parents.sort(byNumber) };
}

/** Jira refuses a search that names an issue it cannot find, so then it is asked which are there, and once more. */
async function existing(
  jira: Upkeep['jira'],
  ids: readonly IssueId[],
  search: (ids: readonly IssueId[]) => Promise<JiraAnswer<IssueId[] | 'refused' | 'too-many'>>,
): Promise<JiraAnswer<Branches>> {
  const first = await search(ids);
  if (!first.ok) return first;
  if (first.value !== 'refused') return { ok: true, value: first.value };
  const there = await jira.readIssues('app', ids);
  if (!there.ok) return there;
  if (there.value.length === 0) return { ok: true, value: [] };
  const again = await search(there.value.map(({ issueId }) => issueId));
  if (!again.ok) return again;
  return { ok: true, value: again.value === 'refused' ? [] : again.value };
}

function chunksOf(ids: readonly IssueId[]): IssueId[][] {
  const chunks: IssueId[][] = [];
  for (let at = 0; at < ids.length; at += parentsASearch) chunks.push(ids.slice(at, at + parentsASearch));
  return chunks;
}

/** Issue ids as numbers: the same issues always make the same JQL. */
export function byNumber(left: IssueId, right: IssueId): number {
  return Number(left) - Number(right);
}
