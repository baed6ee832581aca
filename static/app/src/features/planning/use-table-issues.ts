import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { IssueId, ProjectId } from '../../../../../src/domain/ids';
import { countIssues, searchPage } from '../../rpc/jira';
import type { Issue } from '../../rpc/jira-shapes';
import { readAbove } from './read-above';

/** Pages read without asking: 200 issues, which is more than most sprints have. */
const atFirst = 2;

/** An issue or a parent of one, as far as it is known. */
export type Known = Pick<Issue, 'id' | 'key' | 'summary'>;

/** What is on the table, as the viewer reads it in Jira, page by page. */
export type TableIssues = {
  issues: readonly Issue[];
  byId: ReadonlyMap<IssueId, Issue>;
  /** Those and everything above them. */
  known: ReadonlyMap<IssueId, Known>;
  parentOf: ReadonlyMap<IssueId, IssueId | null>;
  /** Of what stands above the issues. */
  projectIds: readonly ProjectId[];
  /** `failed`: nothing was read. */
  state: 'loading' | 'ready' | 'failed';
  /** What stands above the issues is read as well; until then nobody can say what serves nothing. */
  above: 'loading' | 'ready' | 'failed';
  hasMore: boolean;
  isLoadingMore: boolean;
  /** The last page asked for did not come. */
  moreFailed: boolean;
  /** About how many issues there are; null: all are here, or Jira did not say. */
  about: number | null;
  loadMore: (pages: number) => void;
  stop: () => void;
  retry: () => void;
};

/** Reads the issues that match a JQL: two calls for 200 of them, and one for the parents. */
export function useTableIssues(jql: string): TableIssues {
  const client = useQueryClient();
  const [goal, setGoal] = useState(atFirst);
  const first: string | null = null;
  const query = useInfiniteQuery({
    queryKey: ['planning', 'issues', jql],
    queryFn: ({ pageParam }: { pageParam: string | null }) => searchPage(jql, pageParam),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const { fetchNextPage, hasNextPage, isFetching, isError } = query;
  const pages = query.data?.pages ?? [];
  const goesOn = pages.length > 0 && pages.length < goal && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  const byId = useMemo(
    () => new Map((query.data?.pages ?? []).flatMap((page) => page.issues.map((one) => [one.id, one]))),
    [query.data],
  );
  const issues = useMemo(() => [...byId.values()], [byId]);
  const isSettled = pages.length > 0 && !isFetching && !goesOn;
  const above = useQuery({
    queryKey: ['planning', 'above', jql, issues.length],
    queryFn: () => readAbove(client, issues),
    enabled: isSettled,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const count = useQuery({
    queryKey: ['planning', 'count', jql],
    queryFn: () => countIssues(jql),
    enabled: isSettled && hasNextPage,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

  const connected = useMemo(() => connect(issues, above.data ?? []), [issues, above.data]);

  return {
    issues,
    byId,
    ...connected,
    state: pages.length > 0 ? 'ready' : isError ? 'failed' : 'loading',
    above: above.isError
      ? 'failed'
      : above.data === undefined || above.isPlaceholderData
        ? 'loading'
        : 'ready',
    hasMore: hasNextPage,
    isLoadingMore: pages.length > 0 && (isFetching || goesOn),
    moreFailed: pages.length > 0 && isError,
    about: hasNextPage ? (count.data ?? null) : null,
    loadMore: (more) => {
      setGoal(pages.length + more);
      if (isError) void fetchNextPage();
    },
    stop: () => setGoal(pages.length),
    retry: () =>
      void (pages.length === 0 ? query.refetch() : above.isError ? above.refetch() : fetchNextPage()),
  };
}

/** Titles and parents: a parent Jira told of beside its child is known without being read. */
function connect(issues: readonly Issue[], above: readonly Issue[]) {
  const known = new Map<IssueId, Known>();
  const parentOf = new Map<IssueId, IssueId | null>();
  for (const { parent } of [...issues, ...above]) {
    if (parent !== null) known.set(parent.id, parent);
  }
  for (const issue of [...issues, ...above]) {
    known.set(issue.id, issue);
    parentOf.set(issue.id, issue.parent?.id ?? null);
  }
  return { known, parentOf, projectIds: above.flatMap(({ projectId }) => projectId ?? []) };
}
