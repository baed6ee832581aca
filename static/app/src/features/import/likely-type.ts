import type { IssueType } from '../../rpc/jira-create';

/** The type an initiative most likely is: an epic, else the first there is. */
export function likelyType(types: readonly IssueType[]): IssueType | undefined {
  return types.find(({ level }) => level === 1) ?? types[0];
}
