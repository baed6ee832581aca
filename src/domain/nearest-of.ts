import type { IssueId } from './ids';

/** The nearest of an issue and its ancestors (nearest first) for which something holds; null: for none of them. */
export function nearestOf(
  issueId: IssueId,
  ancestorIds: readonly IssueId[],
  holds: (id: IssueId) => boolean,
): IssueId | null {
  return [issueId, ...ancestorIds].find(holds) ?? null;
}
