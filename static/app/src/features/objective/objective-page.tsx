import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ObjectivePage as Page, Served } from '../../../../../src/contract/alignment-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { allStanding } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { pages } from '../../messages/en/pages';
import { sharing } from '../../messages/en/sharing';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { draftOf, servedTitle } from '../alignment/serves-draft';
import { Serves } from '../alignment/serves';
import { Supporters } from '../alignment/supporters';
import { ObjectiveCard } from '../overview/objective-card';
import styles from '../pages/pages.module.css';
import { RemoveButton } from '../pages/removal';
import { allShared, sharedBeneath } from '../sharing/shared-beneath';
import { SharedRows } from '../sharing/shared-rows';
import { ShowForm } from '../sharing/show-form';
import { NewKeyResults } from './new-key-results';
import { ObjectiveForm } from './objective-form';

/** One objective: how it stands, its key results, what it serves and what serves it, and changing any of it. */
export function ObjectivePage({ id }: { id: ObjectiveId }) {
  const { t } = useWords();
  const reading = useCall('objective.read', { id });
  return (
    <main className={styles.page}>
      <p>
        <PageLink to="/">{t(pages.back)}</PageLink>
      </p>
      <JiraMissing />
      <Read reading={reading}>
        {(value) => {
          const objective = value.objectives[0];
          return objective === undefined ? (
            <Notice tone="warning">{t(pages.gone)}</Notice>
          ) : (
            <Objective objective={objective} reading={value} />
          );
        }}
      </Read>
    </main>
  );
}

function Objective({ objective, reading }: { objective: ObjectiveReading; reading: Page }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'nothing' | 'edit' | 'add' | 'share'>('nothing');
  const all = allStanding(reading);
  const { startsOn, endsOn, phase } = objective.cycle;
  const writable = objective.can.edit && phase !== 'closed';
  const acts = writable && (
    <div className={styles.row}>
      <Button
        spacing="compact"
        aria-label={t(pages.editOf, { name: objective.key })}
        onClick={() => setDoing('edit')}
      >
        {t(pages.edit)}
      </Button>
      <RemoveButton
        call="objective.set-removed"
        id={objective.id}
        version={objective.version}
        name={objective.key}
        onRemoved={() => void navigate('/')}
      />
    </div>
  );
  return (
    <>
      <ObjectiveCard
        objective={objective}
        all={all}
        shown={all}
        acts={acts}
        beneath={
          <SharedRows items={sharedBeneath(allShared(reading), objective.id)} beneath={objective} withActs />
        }
        as="h1"
      />
      {objective.why !== '' && <p className={styles.lead}>{objective.why}</p>}
      {doing === 'edit' && (
        <EditObjective
          objective={objective}
          serves={reading.alignment.serves}
          onDone={() => setDoing('nothing')}
        />
      )}
      <p>
        <PageLink
          to={`/history?of=objective:${objective.id}`}
          label={t(pages.historyOf, { name: objective.key })}
        >
          {t(pages.history)}
        </PageLink>
      </p>
      {doing === 'add' && (
        <section className={styles.step} aria-label={t(writing.addKeyResult)}>
          <NewKeyResults
            objectiveId={objective.id}
            dates={{ startsOn, dueOn: endsOn }}
            project={objective.team.projectIds[0]}
            place={{ teamId: objective.team.id, cycleId: objective.cycle.id }}
            onCancel={() => setDoing('nothing')}
            finish={
              <Button appearance="primary" onClick={() => setDoing('nothing')}>
                {t(writing.done)}
              </Button>
            }
          />
        </section>
      )}
      {doing === 'share' && <ShowForm objective={objective} onDone={() => setDoing('nothing')} />}
      {writable && doing === 'nothing' && (
        <div className={styles.row}>
          <Button appearance="primary" onClick={() => setDoing('add')}>
            {t(writing.addKeyResult)}
          </Button>
          <Button onClick={() => setDoing('share')}>{t(sharing.show)}</Button>
        </div>
      )}
      <Serves page={reading} objective={objective} writable={writable} />
      <Supporters page={reading} />
    </>
  );
}

type EditProps = {
  objective: ObjectiveReading;
  /** What it serves, where that was read. */
  serves?: Served;
  /** It was saved, as this version. */
  onSaved?: (version: number) => void;
  /** Saved, or left as it was. */
  onDone: () => void;
};

/** Changes an objective in place. */
export function EditObjective({ objective, serves, onSaved, onDone }: EditProps) {
  const { t } = useWords();
  const act = useAct('objective.edit');
  const { title, why, owner, restricted, viewers } = objective;
  return (
    <section className={styles.step} aria-label={t(pages.editOf, { name: objective.key })}>
      <ObjectiveForm
        id={objective.id}
        served={serves && servedTitle(draftOf(serves))}
        connected={serves !== undefined && !['unsaid', 'gone'].includes(serves.kind)}
        onSaved={onDone}
        initial={{ title, why, owner, restricted, viewers }}
        project={objective.team.projectIds[0]}
        act={act}
        onCancel={onDone}
        onSave={async (changed) => {
          const { id, version } = objective;
          const answer = await act.run(({ requestId }) => ({
            id,
            version,
            requestId,
            objective: changed,
            why: '',
          }));
          if (!answer?.ok) return null;
          flag({ title: t(writing.objectiveSaved) });
          onSaved?.(answer.value.version);
          return id;
        }}
      />
    </section>
  );
}
