import { hierarchy, tree } from 'd3-hierarchy';
import type { Drawn } from './visible-tree';

/** The size of a node and the room around it, in pixels. */
export const node = { width: 264, height: 112, more: 40 };
const gap = { across: 56, down: 16 };

type Spot = { id: string; x: number; y: number };

/** Where each stands: the top at the left, what serves it to its right, the first at the top. `lines`: each parent before what serves it. */
export function treeLayout(lines: readonly Drawn[]): Map<string, { x: number; y: number }> {
  const beneath = new Map<string | null, Drawn[]>();
  for (const line of lines) {
    const own = beneath.get(line.parent);
    if (own) own.push(line);
    else beneath.set(line.parent, [line]);
  }
  // A top above the top, never drawn: several trees stand in one picture.
  const root = hierarchy<{ id: string | null }>({ id: null }, ({ id }) => beneath.get(id) ?? []);
  const placed = tree<{ id: string | null }>()
    .nodeSize([node.height + gap.down, node.width + gap.across])
    .separation(() => 1)(root);
  const spots = placed
    .descendants()
    .flatMap(({ data, x, y, depth }): Spot[] =>
      data.id === null || depth === 0 ? [] : [{ id: data.id, x: y - (node.width + gap.across), y: x }],
    );
  const top = Math.min(0, ...spots.map(({ y }) => y));
  return new Map(spots.map(({ id, x, y }) => [id, { x, y: y - top }]));
}
