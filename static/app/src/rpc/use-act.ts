import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallName, Input, Output } from '../../../../src/contract/calls';
import type { Refusal, Result } from '../../../../src/contract/result';
import { actIdKeeper, type ActIds } from './act-ids';
import { call } from './call';
import { callKey } from './use-call';

export type Act<N extends CallName> = {
  /**
   * Does it. `build` receives the act's ids; calling again with the same content after a lost reply is a retry.
   * Answers null when no reply came; then `failed` is true. Every view of this window is read again after a success.
   */
  run: (build: (ids: ActIds) => Input<N>) => Promise<Result<Output<N>> | null>;
  /** Until views are read again: pressed before that, a button would do it a second time. */
  busy: boolean;
  /** The last answer was "no": show its message, at `field` when there is one. */
  refusal: Refusal | null;
  /** The last try got no answer. */
  failed: boolean;
  /** Forgets the last refusal or failure, as when the person corrects the form. */
  clear: () => void;
};

/** An act of the call table. */
export function useAct<N extends CallName>(name: N): Act<N> {
  const client = useQueryClient();
  const [keeper] = useState(actIdKeeper);
  const [running, setRunning] = useState(0);
  const mutation = useMutation({ mutationFn: (input: Input<N>) => call(name, input) });

  async function run(build: (ids: ActIds) => Input<N>): Promise<Result<Output<N>> | null> {
    setRunning((now) => now + 1);
    try {
      const answer = await mutation.mutateAsync(keeper.fill(build));
      keeper.settle();
      // Refused because somebody else saved first: what is on screen is old too.
      if (answer.ok || answer.refusal.code === 'changed') {
        await client.invalidateQueries({ queryKey: [callKey] });
      }
      return answer;
    } catch (error) {
      console.error(error);
      return null;
    } finally {
      setRunning((now) => now - 1);
    }
  }

  const refusal = mutation.data !== undefined && !mutation.data.ok ? mutation.data.refusal : null;
  return { run, busy: running > 0, refusal, failed: mutation.isError, clear: mutation.reset };
}
