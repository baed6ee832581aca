import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallName, Input, Output } from '../../../../src/contract/calls';
import type { Refusal } from '../../../../src/contract/result';
import { call } from './call';
import { callKey } from './call-query';

export { callKey } from './call-query';

/** How a view's data stands. A refusal is an answer; `failed` is the lack of one. */
export type Reading<T> =
  | { state: 'loading' }
  | { state: 'setting-up'; howFar: string }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; value: T; refreshing: boolean };

/** How often a site that is being set up is asked again, in milliseconds. */
const settingUpEvery = 4_000;

/**
 * Reads a view. `input` null waits (something needed first is not known yet). Asks again by itself while the site is
 * being set up, when the window gets the focus, and after any act of this window. `keep`: while another input is read,
 * what the last one gave stays. `every`: while the window is seen it is read again so often, in milliseconds.
 */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N> | null,
  { keep = false, every }: { keep?: boolean; every?: number } = {},
): Reading<Output<N>> {
  const query = useQuery({
    queryKey: [callKey, name, input],
    queryFn: () => {
      if (input === null) throw new Error(`${name} was asked for without input`);
      return call(name, input);
    },
    enabled: input !== null,
    ...(keep && { placeholderData: keepPreviousData }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && !state.data.ok && state.data.refusal.code === 'setting-up'
        ? settingUpEvery
        : (every ?? false),
  });
  const answer = query.data;
  if (answer === undefined) {
    if (query.isError) return { state: 'failed', retry: () => void query.refetch() };
    return { state: 'loading' };
  }
  if (answer.ok) return { state: 'ready', value: answer.value, refreshing: query.isFetching };
  if (answer.refusal.code === 'setting-up') {
    return { state: 'setting-up', howFar: answer.refusal.message };
  }
  return { state: 'refused', refusal: answer.refusal };
}
