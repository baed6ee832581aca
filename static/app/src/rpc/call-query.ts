import type { CallName, Input } from '../../../../src/contract/calls';
import { call } from './call';

/** The first part of the key of every call's cached answer. */
export const callKey = 'call';

/** How a view's answer is asked for and kept: the same whether the surface asks or `boot` did before it was loaded. */
export const callQuery = <N extends CallName>(name: N, input: Input<N>) => ({
  queryKey: [callKey, name, input],
  queryFn: () => call(name, input),
});
