import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { SiteHistory } from '../../../../../src/contract/history-calls';
import { EmptyState } from '../../components/empty-state';
import { HistoryLine } from '../../components/history/history-line';
import { LoadFailure } from '../../components/load-failure';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { base } from '../../messages/en/base';
import { changeWords as words } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import { callKey } from '../../rpc/call-query';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { AboutLine } from './about-line';
import { ExportHistory } from './export-history';
import { askedOf, filterOf, paramsOf, type HistoryFilter } from './filter';
import { FilterBar } from './filter-bar';
import styles from './history-page.module.css';
import { readOn } from './read-on';

/** What was changed on the site, the newest first; what of it is shown is in the address, to be shared. */
export function HistoryPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const reading = useCall('site-history.read', { ...askedOf(filter), before: null }, { keep: true });
  const show = (next: HistoryFilter) => setParams(paramsOf(next));
  return (
    <main className={pages.page}>
      <header className={pages.what}>
        <Heading size="large" as="h1">
          {t(words.title)}
        </Heading>
        <p className={pages.lead}>{t(words.lead)}</p>
      </header>
      {reading.state === 'refused' ? (
        <Notice tone="warning">
          <p>{reading.refusal.message}</p>
          <Button spacing="compact" onClick={() => setParams({})}>
            {t(words.clear)}
          </Button>
        </Notice>
      ) : (
        <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
          {(newest, refreshing) => (
            <>
              <FilterBar filter={filter} teams={newest.teams ?? []} within={newest.within} onFilter={show} />
              <div aria-busy={refreshing} className={styles.list} data-waiting={refreshing}>
                <Entries
                  key={params.toString()}
                  filter={filter}
                  newest={newest}
                  onAll={() => setParams({})}
                />
              </div>
            </>
          )}
        </Read>
      )}
    </main>
  );
}

type EntriesProps = { filter: HistoryFilter; newest: SiteHistory; onAll: () => void };

/** The newest entries, and as many earlier ones as were asked for. */
function Entries({ filter, newest, onAll }: EntriesProps) {
  const { t } = useWords();
  const more = useInfiniteQuery({
    queryKey: [callKey, 'site-history.read', 'earlier', askedOf(filter), newest.earlier],
    queryFn: ({ pageParam }) => readOn(filter, pageParam),
    initialPageParam: newest.earlier,
    getNextPageParam: (last: SiteHistory) => last.earlier,
    enabled: false,
  });
  const readings = [newest, ...(more.data?.pages ?? [])];
  const entries = readings.flatMap((reading) => reading.entries);
  const hasMore = more.data ? more.hasNextPage : newest.earlier !== null;
  if (entries.length === 0) return <NothingHere filter={filter} onAll={onAll} />;
  return (
    <>
      <ExportHistory filter={filter} />
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <HistoryLine
            key={`${entry.entityId} ${entry.requestId}`}
            entry={entry}
            about={<AboutLine entry={entry} />}
          />
        ))}
      </ol>
      {more.isError && <LoadFailure detail={t(base.callFailed)} onRetry={() => void more.fetchNextPage()} />}
      {hasMore && !more.isError && (
        <div>
          <Button isLoading={more.isFetching} onClick={() => void more.fetchNextPage()}>
            {t(words.earlier)}
          </Button>
        </div>
      )}
    </>
  );
}

function NothingHere({ filter, onAll }: { filter: HistoryFilter; onAll: () => void }) {
  const { t } = useWords();
  const isNarrow = Object.values(filter).some((part) => part !== null);
  return (
    <EmptyState
      title={t(isNarrow ? words.emptyFiltered : words.empty)}
      action={isNarrow && <Button onClick={onAll}>{t(words.clear)}</Button>}
    >
      <p>{t(isNarrow ? words.emptyFilteredWhy : words.emptyWhy)}</p>
    </EmptyState>
  );
}
