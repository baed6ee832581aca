import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { MapReading } from '../../../../../src/contract/alignment-calls';
import type { CycleId } from '../../../../../src/domain/ids';
import { call } from '../../rpc/call';
import { callKey } from '../../rpc/call-query';
import type { Reading } from '../../rpc/use-call';

/** What has come of the map: pages in order, and how much is still to come. */
export type MapSoFar = { first: MapReading; pages: readonly MapReading[]; read: number; all: number };

/**
 * Reads the map page after page: the first one stands on the screen while the others come (docs/decisions/0023). One that is refused or
 * fails after the first leaves what came, and `retry` goes on from there.
 */
export function useMap(cycleId: CycleId | null): Reading<MapSoFar> & { isStuck: boolean; goOn: () => void } {
  const query = useInfiniteQuery({
    queryKey: [callKey, 'map.read', cycleId, 'pages'],
    initialPageParam: null as MapReading['next'],
    queryFn: ({ pageParam }) => call('map.read', { cycleId, after: pageParam }),
    getNextPageParam: (last) => (last.ok ? last.value.next : null),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage, data } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const soFar = useMemo(() => soFarOf(data?.pages ?? []), [data]);
  const goOn = (): void => void fetchNextPage();
  const refused = data?.pages.find((page) => !page.ok);
  if (soFar) {
    const isStuck = isError || refused !== undefined;
    return { state: 'ready', value: soFar, refreshing: isFetching, isStuck, goOn };
  }
  const rest = { isStuck: false, goOn };
  if (refused) {
    return refused.refusal.code === 'setting-up'
      ? { state: 'setting-up', howFar: refused.refusal.message, ...rest }
      : { state: 'refused', refusal: refused.refusal, ...rest };
  }
  if (isError) return { state: 'failed', retry: () => void query.refetch(), ...rest };
  return { state: 'loading', ...rest };
}

function soFarOf(answers: readonly Awaited<ReturnType<typeof call<'map.read'>>>[]): MapSoFar | null {
  const pages = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const [first] = pages;
  const last = pages.at(-1);
  if (!first || !last) return null;
  const read = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  return { first, pages, read, all: read + last.left };
}
