import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useRef, useState, type ReactNode } from 'react';
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
import { Choice } from '../../components/choice';
import { Read } from '../../components/read';
import { teamOptions } from '../../components/team-options';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { BesideReadLearnings } from '../closing/learnings';
import { CycleForm } from '../cycle/cycle-form';
import { suggestQuarter } from '../cycle/suggest-cycle';
import { FromKpi, objectiveFromKpi } from '../kpi/from-kpi';
import type { StoodKpi } from '../kpi/kpi-row';
import { ObjectiveForm } from '../objective/objective-form';
import form from '../objective/form.module.css';
import { NewKeyResults } from '../objective/new-key-results';
import styles from '../pages/pages.module.css';
import { newTeam } from '../team/new-team';
import { TeamForm } from '../team/team-form';

/** `made`: here and now; else it was there. */
type Chosen = { id: TeamId; name: string; projectIds: ProjectId[]; made: boolean };
type Span = {
  id: CycleId;
  version: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  draft: boolean;
  made: boolean;
};

/** Above so many, a row of buttons is no way to choose. */
const mostButtons = 6;

/** A team, a cycle, an objective and its key results, written in one sitting. Each is saved as it is done. */
export function StartPage({ projectId }: { projectId: ProjectId | null }) {
  const reading = useCall('directory.read', {});
  const [params] = useSearchParams();
  const kpiId = params.get('kpi');
  const at = { team: params.get('team'), cycle: params.get('cycle') };
  return (
    <main className={styles.page}>
      <Read reading={reading}>
        {(directory) =>
          isUuid<'kpi'>(kpiId) ? (
            <FromKpi id={kpiId}>
              {(from) => (
                <Steps
                  directory={directory}
                  projectId={projectId}
                  from={from}
                  at={{ ...at, team: at.team ?? from.kpi.team.id }}
                />
              )}
            </FromKpi>
          ) : (
            <Steps directory={directory} projectId={projectId} from={null} at={at} />
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
  /** The team and the cycle one came from. */
  at: { team: string | null; cycle: string | null };
};

function Steps({ directory, projectId, from, at }: StepsProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [team, setTeam] = useState(() => ownTeams(directory).find(({ id }) => id === at.team) ?? null);
  const [cycle, setCycle] = useState(() => openCycles(directory).find(({ id }) => id === at.cycle) ?? null);
  const [objective, setObjective] = useState<{ id: ObjectiveId; title: string } | null>(null);
  // What is chosen stands until something else is: what was typed for it is not lost by looking at the others.
  const [choosing, setChoosing] = useState<'team' | 'cycle' | null>(null);
  const address = `/?team=${team?.id ?? ''}&cycle=${cycle?.id ?? ''}`;

  return (
    <>
      <Heading size="large" as="h1">
        {t(pages.startedTitle)}
      </Heading>
      <Step
        title={t(pages.stepTeam)}
        done={choosing === 'team' ? null : team}
        open
        other={objective === null ? { label: t(pages.otherTeam), onChoose: () => setChoosing('team') } : null}
      >
        <TeamStep
          directory={directory}
          projectId={projectId}
          onTeam={(chosen) => {
            setTeam(chosen);
            setChoosing(null);
          }}
        />
      </Step>
      <Step
        title={t(pages.stepCycle)}
        done={choosing === 'cycle' ? null : cycle}
        open={team !== null}
        other={
          objective === null ? { label: t(pages.otherCycle), onChoose: () => setChoosing('cycle') } : null
        }
      >
        <CycleStep
          directory={directory}
          onCycle={(chosen) => {
            setCycle(chosen);
            setChoosing(null);
          }}
        />
      </Step>
      <Step
        title={t(pages.stepObjective)}
        done={objective && { name: objective.title, made: true }}
        open={team !== null && cycle !== null}
      >
        {team && cycle && (
          <ObjectiveStep
            team={team}
            cycle={cycle}
            from={from}
            onObjective={(made) => {
              setObjective(made);
              setChoosing(null);
            }}
          />
        )}
      </Step>
      <Step title={t(pages.stepKeyResults)} done={null} open={objective !== null}>
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

type StepProps = {
  title: string;
  /** What came of it. */
  done: { name: string; made: boolean } | null;
  open: boolean;
  /** Offers what else could be chosen; null: the choice stands. */
  other?: { label: string; onChoose: () => void } | null;
  children: ReactNode;
};

function Step({ title, done, open, other = null, children }: StepProps) {
  const { t } = useWords();
  const section = useRef<HTMLElement>(null);
  const state = done !== null ? 'saved' : open ? 'open' : 'later';
  return (
    <section ref={section} tabIndex={-1} className={styles.step} data-state={state} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {done !== null && (
        <div className={styles.row}>
          <p role="status">{done.made ? t(pages.savedStep, { name: done.name }) : done.name}</p>
          {other && !done.made && (
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={other.label}
              onClick={() => {
                // The button goes away; the keyboard goes on in what opens.
                section.current?.focus();
                other.onChoose();
              }}
            >
              {t(pages.chooseOther)}
            </Button>
          )}
        </div>
      )}
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
  const own = ownTeams(directory);
  return (
    <>
      {own.length > 0 && (
        <>
          <Those
            label={t(writing.team)}
            all={own}
            say={(name) => t(pages.useTeam, { name })}
            onUse={onTeam}
          />
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
          if (answer?.ok)
            onTeam({ id: answer.value.id, name: team.name, projectIds: team.projectIds, made: true });
        }}
      />
    </>
  );
}

function CycleStep({ directory, onCycle }: { directory: Directory; onCycle: (cycle: Span) => void }) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const act = useAct('cycle.create');
  const open = openCycles(directory);
  return (
    <>
      {open.length > 0 && (
        <>
          <Those
            label={t(writing.cycle)}
            all={open}
            say={(name) => t(pages.useCycle, { name })}
            onUse={onCycle}
          />
          <p className={styles.quiet}>{t(pages.orNewCycle)}</p>
        </>
      )}
      <CycleForm
        initial={suggested(timeZone)}
        cycles={[]}
        act={act}
        onSave={async (cycle) => {
          const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, cycle }));
          if (answer?.ok) onCycle({ ...answer.value, ...cycle, draft: true, made: true });
        }}
      />
    </>
  );
}

/** Teams that this person may write for. */
function ownTeams({ teams }: Directory): Chosen[] {
  const own = teams.filter(({ can }: TeamReading) => can.addObjective);
  const labels = new Map(teamOptions(own, teams).map(({ value, label }) => [value, label]));
  return own.map(({ id, name, projectIds }) => ({
    id,
    name: labels.get(id) ?? name,
    projectIds,
    made: false,
  }));
}

function openCycles({ cycles }: Directory): Span[] {
  return cycles
    .filter(({ phase }: CycleReading) => phase === 'draft' || phase === 'active')
    .map(({ phase, ...cycle }) => ({ ...cycle, draft: phase === 'draft', made: false }));
}

type ThoseProps<T> = {
  label: string;
  all: readonly T[];
  say: (name: string) => string;
  onUse: (one: T) => void;
};

/** What is there already: a button each, or a list to search when they are many. */
function Those<T extends { id: string; name: string }>({ label, all, say, onUse }: ThoseProps<T>) {
  if (all.length > mostButtons) {
    return (
      <div className={form.form}>
        <Choice<T>
          label={label}
          value={null}
          options={all.map((one) => ({ value: one, label: one.name }))}
          onChoose={onUse}
        />
      </div>
    );
  }
  return (
    <div className={styles.row}>
      {all.map((one) => (
        <Button key={one.id} onClick={() => onUse(one)}>
          {say(one.name)}
        </Button>
      ))}
    </div>
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
