import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Directory } from '../../../../../src/contract/calls';
import type { CycleReading, TeamReading } from '../../../../../src/contract/readings';
import {
  isUuid,
  type CycleId,
  type ObjectiveId,
  type ProjectId,
  type TeamId,
} from '../../../../../src/domain/ids';
import type { LocalDate } from '../../../../../src/domain/dates';
import { todayIn, usePlace } from '../../boot/place-context';
import { ActMessage } from '../../components/act-message';
import { Read } from '../../components/read';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { BesideReadLearnings } from '../closing/learnings';
import { CycleForm } from '../cycle/cycle-form';
import { suggestQuarter } from '../cycle/suggest-cycle';
import { FromKpi, objectiveFromKpi } from '../kpi/from-kpi';
import type { StoodKpi } from '../kpi/kpi-row';
import { ObjectiveForm } from '../objective/objective-form';
import { NewKeyResults } from '../objective/new-key-results';
import styles from '../pages/pages.module.css';
import { newTeam } from '../team/new-team';
import { TeamForm } from '../team/team-form';

type Chosen = { id: TeamId; name: string; projectIds: ProjectId[] };
type Span = {
  id: CycleId;
  version: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  draft: boolean;
};

/** A team, a cycle, an objective and its key results, written in one sitting. Each is saved as it is done. */
export function StartPage({ projectId }: { projectId: ProjectId | null }) {
  const reading = useCall('directory.read', {});
  const [params] = useSearchParams();
  const kpiId = params.get('kpi');
  return (
    <main className={styles.page}>
      <Read reading={reading}>
        {(directory) =>
          isUuid<'kpi'>(kpiId) ? (
            <FromKpi id={kpiId}>
              {(from) => <Steps directory={directory} projectId={projectId} from={from} />}
            </FromKpi>
          ) : (
            <Steps directory={directory} projectId={projectId} from={null} />
          )
        }
      </Read>
    </main>
  );
}

type StepsProps = {
  directory: Directory;
  projectId: ProjectId | null;
  /** The KPI that the objective starts from. */
  from: StoodKpi | null;
};

function Steps({ directory, projectId, from }: StepsProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [team, setTeam] = useState<Chosen | null>(null);
  const [cycle, setCycle] = useState<Span | null>(null);
  const [objective, setObjective] = useState<{ id: ObjectiveId; title: string } | null>(null);
  const address = `/?team=${team?.id ?? ''}&cycle=${cycle?.id ?? ''}`;

  return (
    <>
      <Heading size="large" as="h1">
        {t(pages.startedTitle)}
      </Heading>
      <Step title={t(pages.stepTeam)} saved={team?.name ?? null} open>
        <TeamStep directory={directory} projectId={projectId} onTeam={setTeam} />
      </Step>
      <Step title={t(pages.stepCycle)} saved={cycle?.name ?? null} open={team !== null}>
        <CycleStep directory={directory} onCycle={setCycle} />
      </Step>
      <Step
        title={t(pages.stepObjective)}
        saved={objective?.title ?? null}
        open={team !== null && cycle !== null}
      >
        {team && cycle && <ObjectiveStep team={team} cycle={cycle} from={from} onObjective={setObjective} />}
      </Step>
      <Step title={t(pages.stepKeyResults)} saved={null} open={objective !== null}>
        {team && cycle && objective && (
          <NewKeyResults
            objectiveId={objective.id}
            dates={{ startsOn: cycle.startsOn, dueOn: cycle.endsOn }}
            project={team.projectIds[0]}
            place={{ teamId: team.id, cycleId: cycle.id }}
            from={from}
            finish={<Finish cycle={cycle} onDone={() => void navigate(address)} />}
          />
        )}
      </Step>
    </>
  );
}

