import { useQuery } from '@tanstack/react-query';
import type { LearningRow } from '../../../../../src/domain/learning';
import type { IssueId } from '../../../../../src/domain/ids';
import type { LearntWork } from '../../../../../src/domain/learnt-work';
import { readKinds } from '../../rpc/jira';

/** Types and labels change rarely. */
const fresh = 10 * 60_000;

type Work = LearntWork & { issueId: IssueId };

/** The work with its type and labels as the viewer sees them; null until Jira answered, or where it did not. */
export function useKinds(work: readonly Work[]): LearningRow[] | null {
  const ids = [...new Set(work.map(({ issueId }) => issueId))];
  const { data } = useQuery({
    queryKey: ['jira', 'kinds', ids],
    queryFn: () => readKinds(ids),
    staleTime: fresh,
    enabled: ids.length > 0,
  });
  if (data === undefined) return null;
  const kinds = new Map(data.map((kind) => [kind.id, kind]));
  return work.map((one) => {
    const kind = kinds.get(one.issueId);
    return { ...one, issueType: kind?.type ?? null, labels: kind?.labels ?? [] };
  });
}
