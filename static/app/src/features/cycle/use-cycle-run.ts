import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { call } from '../../rpc/call';
import { callKey } from '../../rpc/use-call';

/** One cycle to make: its ids stay the same however often it is tried. */
export type CycleStep = Input<'cycle.create'>;
export type CycleRun =
  | { state: 'idle' }
  | { state: 'running'; done: number; total: number; name: string }
  /** `message`: why it stopped; '' when a person stopped it. */
  | { state: 'stopped'; left: CycleStep[]; message: string }
  | { state: 'done'; made: number };

/** Makes cycles one after the other; each is saved on its own, so that a run that stops can go on. */
export function useCycleRun() {
  const { t } = useWords();
  const client = useQueryClient();
  const [run, setRun] = useState<CycleRun>({ state: 'idle' });
  const stop = useRef(false);
  // Whoever leaves the page stops after the cycle under way; planning the same year again goes on from there.
  useEffect(
    () => () => {
      stop.current = true;
    },
    [],
  );

  const stopped = () => stop.current;

  async function start(steps: readonly CycleStep[]) {
    stop.current = false;
    for (const [at, step] of steps.entries()) {
      if (stopped()) return end({ state: 'stopped', left: steps.slice(at), message: '' });
      setRun({ state: 'running', done: at, total: steps.length, name: step.cycle.name });
      const answer = await call('cycle.create', step).catch(() => null);
      if (!answer?.ok) {
        const message = answer?.refusal.message ?? t(base.callFailed);
        return end({ state: 'stopped', left: steps.slice(at), message });
      }
    }
    return end({ state: 'done', made: steps.length });
  }

  async function end(now: CycleRun) {
    setRun(now);
    await client.invalidateQueries({ queryKey: [callKey] });
  }

  return { run, start, stop: () => (stop.current = true) };
}
