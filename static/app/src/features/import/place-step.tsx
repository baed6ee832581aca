import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type ReactNode } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import type { CycleReading, TeamReading } from '../../../../../src/contract/readings';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { todayIn, usePlace } from '../../boot/place-context';
import { Choice, type Option } from '../../components/choice';
import { teamOptions } from '../../components/team-options';
import { importing } from '../../messages/en/import';
import { pages as pageWords } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { CycleForm } from '../cycle/cycle-form';
import { suggestQuarter } from '../cycle/suggest-cycle';
import pages from '../pages/pages.module.css';
import styles from './import.module.css';
import { newTeam } from '../team/new-team';
import { TeamForm } from '../team/team-form';

export type Chosen = { teamId: TeamId | null; cycleId: CycleId | null };
type Adding = 'team' | 'cycle' | null;
export type Placed = { team: TeamReading; cycle: CycleReading };
type Props = {
  /** Shows the choice and offers no other. */
  isLocked: boolean;
  directory: Directory;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** The rest, once both are chosen. */
  children: (place: Placed) => ReactNode;
};

/** The team and the cycle these OKRs belong to, among those the person may write; either can be made here. */
export function PlaceStep({ isLocked, directory, chosen, onChoose, children }: Props) {
  const { t } = useWords();
  const { accountId, timeZone } = usePlace();
  const teams = directory.teams.filter(({ can, archived }) => can.addObjective && !archived);
  const cycles = directory.cycles.filter(({ phase }) => phase !== 'closed');
  const today = todayIn(timeZone);
  const [adding, setAdding] = useState<Adding>(null);
  const team =
    teams.find(({ id }) => id === chosen.teamId) ??
    teams.find(({ lead }) => lead === accountId) ??
    (teams.length === 1 ? teams[0] : undefined);
  const cycle = cycles.find(({ id }) => id === chosen.cycleId) ?? likelyCycle(cycles, today);

  return (
    <>
      <section className={pages.step} aria-label={t(importing.stepPlace)}>
        <Heading size="small" as="h2">
          {t(importing.stepPlace)}
        </Heading>
        {isLocked ? (
          <p>{[team?.name, cycle?.name].filter(Boolean).join(' · ')}</p>
        ) : (
          <PlaceFields {...{ directory, chosen, onChoose, adding, setAdding, teams, cycles, team, cycle }} />
        )}
      </section>
      {adding === null && team && cycle && children({ team, cycle })}
    </>
  );
}

type PlaceFieldsProps = Pick<Props, 'directory' | 'chosen' | 'onChoose'> & {
  adding: Adding;
  setAdding: (adding: Adding) => void;
  teams: TeamReading[];
  cycles: CycleReading[];
  team: TeamReading | undefined;
  cycle: CycleReading | undefined;
};

function PlaceFields({
  directory,
  chosen,
  onChoose,
  adding,
  setAdding,
  teams,
  cycles,
  team,
  cycle,
}: PlaceFieldsProps) {
  const { t } = useWords();
  return (
    <>
      {teams.length === 0 || adding === 'team' ? (
        <>
          {teams.length === 0 && <p className={pages.quiet}>{t(importing.noTeamWhy)}</p>}
          <NewTeam
            directory={directory}
            onTeam={(teamId) => {
              setAdding(null);
              onChoose({ ...chosen, teamId });
            }}
            {...(teams.length === 0 ? {} : { onCancel: () => setAdding(null) })}
          />
        </>
      ) : (
        <PickOne
          label={t(importing.team)}
          value={team?.id ?? null}
          options={teamOptions(teams, directory.teams)}
          onChoose={(teamId) => onChoose({ ...chosen, teamId })}
          addLabel={directory.me.canAddTeam ? t(pageWords.addTeam) : null}
          onAdd={() => setAdding('team')}
        />
      )}
      {team !== undefined &&
        (cycles.length === 0 || adding === 'cycle' ? (
          <>
            {cycles.length === 0 && <p className={pages.quiet}>{t(importing.noCycleWhy)}</p>}
            <NewCycle
              onCycle={(cycleId) => {
                setAdding(null);
                onChoose({ ...chosen, cycleId });
              }}
              {...(cycles.length === 0 ? {} : { onCancel: () => setAdding(null) })}
            />
          </>
        ) : (
          <PickOne
            label={t(importing.cycle)}
            value={cycle?.id ?? null}
            options={cycles.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(cycleId) => onChoose({ ...chosen, cycleId })}
            addLabel={directory.me.canAddCycle ? t(pageWords.addCycle) : null}
            onAdd={() => setAdding('cycle')}
          />
        ))}
      {adding === null && teams.length > 0 && (team === undefined || cycle === undefined) && (
        <p className={pages.quiet}>{t(importing.chooseTeam)}</p>
      )}
    </>
  );
}

/** The running cycle, else a drafted one: the shortest that has not ended. */
function likelyCycle(cycles: CycleReading[], today: string): CycleReading | undefined {
  const rank = ({ phase, startsOn, endsOn }: CycleReading) =>
    (endsOn < today ? 2 : 0) + (phase === 'active' ? 0 : 1) + (startsOn <= today ? 0 : 0.5);
  const length = ({ startsOn, endsOn }: CycleReading) => Date.parse(endsOn) - Date.parse(startsOn);
  return cycles.toSorted((a, b) => rank(a) - rank(b) || length(a) - length(b))[0];
}

type PickOneProps<Id> = {
  label: string;
  value: Id | null;
  options: Option<Id>[];
  onChoose: (id: Id) => void;
  addLabel: string | null;
  onAdd: () => void;
};

function PickOne<Id extends string>({ label, value, options, onChoose, addLabel, onAdd }: PickOneProps<Id>) {
  return (
    <div className={styles.pick}>
      <Choice<Id | null>
        label={label}
        value={value}
        options={options}
        onChoose={(id) => {
          if (id !== null) onChoose(id);
        }}
      />
      {addLabel !== null && (
        <Button appearance="subtle" onClick={onAdd}>
          {addLabel}
        </Button>
      )}
    </div>
  );
}

type NewTeamProps = { directory: Directory; onTeam: (id: TeamId) => void; onCancel?: () => void };

function NewTeam({ directory, onTeam, ...rest }: NewTeamProps) {
  const place = usePlace();
  const act = useAct('team.create');
  return (
    <TeamForm
      id={null}
      initial={newTeam(place, null, directory.newTeam)}
      teams={directory.teams}
      act={act}
      onSave={async (team) => {
        const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, team }));
        if (answer?.ok) onTeam(answer.value.id);
      }}
      {...rest}
    />
  );
}

function NewCycle({ onCycle, ...rest }: { onCycle: (id: CycleId) => void; onCancel?: () => void }) {
  const { timeZone } = usePlace();
  const act = useAct('cycle.create');
  const { name, startsOn, endsOn } = suggestQuarter(todayIn(timeZone));
  return (
    <CycleForm
      initial={{ name, startsOn, endsOn, parentId: null }}
      cycles={[]}
      act={act}
      onSave={async (cycle) => {
        const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, cycle }));
        if (answer?.ok) onCycle(answer.value.id);
      }}
      {...rest}
    />
  );
}
