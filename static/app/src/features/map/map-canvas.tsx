import '@xyflow/react/dist/base.css';
import Button from '@atlaskit/button/new';
import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Edge,
  type EdgeTypes,
  type NodeTypes,
} from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { map as texts } from '../../messages/en/map';
import { useWords } from '../../messages/use-words';
import { MapEdge } from './map-edge';
import type { MapModel } from './map-model';
import { MapNode, type MapFlowNode } from './map-node';
import styles from './map.module.css';
import { node, treeLayout } from './tree-layout';
import { rowId, type Tree } from './use-tree';
import type { Drawn } from './visible-tree';

type Props = { lines: readonly Drawn[]; model: MapModel; tree: Tree };

// React Flow makes everything anew when these change.
const nodeTypes: NodeTypes = { map: MapNode };
const edgeTypes: EdgeTypes = { map: MapEdge };
const options = { hideAttribution: true };
/** React Flow lets the mouse through nodes that it neither moves nor selects; the links and buttons of a card want it. */
const reachable = { pointerEvents: 'all' } as const;
const zoom = { least: 0.1, most: 1.5 };
/** The height of the picture, as `.canvas` says, and where it begins. */
const height = 640;
const begins = { x: 24, zoom: 0.9 };

/** The picture of the map: nodes by what they serve, from left to right. A tree to keyboards and screen readers, too. */
export function MapCanvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ lines, model, tree }: Props) {
  const { t } = useWords();
  const { active, goTo, toggle, showMore, onKeyDown } = tree;
  const acts = useLatest({ goTo, toggle, showMore });
  const spots = useMemo(() => treeLayout(lines), [lines]);
  const nodes = useMemo(
    () => lines.map((line) => nodeOf(line, model, acts, line.id === active, spots.get(line.id))),
    [lines, model, acts, active, spots],
  );
  const edges = useMemo(
    () => lines.flatMap((line) => [...edgeOf(line, model), ...circleEdge(line, spots)]),
    [lines, model, spots],
  );
  return (
    <div className={styles.canvas} onKeyDown={onKeyDown}>
      <div
        role="tree"
        aria-label={t(texts.tree)}
        aria-description={t(texts.treeHint)}
        aria-owns={lines.map(({ id }) => rowId(id)).join(' ')}
      />
      <ReactFlow<MapFlowNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        proOptions={options}
        minZoom={zoom.least}
        maxZoom={zoom.most}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        panOnScroll
        zoomOnDoubleClick={false}
      />
      <Sight lines={lines} active={active} spots={spots} />
    </div>
  );
}

/** Functions that stay the same while what they do changes: a node is drawn anew only when its own part did. */
function useLatest<T extends MapFlowNode['data']['tree']>(acts: T): MapFlowNode['data']['tree'] {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      goTo: (id) => latest.current.goTo(id),
      toggle: (objective, isOpen) => latest.current.toggle(objective, isOpen),
      showMore: (number) => latest.current.showMore(number),
    }),
    [],
  );
}

function nodeOf(
  line: Drawn,
  model: MapModel,
  tree: MapFlowNode['data']['tree'],
  isActive: boolean,
  position = { x: 0, y: 0 },
): MapFlowNode {
  const height = line.kind === 'more' ? node.more : node.height;
  return {
    id: line.id,
    type: 'map',
    position: { x: position.x, y: position.y + (node.height - height) / 2 },
    width: node.width,
    height,
    style: reachable,
    data: { line, model, tree, isActive },
    // The card itself is the item of the tree; what React Flow wraps around it says nothing.
    domAttributes: { 'aria-roledescription': undefined, 'aria-describedby': undefined },
  };
}

function edgeOf(line: Drawn, { faults }: MapModel): Edge[] {
  if (line.parent === null) return [];
  const found = line.kind === 'objective' ? (faults.get(line.objective.id) ?? []) : [];
  const isWrong = found.includes('circle') || found.includes('copy');
  return [
    {
      id: `to-${line.id}`,
      type: 'map',
      source: line.parent,
      target: line.id,
      data: { isWrong },
      domAttributes: { 'aria-hidden': true },
    },
  ];
}

/** What closes a circle: its first objective stands at the top, and serves one that is drawn beneath it. */
function circleEdge(line: Drawn, spots: ReadonlyMap<string, unknown>): Edge[] {
  if (line.kind === 'more' || line.parent !== null || !('id' in line.objective.serves)) return [];
  const { id: source } = line.objective.serves;
  if (!spots.has(source)) return [];
  const domAttributes = { 'aria-hidden': true };
  return [
    { id: `back-${line.id}`, type: 'map', source, target: line.id, data: { isWrong: true }, domAttributes },
  ];
}

type SightProps = {
  lines: readonly Drawn[];
  active: string | null;
  spots: ReadonlyMap<string, { x: number; y: number }>;
};

/** What of the picture is in sight: the beginning at first, then where the keyboard goes; and the buttons that change it. */
function Sight({ lines, active, spots }: SightProps) {
  const { t } = useWords();
  const flow = useReactFlow();
  const first = lines[0]?.id;
  const startsAt = first === undefined ? 0 : (spots.get(first)?.y ?? 0);
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (seen.current === first) return;
    seen.current = first;
    // The first one in the middle, unless it stands near the top anyway.
    const y = height / 2 - (startsAt + node.height / 2) * begins.zoom;
    void flow.setViewport({ x: begins.x, y: Math.min(begins.x, y), zoom: begins.zoom });
  }, [flow, first, startsAt]);
  const spot = active === null ? undefined : spots.get(active);
  const x = spot?.x;
  const y = spot?.y;
  useEffect(() => {
    const item = active === null ? null : document.getElementById(rowId(active));
    if (x === undefined || y === undefined || document.activeElement !== item) return;
    void flow.setCenter(x + node.width / 2, y + node.height / 2, { zoom: flow.getZoom() });
  }, [flow, active, x, y]);
  return (
    <div className={styles.controls}>
      <Button spacing="compact" onClick={() => void flow.zoomIn()}>
        {t(texts.zoomIn)}
      </Button>
      <Button spacing="compact" onClick={() => void flow.zoomOut()}>
        {t(texts.zoomOut)}
      </Button>
      <Button spacing="compact" onClick={() => void flow.fitView({ padding: 0.05 })}>
        {t(texts.fitAll)}
      </Button>
    </div>
  );
}
