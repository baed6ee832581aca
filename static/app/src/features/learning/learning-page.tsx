import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { LearningReading } from '../../../../../src/contract/learning-calls';
import { isUuid, type TeamId } from '../../../../../src/domain/ids';
import { learn } from '../../../../../src/domain/learning';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import { JiraMissing } from '../../components/jira-missing';
import { LoadFailure } from '../../components/load-failure';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { toldApart } from '../../components/team-options';
import { base } from '../../messages/en/base';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import { callQuery } from '../../rpc/call-query';
import { useCall } from '../../rpc/use-call';
import { Hypotheses } from './hypotheses';
import { Kinds } from './kinds';
import styles from './learning.module.css';
import { Summary } from './summary';
import { withoutKinds } from './without-kinds';

/** What the work so far teaches, of a team or the whole site; which one is in the address, to be shared. */
export function LearningPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = params.get('team');
  const teamId = isUuid<'team'>(asked) ? asked : null;
  const reading = useCall('learning.read', { teamId, before: null });
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Heading size="large" as="h1">
          {t(words.title)}
        </Heading>
        <p className={styles.quiet}>{t(words.lead)}</p>
      </div>
      {reading.state === 'refused' ? (
        // The address asks for a team that is not there: the way on is an address without one.
        <Notice tone="warning">
          <p>{reading.refusal.message}</p>
          <Button spacing="compact" onClick={() => setParams({})}>
            {t(words.showAll)}
          </Button>
        </Notice>
      ) : (
        <Read reading={reading}>
          {(newest) => (
            <>
              <div className={styles.choice} role="search">
                <Choice<TeamId | null>
                  isCompact
                  label={t(words.team)}
                  value={teamId}
                  options={[{ value: null, label: t(words.wholeSite) }, ...toldApart(newest.teams)]}
                  onChoose={(id) => setParams(id === null ? {} : { team: id })}
                />
              </div>
              <Pages key={teamId} teamId={teamId} newest={newest} />
            </>
          )}
        </Read>
      )}
    </main>
  );
}

/** The newest work, and as much earlier work as was asked for. */
function Pages({ teamId, newest }: { teamId: TeamId | null; newest: LearningReading }) {
  const { t } = useWords();
  const [befores, setBefores] = useState<number[]>([]);
  const asked = useQueries({
    queries: befores.map((before) => callQuery('learning.read', { teamId, before })),
  });
  const answers = asked.flatMap(({ data }) => (data?.ok ? [data.value] : []));
  const readings = [newest, ...answers];
  const failed = asked.find(({ isError }) => isError);
  const earlier = readings.at(-1)?.earlier ?? null;
  return (
    <>
      <JiraMissing />
      <Learned readings={readings} />
      {failed && <LoadFailure detail={t(base.callFailed)} onRetry={() => void failed.refetch()} />}
      {earlier !== null && !failed && (
        <div className={styles.more}>
          <p className={styles.quiet}>{t(words.moreWhy)}</p>
          <Button
            isLoading={asked.some(({ isPending }) => isPending)}
            onClick={() => setBefores((now) => [...now, earlier])}
          >
            {t(words.more)}
          </Button>
        </div>
      )}
    </>
  );
}

function Learned({ readings }: { readings: readonly LearningReading[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const keyResults = readings.flatMap((reading) => reading.keyResults);
  const cycles = new Map(readings.flatMap((reading) => reading.cycles).map((cycle) => [cycle.id, cycle]));
  const work = keyResults.flatMap((keyResult) => keyResult.work);
  if (work.length === 0) {
    return (
      <EmptyState
        title={t(words.empty)}
        action={<Button onClick={() => void navigate('/')}>{t(words.emptyAct)}</Button>}
      >
        <p>{t(words.emptyWhy)}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Summary work={work} cycles={[...cycles.values()]} />
      {learn(withoutKinds(work)).judged > 0 && (
        <>
          <Hypotheses keyResults={keyResults} />
          <Kinds work={work} />
        </>
      )}
    </>
  );
}
