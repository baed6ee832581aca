import Lozenge from '@atlaskit/lozenge';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { toneOf } from '../../../../../src/domain/confidence';
import marks from '../../components/marks.module.css';
import { PageLink } from '../../components/page-link';
import { sayOutcome } from '../../components/signals-line';
import { map as texts } from '../../messages/en/map';
import { useWords } from '../../messages/use-words';
import { objectivePath } from '../../rpc/objective-path';
import type { MapModel, MapObjective } from './map-model';
import styles from './map.module.css';
import { faultsOf, sayNode, sayServes } from './say-node';
import { rowId, type Tree } from './use-tree';
import type { Drawn } from './visible-tree';

export type MapNodeData = {
  line: Drawn;
  model: MapModel;
  tree: Pick<Tree, 'goTo' | 'toggle' | 'showMore'>;
  isActive: boolean;
};
export type MapFlowNode = Node<MapNodeData, 'map'>;

/** One node of the picture: an objective as a card, or what is folded away behind "n more". */
export const MapNode = memo(function MapNode({
  data: { line, model, tree, isActive },
}: NodeProps<MapFlowNode>) {
  const words = useWords();
  const { t } = words;
  const isOpen = line.kind === 'objective' && line.isOpen;
  const circles =
    line.kind === 'objective' && model.faults.get(line.objective.id)?.includes('circle') === true;
  return (
    <>
      {(line.parent !== null || circles) && (
        <Handle type="target" position={Position.Left} isConnectable={false} />
      )}
      <div
        id={rowId(line.id)}
        role="treeitem"
        tabIndex={isActive ? 0 : -1}
        className={line.kind === 'more' ? styles.more : styles.card}
        aria-level={line.depth + 1}
        aria-posinset={line.place}
        aria-setsize={line.of}
        aria-label={
          line.kind === 'more'
            ? t(texts.moreOf, { count: line.count })
            : sayNode(model, line.objective, line.beneath, words)
        }
        {...(line.kind === 'objective' && line.beneath > 0 ? { 'aria-expanded': isOpen } : {})}
        {...(line.kind === 'objective' && model.faults.has(line.objective.id) ? { 'data-wrong': true } : {})}
        {...(line.kind === 'objective' && !line.isMatch ? { 'data-way': true } : {})}
        onClick={() => tree.goTo(line.id)}
      >
        {line.kind === 'more' ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.moreButton}
            onClick={() => tree.showMore(line.number)}
          >
            {t(texts.more, { count: line.count })}
          </button>
        ) : (
          <Card line={line} model={model} toggle={tree.toggle} />
        )}
      </div>
      {(isOpen || circles) && <Handle type="source" position={Position.Right} isConnectable={false} />}
    </>
  );
}, isSame);

/** Whether two of one node look alike: opening a branch makes every line anew, and hundreds of cards would be drawn again. */
function isSame({ data: a }: NodeProps<MapFlowNode>, { data: b }: NodeProps<MapFlowNode>): boolean {
  const line = new Map<string, unknown>(Object.entries(b.line));
  return (
    a.model === b.model &&
    a.tree === b.tree &&
    a.isActive === b.isActive &&
    Object.entries(a.line).every(([name, value]) => line.get(name) === value)
  );
}

type CardProps = { line: Extract<Drawn, { kind: 'objective' }>; model: MapModel; toggle: Tree['toggle'] };

/** All of it is in the label of the node: nothing here is read out twice. */
function Card({ line: { objective, beneath, isOpen }, model, toggle }: CardProps) {
  const words = useWords();
  const { t } = words;
  const { signals, key, title, team, id } = objective;
  const serves = sayServes(objective, words);
  return (
    <div className={styles.inside}>
      <p className={styles.where}>
        <span className={styles.key}>{key}</span> {team.name}
        {serves !== '' && ` · ${serves}`}
      </p>
      <p className={styles.title}>
        <PageLink quiet tab={false} to={objectivePath(id)}>
          {title}
        </PageLink>
      </p>
      <p className={styles.outcome}>{sayOutcome(signals, words)}</p>
      <p className={styles.signals}>
        {signals.confidence !== null && (
          <span className={marks.badge} data-tone={toneOf(signals.confidence)}>
            {words.number(signals.confidence)}
          </span>
        )}
        {signals.of > 0 && (
          <span
            className={marks.mark}
            data-state={signals.stale > 0 ? 'stale' : signals.due > 0 ? 'due' : 'fresh'}
          >
            <span className={marks.clock} />
          </span>
        )}
        <Faults objective={objective} model={model} />
        <span className={styles.space} />
        {beneath > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            aria-label={isOpen ? t(texts.close) : t(texts.open, { count: beneath })}
            onClick={() => toggle(objective, isOpen)}
          >
            {isOpen ? '−' : `+${words.number(model.allBeneath.get(id) ?? beneath)}`}
          </button>
        )}
      </p>
    </div>
  );
}

/** What is wrong with an objective, in red. */
export function Faults({ objective, model }: { objective: MapObjective; model: MapModel }) {
  const { t } = useWords();
  return faultsOf(model, objective).map((fault) => (
    <span key={fault} title={t(texts[`${fault}Why`])}>
      <Lozenge appearance="removed">{t(texts[fault])}</Lozenge>
    </span>
  ));
}
