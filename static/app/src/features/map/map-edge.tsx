import { BaseEdge, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';

type MapFlowEdge = Edge<{ isWrong: boolean }, 'map'>;

const plain = { stroke: 'var(--ds-border-bold, #7d818a)' };
const wrong = { stroke: 'var(--ds-border-danger, #e2483d)', strokeWidth: 2 };

/** From what is served to what serves it; red where that is a copy or a circle. */
export const MapEdge = memo(function MapEdge({
  sourceX,
  sourceY,
  sourcePosition,
  targetX,
  targetY,
  targetPosition,
  data,
}: EdgeProps<MapFlowEdge>) {
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX,
    targetY,
    targetPosition,
    borderRadius: 8,
  });
  return <BaseEdge path={path} interactionWidth={0} style={data?.isWrong === true ? wrong : plain} />;
});