function Step({
  title,
  saved,
  open,
  children,
}: {
  title: string;
  saved: string | null;
  open: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const state = saved !== null ? 'saved' : open ? 'open' : 'later';
  return (
    <section className={styles.step} data-state={state} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {saved !== null && <p role="status">{t(pages.savedStep, { name: saved })}</p>}
      {state === 'open' && children}
    </section>
  );
}

/** The last act: a drafted cycle is started here, so that its OKRs count as running from today. */
function Finish({ cycle, onDone }: { cycle: Span; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct('cycle.set-phase');
  const { id, version, name } = cycle;
  async function start() {
    const answer = await act.run(({ requestId }) => ({ id, version, requestId, phase: 'active', why: '' }));
    if (answer?.ok) onDone();
  }
  if (!cycle.draft) {
    return (
      <Button appearance="primary" onClick={onDone}>
        {t(pages.finish)}
      </Button>
    );
  }
  return (
    <>
      <Button appearance="primary" isLoading={act.busy} onClick={() => void start()}>
        {t(pages.startNow, { name })}
      </Button>
      <Button onClick={onDone}>{t(pages.finishDraft)}</Button>
      <p className={styles.quiet}>{t(pages.draftWhy)}</p>
      <ActMessage act={act} />
    </>
  );
}

type TeamStepProps = { directory: Directory; projectId: ProjectId | null; onTeam: (team: Chosen) => void };

function TeamStep({ directory, projectId, onTeam }: TeamStepProps) {
  const { t } = useWords();
  const place = usePlace();
  const act = useAct('team.create');
  const own = directory.teams.filter((team: TeamReading) => team.can.addObjective);
  return (
    <>
      {own.length > 0 && (
        <>
          <div className={styles.row}>
            {own.map((team) => (
              <Button key={team.id} onClick={() => onTeam(team)}>
                {t(pages.useTeam, { name: team.name })}
              </Button>
            ))}
          </div>
          <p className={styles.quiet}>{t(pages.orNewTeam)}</p>
        </>
      )}
      <TeamForm
        id={null}
        initial={newTeam(place, projectId, directory.newTeam)}
        teams={directory.teams}
        act={act}
        onSave={async (team) => {
          const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, team }));
          if (answer?.ok) onTeam({ id: answer.value.id, name: team.name, projectIds: team.projectIds });
        }}
      />
    </>
  );
}

function CycleStep({ directory, onCycle }: { directory: Directory; onCycle: (cycle: Span) => void }) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const act = useAct('cycle.create');
  const open = directory.cycles.filter(({ phase }: CycleReading) => phase === 'draft' || phase === 'active');
  return (
    <>
      {open.length > 0 && (
        <>
          <div className={styles.row}>
            {open.map((cycle) => (
              <Button key={cycle.id} onClick={() => onCycle({ ...cycle, draft: cycle.phase === 'draft' })}>
                {t(pages.useCycle, { name: cycle.name })}
              </Button>
            ))}
          </div>
          <p className={styles.quiet}>{t(pages.orNewCycle)}</p>
        </>
      )}
      <CycleForm
        initial={suggested(timeZone)}
        cycles={[]}
        act={act}
        onSave={async (cycle) => {
          const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, cycle }));
          if (answer?.ok) onCycle({ ...answer.value, ...cycle, draft: true });
        }}
      />
    </>
  );
}

function suggested(timeZone: string) {
  const { name, startsOn, endsOn } = suggestQuarter(todayIn(timeZone));
  return { name, startsOn, endsOn, parentId: null };
}

type ObjectiveStepProps = {
  team: Chosen;
  cycle: Span;
  from: StoodKpi | null;
  onObjective: (objective: { id: ObjectiveId; title: string }) => void;
};

function ObjectiveStep({ team, cycle, from, onObjective }: ObjectiveStepProps) {
  const { accountId } = usePlace();
  const words = useWords();
  const act = useAct('objective.create');
  const said = from ? objectiveFromKpi(from, words) : { title: '', why: '' };
  return (
    <BesideReadLearnings place={{ teamId: team.id, cycleId: cycle.id }}>
      <ObjectiveForm
        initial={{ ...said, owner: accountId, restricted: false, viewers: [] }}
        project={team.projectIds[0]}
        place={{ teamId: team.id, cycleId: cycle.id }}
        act={act}
        onSaved={(id, { title }) => onObjective({ id, title })}
        onSave={async (objective) => {
          const answer = await act.run(({ id, requestId }) => ({
            id: id(),
            requestId,
            teamId: team.id,
            cycleId: cycle.id,
            objective,
          }));
          return answer?.ok ? answer.value.id : null;
        }}
      />
    </BesideReadLearnings>
  );
}
