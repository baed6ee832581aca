import type { QueryClient } from '@tanstack/react-query';
import type { IssueId } from '../../../../../src/domain/ids';
import type { Issue } from '../../rpc/jira-shapes';
import { issueQuery } from '../../rpc/use-jira';

/** Above so many levels of parents nothing is looked for. */
const mostLevels = 10;

/**
 * Everything above these issues, level by level, as the viewer: one call per 100 and level. What was read before is not read
 * again; what the viewer may not see is left out. Throws JiraError.
 */
export async function readAbove(client: QueryClient, issues: readonly Issue[]): Promise<Issue[]> {
  const known = new Set(issues.map(({ id }) => id));
  const above: Issue[] = [];
  let wanted = parentsOf(issues, known);
  for (let level = 0; level < mostLevels && wanted.length > 0; level += 1) {
    const read = await Promise.all(
      wanted.map((id) => client.query({ ...issueQuery(id), staleTime: Infinity })),
    );
    const found = read.filter((issue) => issue !== null);
    above.push(...found);
    for (const id of wanted) known.add(id);
    wanted = parentsOf(found, known);
  }
  return above;
}

function parentsOf(issues: readonly Issue[], known: ReadonlySet<IssueId>): IssueId[] {
  const parents = issues.flatMap(({ parent }) => (parent === null ? [] : parent.id));
  return [...new Set(parents)].filter((id) => !known.has(id));
}
