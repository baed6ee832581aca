import { QueryClient } from '@tanstack/query-core';

/** The cache of one frame. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A refusal is a value; what is thrown is shown with "Try again", so that a person decides about retries.
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
