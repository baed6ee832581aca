import type { CyclePhase } from '../../contract/readings';

/** Whether teams check in in a cycle: it runs, or is being scored. Source: design §3.12. */
export function runs(phase: CyclePhase): boolean {
  return phase === 'active' || phase === 'scoring';
}
