import type { IssueId } from '../../../../../src/domain/ids';
import type { InitiativeRow } from '../portable/world';

type Known = { id: IssueId; key: string; summary: string };

/**
 * Which issue of this Jira an initiative of a file means; null: none this person sees. Ids and keys mean other issues in another
 * Jira, so that two of id, key and title must fit. `issues`: by id and by key.
 */
export function issueHere(
  { issueId, issueKey, issueTitle }: Pick<InitiativeRow, 'issueId' | 'issueKey' | 'issueTitle'>,
  issues: ReadonlyMap<string, Known>,
): IssueId | null {
  const byId = issues.get(issueId);
  if (byId && (byId.key === issueKey || byId.summary === issueTitle)) return byId.id;
  const byKey = issueKey === '' ? undefined : issues.get(issueKey);
  return byKey && issueTitle !== '' && byKey.summary === issueTitle ? byKey.id : null;
}
