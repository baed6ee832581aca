import type { JiraAnswer } from '../../atlassian/jira-request';
import type { SiteReading } from '../../contract/readings';
import type { IssueId } from '../../domain/ids';
import type { Upkeep } from '../work/keep-issues';
import { byNumber, findBranches, type Branches } from './find-branches';
import { mostValues, valuesOf, type Selection } from './fragment';
import { notFound, tooMany, type Asked, type Sentence } from './functions';
import { impactIssues } from './impact-issues';

/** Key results whose verdicts are computed for one function, at most. */
const mostKeyResults = 1000;

/** What a selection named when it was last made. */
export type Before = Pick<Selection, 'parents' | 'branches'>;

/**
 * The issues that a function asks for, or the sentence that says why there are none to name. With `before`, Jira is asked
 * only about what was attached since; null: about all of it. A key result, an objective or a cycle costs one or two
 * statements, an impact one more for each 100 key results.
 */
export async function selectIssues(
  deps: Upkeep,
  asked: Asked,
  keys: SiteReading['keyPrefix'],
  before: Before | null,
): Promise<JiraAnswer<Selection | Sentence>> {
  const tooLong = { ok: true as const, value: tooMany(asked, keys) };
  if (asked.kind === 'impact') {
    const { found, ids } = await deps.jql.judgeable(asked.of, mostKeyResults + 1);
    if (!found && asked.of.by !== 'any') return { ok: true, value: notFound(asked.of, keys) };
    if (ids.length > mostKeyResults) return tooLong;
    const attached = await impactIssues(deps, ids, asked.verdict);
    const selection = { attached, parents: [], branches: [] };
    return valuesOf(selection) > mostValues ? tooLong : { ok: true, value: selection };
  }

  const { served } = asked;
  const { found, issues } = await deps.jql.attached(served, 2 * mostValues);
  if (!found && served.by !== 'any') return { ok: true, value: notFound(served, keys) };
  const ids = issues.map(({ issueId }) => issueId).sort(byNumber);
  const attached = served.by === 'any' ? null : ids;
  const all = { attached, parents: ids, branches: [] };
  const withChildren = issues.filter((issue) => issue.mayHaveChildren).map(({ issueId }) => issueId);
  const parents = valuesOf(all) <= mostValues ? ids : withChildren.sort(byNumber);
  const room = mostValues - valuesOf({ attached, parents, branches: [] });
  if (room < 0) return tooLong;
  const branches = await branchesOf(deps, parents, before, room);
  if (!branches.ok) return branches;
  if (branches.value === 'too-many') return tooLong;
  return { ok: true, value: { attached, parents, branches: branches.value } };
}

/** At most `room` of them; where there are more, only those that have children at this moment. */
async function branchesOf(
  deps: Upkeep,
  parents: readonly IssueId[],
  before: Before | null,
  room: number,
): Promise<JiraAnswer<Branches>> {
  const wide = await (before ? branchesSince(deps, parents, before) : findBranches(deps, parents, false));
  if (!wide.ok || (wide.value !== 'too-many' && wide.value.length <= room)) return wide;
  const narrow = await findBranches(deps, parents, true);
  if (!narrow.ok) return narrow;
  return narrow.value !== 'too-many' && narrow.value.length <= room
    ? narrow
    : { ok: true, value: 'too-many' };
}

async function branchesSince(
  deps: Upkeep,
  parents: readonly IssueId[],
  before: Before,
): Promise<JiraAnswer<Branches>> {
  const now = new Set(parents);
  const then = new Set(before.parents);
  // What lay beneath one that is gone cannot be told from the rest.
  if (before.parents.some((id) => !now.has(id))) return findBranches(deps, parents, false);
  const added = await findBranches(
    deps,
    parents.filter((id) => !then.has(id)),
    false,
  );
  if (!added.ok || added.value === 'too-many') return added;
  const attachedSince = await deps.jql.attachedAmong(before.branches);
  const kept = before.branches.filter((id) => !attachedSince.has(id));
  return { ok: true, value: [...new Set([...kept, ...added.value])].sort(byNumber) };
}
