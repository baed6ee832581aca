import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { KpiList } from '../../../../../src/contract/kpi-calls';
import { isUuid, type TeamId } from '../../../../../src/domain/ids';
import { byNeed } from '../../../../../src/domain/kpi';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import { JiraMissing } from '../../components/jira-missing';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { toldApart } from '../../components/team-options';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { KpiForm } from './kpi-form';
import { KpiRow } from './kpi-row';
import styles from './kpi.module.css';
import { stoodKpi } from './stood-kpi';

/** KPIs of the site, those that need somebody first; of which team is in the address, to be shared. */
export function KpisPage() {
  const { t } = useWords();
  const reading = useCall('kpi.list', { teamId: null });
  return (
    <main className={pages.page}>
      <JiraMissing />
      <Read reading={reading} skeleton={<SkeletonLines lines={6} />}>
        {(list) => <List list={list} title={t(words.title)} />}
      </Read>
    </main>
  );
}

function List({ list, title }: { list: KpiList; title: string }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const asked = params.get('team');
  const teamId = isUuid<'team'>(asked) ? asked : null;
  const shown = list.kpis
    .filter(({ team }) => teamId === null || team.id === teamId)
    .map((kpi) => stoodKpi(kpi, list.site))
    .sort((a, b) => byNeed(a.standing, b.standing));
  const mayAdd = list.teams.length > 0;
  const add = mayAdd && !adding && (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      {t(words.add)}
    </Button>
  );
  return (
    <>
      <div className={styles.head}>
        <div className={styles.lead}>
          <Heading size="large" as="h1">
            {title}
          </Heading>
          <p className={styles.quiet}>{t(words.lead)}</p>
        </div>
        {list.kpis.length > 0 && add}
      </div>
      {adding && <NewKpi list={list} teamId={teamId} onDone={() => setAdding(false)} />}
      {list.kpis.length === 0 && !adding && (
        <EmptyState title={t(words.empty)} action={add}>
          <p>{t(words.emptyWhy)}</p>
          {!mayAdd && <p>{t(words.emptyHere)}</p>}
        </EmptyState>
      )}
      {list.teamsWithKpis.length > 1 && (
        <div className={styles.choice} role="search">
          <Choice<TeamId | null>
            isCompact
            label={t(words.team)}
            value={teamId}
            options={[{ value: null, label: t(words.wholeSite) }, ...toldApart(list.teamsWithKpis)]}
            onChoose={(id) => setParams(id === null ? {} : { team: id })}
          />
        </div>
      )}
      <ul className={styles.rows} aria-label={title}>
        {shown.map((of) => (
          <KpiRow key={of.kpi.id} of={of} />
        ))}
      </ul>
    </>
  );
}

type NewProps = { list: KpiList; teamId: TeamId | null; onDone: () => void };

function NewKpi({ list, teamId, onDone }: NewProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const act = useAct('kpi.create');
  return (
    <KpiForm
      teams={list.teams}
      teamId={list.teams.find(({ id }) => id === teamId)?.id ?? list.teams[0]?.id ?? null}
      act={act}
      onCancel={onDone}
      onSave={async (kpi, of) => {
        const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, teamId: of, kpi }));
        if (!answer?.ok) return;
        flag({ title: t(words.saved, { name: kpi.name }) });
        void navigate(`/kpis/${answer.value.id}`);
      }}
    />
  );
}
