import type { IssueId } from '../../../../../src/domain/ids';
import { readFamily, readIssues } from '../../rpc/jira';
import type { Issue } from '../../rpc/jira-shapes';

/** An issue as its panel needs it: itself, its children, and its parents, nearest first. */
export type PanelIssue = { self: Issue | null; children: Issue[]; ancestors: { id: IssueId; key: string }[] };

/** Jira's hierarchy level of a sub-task: the only kind whose parent may hang under something attached too. */
const subTask = -1;

/** Reads what the panel needs in one call, as the viewer; a sub-task needs one more for its parent's parent. */
export async function readPanelIssue(issueId: IssueId): Promise<PanelIssue> {
  const { self, children } = await readFamily(issueId);
  const parent = self?.parent ?? null;
  if (parent === null) return { self, children, ancestors: [] };
  const nearest = { id: parent.id, key: parent.key };
  if (self?.level !== subTask) return { self, children, ancestors: [nearest] };
  const [story] = await readIssues([parent.id]);
  const epic = story?.parent;
  return { self, children, ancestors: epic ? [nearest, { id: epic.id, key: epic.key }] : [nearest] };
}
