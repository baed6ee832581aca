import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { map as texts } from '../../messages/en/map';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { MapBar } from './map-bar';
import { MapCanvas } from './map-canvas';
import { MapList } from './map-list';
import { mapModel } from './map-model';
import { matchesOf, paramsOf, viewOf, type MapView } from './map-view';
import styles from './map.module.css';
import { useMap, type MapSoFar } from './use-map';
import { rowId, useTree } from './use-tree';
import { mostDrawn, visibleTree } from './visible-tree';

/** What serves what in a cycle, as a picture and as a list; what of it is shown is in the address. */
export function MapPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  const reading = useMap(view.cycleId);
  const change = useCallback(
    (part: Partial<MapView>) => setParams((now) => paramsOf({ ...viewOf(now), ...part }), { replace: true }),
    [setParams],
  );
  if (reading.state === 'refused') {
    // No cycle at all, or the address asks for one that is not there.
    const way =
      view.cycleId === null ? { to: '/cycles', text: pages.cycles } : { to: '/map', text: pages.map };
    return (
      <main className={styles.page}>
        <EmptyState title={reading.refusal.message} action={<PageLink to={way.to}>{t(way.text)}</PageLink>}>
          {null}
        </EmptyState>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
        {(soFar) => (
          <Whole soFar={soFar} view={view} change={change} isStuck={reading.isStuck} goOn={reading.goOn} />
        )}
      </Read>
    </main>
  );
}

type Props = {
  soFar: MapSoFar;
  view: MapView;
  change: (part: Partial<MapView>) => void;
  isStuck: boolean;
  goOn: () => void;
};

function Whole({ soFar, view, change, isStuck, goOn }: Props) {
  const { t } = useWords();
  const { pages, first } = soFar;
  const model = useMemo(() => mapModel(pages), [pages]);
  const matches = useMemo(() => matchesOf(model, view), [model, view]);
  const lines = useMemo(() => visibleTree(model, view, matches), [model, view, matches]);
  const tree = useTree(lines, view, change);
  const goToFirst = () => {
    const found = lines.find((line) => line.kind === 'objective' && line.isMatch);
    if (!found) return;
    tree.goTo(found.id);
    document.getElementById(rowId(found.id))?.focus();
  };
  return (
    <>
      <div className={styles.head}>
        <Heading size="large" as="h1">
          {t(texts.title)}
        </Heading>
        <p className={styles.quiet}>{t(texts.lead, { cycle: first.cycle.name })}</p>
      </div>
      <MapBar reading={first} model={model} view={view} change={change} onEnter={goToFirst} />
      <Said
        soFar={soFar}
        matched={matches?.size ?? null}
        drawn={lines.length}
        isStuck={isStuck}
        goOn={goOn}
      />
      {soFar.all === 0 && <Empty />}
      {soFar.all > 0 && lines.length === 0 && (
        <EmptyState title={t(texts.none)}>
          <p>{t(texts.noneWhy)}</p>
        </EmptyState>
      )}
      {lines.length > 0 &&
        (view.asList ? (
          <MapList lines={lines} model={model} tree={tree} />
        ) : (
          <MapCanvas lines={lines} model={model} tree={tree} />
        ))}
    </>
  );
}

type SaidProps = Pick<Props, 'soFar' | 'isStuck' | 'goOn'> & { matched: number | null; drawn: number };

/** How much there is, how much of it is shown, and how much is still to come. */
function Said({ soFar: { read, all }, matched, drawn, isStuck, goOn }: SaidProps) {
  const { t, number } = useWords();
  const found =
    matched === null
      ? t(texts.all, { count: read })
      : t(texts.matched, { matched: number(matched), count: read });
  return (
    <div className={styles.said}>
      <p className={styles.quiet} role="status">
        {found} · {t(texts.drawn, { count: number(drawn) })}
        {read < all && !isStuck && ` · ${t(texts.reading, { read: number(read), all: number(all) })}`}
      </p>
      {drawn >= mostDrawn && <p className={styles.quiet}>{t(texts.full, { most: number(mostDrawn) })}</p>}
      {isStuck && (
        <Notice tone="warning">
          <p>{t(texts.stuck, { read: number(read), all: number(all) })}</p>
          <Button spacing="compact" onClick={goOn}>
            {t(texts.goOn)}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Empty() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t(texts.empty)}
      action={<Button onClick={() => void navigate('/start')}>{t(texts.emptyAct)}</Button>}
    >
      <p>{t(texts.emptyWhy)}</p>
    </EmptyState>
  );
}
