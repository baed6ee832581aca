/** What an objective serves (design §3.11). How a whole map of them hangs together is `alignment.ts`'s to say. */
import type { CycleId, KeyResultId, ObjectiveId } from './ids';

/** One thing above it, nothing and why, or nobody said. */
export type Serves =
  | { kind: 'objective'; id: ObjectiveId }
  | { kind: 'key-result'; id: KeyResultId }
  | { kind: 'none'; why: string }
  | { kind: 'unsaid' };

/** The cycle and those it lies in, the nearest first: what its objectives may serve lies in one of them. */
export function enclosingCycles(
  id: CycleId,
  cycles: readonly { id: CycleId; parentId: CycleId | null }[],
): CycleId[] {
  const parents = new Map(cycles.map((cycle) => [cycle.id, cycle.parentId]));
  const found: CycleId[] = [];
  for (let at: CycleId | null = id; at !== null && !found.includes(at); at = parents.get(at) ?? null) {
    found.push(at);
  }
  return found;
}
