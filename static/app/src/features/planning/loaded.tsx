import Button from '@atlaskit/button/new';
import { Notice } from '../../components/notice';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';

/** How much of the plan is here, what more there is, and what Jira did not say. */
export function Loaded({ table }: { table: TableIssues }) {
  const { t, number } = useWords();
  const count = table.issues.length;
  return (
    <>
      {table.state === 'failed' && <Silent table={table} what={t(texts.jiraSilent)} />}
      {table.moreFailed && <Silent table={table} what={t(texts.moreSilent)} />}
      {table.above === 'failed' && <Silent table={table} what={t(texts.aboveSilent)} />}
      {table.state !== 'failed' && (
        <div className={styles.loaded}>
          <p role="status" className={styles.quiet}>
            {table.state === 'loading'
              ? t(texts.loading)
              : table.about !== null
                ? t(texts.loadedOf, { count, about: number(table.about) })
                : count === 0
                  ? t(texts.noIssues)
                  : t(table.hasMore ? texts.loadedMore : texts.loaded, { count })}
          </p>
          {table.about !== null && (
            <progress
              aria-label={t(texts.loading)}
              max={Math.max(table.about, count)}
              value={count}
              className={styles.progress}
            />
          )}
          {table.hasMore && !table.isLoadingMore && !table.moreFailed && (
            <>
              <Button spacing="compact" onClick={() => table.loadMore(2)}>
                {t(texts.more)}
              </Button>
              <Button spacing="compact" appearance="subtle" onClick={() => table.loadMore(Infinity)}>
                {t(texts.all)}
              </Button>
            </>
          )}
          {table.hasMore && table.isLoadingMore && (
            <Button spacing="compact" appearance="subtle" onClick={table.stop}>
              {t(texts.stop)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Silent({ table, what }: { table: TableIssues; what: string }) {
  const { t } = useWords();
  return (
    <Notice tone="warning">
      <p role="status">{what}</p>
      <Button spacing="compact" onClick={table.retry}>
        {t(texts.readAgain)}
      </Button>
    </Notice>
  );
}
