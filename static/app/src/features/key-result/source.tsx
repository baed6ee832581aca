import Button from '@atlaskit/button/new';
import type { SourceReading } from '../../../../../src/contract/measuring-calls';
import type { Stood } from '../../components/how-it-stands';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { kpiWords } from '../../messages/en/kpi';
import { measuring as words } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import measuring from '../measuring/measuring.module.css';
import styles from './key-result.module.css';

/** Where the number comes from, and whether the last count gave one. */
export function Source({ of, source }: { of: Stood; source: SourceReading | null }) {
  const { t } = useWords();
  const openModal = useModal();
  const { id, key, can, definition } = of.keyResult;
  if (definition.metric.kind === 'milestones') return null;
  return (
    <section className={styles.section} aria-labelledby="source">
      <div className={styles.sectionHead}>
        <h2 id="source" className={styles.heading}>
          {t(words.source)}
        </h2>
        {can.edit && (
          <Button
            aria-label={t(words.changeOf, { key })}
            onClick={() => void openModal({ surface: 'number-source', keyResultId: id }, 'large')}
          >
            {t(words.change)}
          </Button>
        )}
      </div>
      {source !== null && source.kpi !== null && (
        <>
          <p>
            <PageLink to={`/kpis/${source.kpi.id}`}>
              {t(kpiWords.fromKpi, { name: source.kpi.name })}
            </PageLink>
          </p>
          <p className={styles.quiet}>
            {t(kpiWords.correctThere)} {t(words.alsoPeople)}
          </p>
        </>
      )}
      {source?.source.kind === 'jql' && (
        <>
          <p>{t(words.fromSearch, { every: source.source.every })}</p>
          <p className={measuring.jql}>{source.source.jql}</p>
          <LastCount run={source.run} />
          <p className={styles.quiet}>
            {t(words.asApp)} {t(words.alsoPeople)}
          </p>
        </>
      )}
      {(source === null || source.source.kind === 'person') && (
        <p className={styles.quiet}>{t(words.fromPeople)}</p>
      )}
    </section>
  );
}

function LastCount({ run }: Pick<SourceReading, 'run'>) {
  const { t, moment } = useWords();
  if (run === null) return <p className={styles.quiet}>{t(words.notCounted)}</p>;
  const at = moment(run.at);
  switch (run.outcome) {
    case 'counted':
      return <p className={styles.quiet}>{t(words.counted, { at })}</p>;
    case 'unavailable':
      return <p className={styles.quiet}>{t(words.unavailable, { at })}</p>;
    case 'conflict':
    case 'too-many':
    case 'refused': {
      const said = { conflict: words.conflict, 'too-many': words.tooMany, refused: words.refused };
      return (
        <Notice tone="warning" title={t(words.conflictTitle)}>
          <p>{t(said[run.outcome])}</p>
        </Notice>
      );
    }
  }
}
