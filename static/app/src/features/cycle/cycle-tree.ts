import type { CycleReading } from '../../../../../src/contract/readings';

/** A cycle with those that lie within it, the latest first as they come. */
export type CycleNode = { cycle: CycleReading; within: CycleNode[] };

/** Cycles as a tree; one whose longer cycle is not among them stands at the top. */
export function cycleTree(cycles: readonly CycleReading[]): CycleNode[] {
  const nodes = new Map(cycles.map((cycle) => [cycle.id, { cycle, within: [] as CycleNode[] }]));
  const top: CycleNode[] = [];
  for (const node of nodes.values()) {
    const above = node.cycle.parentId === null ? undefined : nodes.get(node.cycle.parentId);
    (above?.within ?? top).push(node);
  }
  return top;
}
