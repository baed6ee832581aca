import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tellReady } from '../../rpc/macro-frame';

/** Tells Confluence once that the macro stands as it will: its data and the names of people in it have come. */
export function useReadyEvent(settled: boolean): void {
  const client = useQueryClient();
  const fetching = useIsFetching();
  const told = useRef(false);
  useEffect(() => {
    // Asked here and not taken from the render: what this render shows has begun to fetch only now.
    if (!settled || told.current || client.isFetching() > 0) return;
    told.current = true;
    void tellReady();
  }, [settled, fetching, client]);
}
