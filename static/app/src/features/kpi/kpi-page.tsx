import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { KpiPage as Reading } from '../../../../../src/contract/kpi-calls';
import type { KpiId } from '../../../../../src/domain/ids';
import { sayValue } from '../../../../../src/domain/say';
import { ChangedNotice } from '../../components/changed-notice';
import { FreshnessMark } from '../../components/freshness-mark';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { keyResultPath } from '../../rpc/product-events';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { History } from '../key-result/history';
import pages from '../pages/pages.module.css';
import { HealthMark } from './health-mark';
import { KpiForm } from './kpi-form';
import { KpiRemoval, KpiRestore } from './kpi-removal';
import type { StoodKpi } from './kpi-row';
import { KpiValues } from './kpi-values';
import styles from './kpi.module.css';
import { RecordForm } from './record-form';
import { sayRange, sayTrend } from './say-kpi';
import { stoodKpi } from './stood-kpi';

const KpiChart = lazy(() => import('./kpi-chart'));

/** A KPI on its own page: how it stands, its values, who takes them, and what was changed. */
export function KpiPage({ id }: { id: KpiId }) {
  const { t } = useWords();
  const reading = useCall('kpi.read', { id });
  return (
    <main className={pages.page}>
      <p>
        <PageLink to="/kpis">{t(words.allKpis)}</PageLink>
      </p>
      <JiraMissing />
      <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
        {(page) => <Page page={page} of={stoodKpi(page.kpi, page.site)} />}
      </Read>
    </main>
  );
}

type PageProps = { page: Reading; of: StoodKpi };

function Page({ page, of }: PageProps) {
  const speech = useWords();
  const { t, locale, day } = speech;
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const { kpi, standing, today } = of;
  const { latest } = standing;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.lead}>
          <p className={styles.quiet}>{kpi.team.name}</p>
          <Heading size="large" as="h1">
            {kpi.name}
          </Heading>
          <p>
            <span className={styles.quiet}>{t(words.owner)}</span> <Person id={kpi.owner} inline />
          </p>
        </div>
        <div className={styles.actions}>
          {!kpi.removed && (
            <Button onClick={() => void navigate(`/start?kpi=${kpi.id}`)}>{t(words.start)}</Button>
          )}
          {kpi.can.edit && !kpi.removed && !editing && (
            <>
              <Button aria-label={t(words.editOf, { name: kpi.name })} onClick={() => setEditing(true)}>
                {t(words.edit)}
              </Button>
              <KpiRemoval kpi={kpi} />
            </>
          )}
        </div>
      </header>
      {kpi.removed && (
        <Notice tone="warning">
          <p>{t(words.isRemoved)}</p>
          {kpi.can.edit && <KpiRestore kpi={kpi} />}
        </Notice>
      )}
      {editing && <Edit of={of} onDone={() => setEditing(false)} />}
      <div className={styles.outcome}>
        <HealthMark health={standing.health} />
        <p>
          <span className={styles.value}>
            {latest === null
              ? t(words.never)
              : t(words.latest, {
                  value: sayValue(latest.value, kpi.unit, locale),
                  day: day(latest.on, today),
                })}
          </span>
          {'; '}
          {sayRange(kpi, speech)}
        </p>
        <p>{sayTrend(standing.trend, speech)}</p>
        <FreshnessMark freshness={standing.freshness} today={today} />
      </div>
      {kpi.can.record && <RecordForm of={of} />}
      <section className={styles.section} aria-labelledby="kpi-chart">
        <Heading size="small" as="h2" id="kpi-chart">
          {t(words.chart)}
        </Heading>
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <KpiChart of={of} />
        </Suspense>
        {kpi.description !== '' && (
          <details>
            <summary>{t(words.what)}</summary>
            <p className={styles.text}>{kpi.description}</p>
          </details>
        )}
      </section>
      <Followers page={page} />
      <KpiValues of={of} corrections={page.corrections} />
      <History entries={page.history} unit={kpi.unit} />
    </>
  );
}

function Followers({ page: { followers } }: { page: Reading }) {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="followers">
      <Heading size="small" as="h2" id="followers">
        {t(words.followers)}
      </Heading>
      {followers.length === 0 ? (
        <p className={styles.quiet}>{t(words.noFollowers)}</p>
      ) : (
        <ul>
          {followers.map(({ id, key, title, teamName, cycleName }) => (
            <li key={id}>
              <PageLink to={keyResultPath(id)}>
                {key} {title}
              </PageLink>{' '}
              <span className={styles.quiet}>
                {teamName} · {cycleName}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Edit({ of: { kpi }, onDone }: { of: StoodKpi; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct('kpi.edit');
  const [base, setBase] = useState(kpi);
  return (
    <KpiForm
      key={base.version}
      initial={base}
      teamId={kpi.team.id}
      project={kpi.team.projectIds[0]}
      act={act}
      onCancel={onDone}
      conflict={<ChangedNotice act={act} onTheirs={() => setBase(kpi)} />}
      onSave={async (said, _team, why) => {
        const answer = await act.run(({ requestId }) => ({
          id: kpi.id,
          version: kpi.version,
          requestId,
          kpi: said,
          why,
        }));
        if (!answer?.ok) return;
        flag({ title: t(words.saved, { name: said.name }) });
        onDone();
      }}
    />
  );
}
