import { toneOf } from '../../../../../src/domain/confidence';
import marks from '../../components/marks.module.css';
import { PageLink } from '../../components/page-link';
import { sayConfidence, sayFreshness, sayOutcome } from '../../components/signals-line';
import { map as texts } from '../../messages/en/map';
import { useWords } from '../../messages/use-words';
import { objectivePath } from '../../rpc/objective-path';
import type { MapModel } from './map-model';
import { Faults } from './map-node';
import styles from './map.module.css';
import { sayServes } from './say-node';
import { rowId, type Tree } from './use-tree';
import type { Drawn } from './visible-tree';

type Props = { lines: readonly Drawn[]; model: MapModel; tree: Tree };

/** The map as a table that folds: the same objectives in the same order, with the same keys. */
export function MapList({ lines, model, tree }: Props) {
  const { t } = useWords();
  const heads = [texts.objective, texts.team, texts.outcome, texts.confidence, texts.freshness, texts.wrong];
  return (
    <div className={styles.tableFrame}>
      <table role="treegrid" className={styles.table} aria-label={t(texts.tree)} onKeyDown={tree.onKeyDown}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.id} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} model={model} tree={tree} columns={heads.length} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { line: Drawn; model: MapModel; tree: Tree; columns: number };

function Row({ line, model, tree, columns }: RowProps) {
  const { t } = useWords();
  const opens = line.kind === 'objective' && line.beneath > 0;
  return (
    <tr
      id={rowId(line.id)}
      className={styles.row}
      tabIndex={line.id === tree.active ? 0 : -1}
      aria-level={line.depth + 1}
      aria-posinset={line.place}
      aria-setsize={line.of}
      {...(opens ? { 'aria-expanded': line.isOpen } : {})}
      {...(line.kind === 'objective' && !line.isMatch ? { 'data-way': true } : {})}
      onClick={() => tree.goTo(line.id)}
    >
      {line.kind === 'more' ? (
        <td role="gridcell" colSpan={columns}>
          <span className={styles.first} style={{ paddingInlineStart: line.depth * 20 + 24 }}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.moreButton}
              onClick={() => tree.showMore(line.number)}
            >
              {t(texts.more, { count: line.count })}
            </button>
          </span>
        </td>
      ) : (
        <Cells line={line} model={model} toggle={tree.toggle} />
      )}
    </tr>
  );
}

type CellsProps = { line: Extract<Drawn, { kind: 'objective' }>; model: MapModel; toggle: Tree['toggle'] };

function Cells({ line: { objective, beneath, isOpen, depth }, model, toggle }: CellsProps) {
  const words = useWords();
  const { t } = words;
  const { signals, key, title, team, id } = objective;
  const serves = sayServes(objective, words);
  const { confidence, stale } = signals;
  return (
    <>
      <td role="gridcell">
        <span className={styles.first} style={{ paddingInlineStart: depth * 20 }}>
          {beneath > 0 ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.fold}
              aria-label={isOpen ? t(texts.close) : t(texts.open, { count: beneath })}
              onClick={() => toggle(objective, isOpen)}
            >
              {isOpen ? '−' : '+'}
            </button>
          ) : (
            <span className={styles.fold} />
          )}
          <span>
            <span className={styles.key}>{key}</span>{' '}
            <PageLink quiet tab={false} to={objectivePath(id)}>
              {title}
            </PageLink>
            {serves !== '' && <span className={styles.quiet}> · {serves}</span>}
          </span>
        </span>
      </td>
      <td role="gridcell">{team.name}</td>
      <td role="gridcell">{sayOutcome(signals, words)}</td>
      <td role="gridcell">
        {signals.of > 0 && (
          <span className={marks.mark}>
            {confidence !== null && (
              <span className={marks.badge} data-tone={toneOf(confidence)} aria-hidden="true">
                {words.number(confidence)}
              </span>
            )}
            <span className={marks.quiet}>
              {confidence === null
                ? sayConfidence(signals, words)
                : t(texts.ofTen, { value: words.number(confidence) })}
            </span>
          </span>
        )}
      </td>
      <td role="gridcell">
        {signals.of > 0 && (
          <span className={stale > 0 ? marks.stale : marks.quiet}>{sayFreshness(signals, words)}</span>
        )}
      </td>
      <td role="gridcell">
        <span className={styles.faults}>
          <Faults objective={objective} model={model} />
        </span>
      </td>
    </>
  );
}
