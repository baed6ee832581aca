import AsyncSelect from '@atlaskit/select/AsyncSelect';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { TeamReading } from '../../../../../src/contract/readings';
import type { Refusal } from '../../../../../src/contract/result';
import type { ProjectId, TeamId } from '../../../../../src/domain/ids';
import { chipsApart } from '../../components/chips';
import { Choice } from '../../components/choice';
import { Field, refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { PeoplePicker } from '../../components/people-picker';
import { PersonPicker } from '../../components/person-picker';
import { teamOptions } from '../../components/team-options';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { assignablePeople } from '../../rpc/jira';
import { readProjects, searchProjects, type JiraProject } from '../../rpc/jira-projects';
import styles from '../objective/form.module.css';
import { parentsFor } from './move-team';

export type TeamInput = Input<'team.create'>['team'];
type Props = {
  /** The team to change; null: a new one. */
  id: TeamId | null;
  initial: TeamInput;
  /** All teams: those it may stand under are offered. */
  teams: TeamReading[];
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  onSave: (team: TeamInput) => Promise<unknown>;
  onCancel?: () => void;
  /** What to do when somebody else saved first. */
  conflict?: ReactNode;
};

const fields = [
  'team.name',
  'team.lead',
  'team.members',
  'team.projectIds',
  'team.parentId',
  'team.level',
  'team.timeZone',
];

/** Lists tell teams of one name apart by what they are part of. */
const isSameName = (one: string, other: string) =>
  one.trim().localeCompare(other.trim(), undefined, { sensitivity: 'base' }) === 0;

/** Writes a team: from a Jira project, with its people suggested as members. */
export function TeamForm({ id, initial, teams, act, onSave, onCancel, conflict }: Props) {
  const { t } = useWords();
  const [team, setTeam] = useState(initial);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<TeamInput>) => setTeam((now) => ({ ...now, ...part }));
  const nameless = tried && team.name.trim() === '';
  // Being saved, it is soon among them itself.
  const isTaken =
    !act.busy &&
    teams.some(
      (other) => other.id !== id && other.parentId === team.parentId && isSameName(other.name, team.name),
    );

  async function choose(projects: JiraProject[]) {
    const added = projects.find(({ id }) => !team.projectIds.includes(id));
    change({ projectIds: projects.map(({ id }) => id) });
    if (added === undefined) return;
    if (team.name.trim() === '') change({ name: added.name });
    // Without suggestions the members are simply chosen by hand.
    const people = await assignablePeople(added.id).catch(() => []);
    setTeam((now) =>
      now.members.length > 1
        ? now
        : { ...now, members: [...new Set([...now.members, ...people.map((person) => person.accountId)])] },
    );
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (team.name.trim() !== '') void onSave(team);
      }}
    >
      <Field
        label={t(writing.projects)}
        hint={t(writing.projectHint)}
        error={refusedField(act.refusal, 'team.projectIds')}
      >
        {(wiring) => (
          <ProjectsPicker
            {...wiring}
            value={team.projectIds}
            onChange={(projects) => void choose(projects)}
          />
        )}
      </Field>
      <TextField
        label={t(writing.teamName)}
        value={team.name}
        {...(isTaken && { hint: t(writing.teamNameTaken), isNews: true })}
        error={nameless ? t(writing.nameMissing) : refusedField(act.refusal, 'team.name')}
        onText={(name) => change({ name })}
      />
      <Field label={t(writing.lead)} error={refusedField(act.refusal, 'team.lead')}>
        {(wiring) => <PersonPicker {...wiring} value={team.lead} onChange={(lead) => change({ lead })} />}
      </Field>
      <Field
        label={t(writing.members)}
        hint={t(writing.membersHint)}
        error={refusedField(act.refusal, 'team.members')}
      >
        {(wiring) => (
          <PeoplePicker {...wiring} value={team.members} onChange={(members) => change({ members })} />
        )}
      </Field>
      <div className={styles.pair}>
        <Choice
          label={t(writing.cadence)}
          value={team.cadence}
          options={[
            { value: 'weekly', label: t(writing.weekly) },
            { value: 'every-two-weeks', label: t(writing.everyTwoWeeks) },
            { value: 'monthly', label: t(writing.monthly) },
          ]}
          onChoose={(cadence) => change({ cadence })}
        />
        <Choice
          label={t(writing.timeZone)}
          value={team.timeZone}
          error={refusedField(act.refusal, 'team.timeZone')}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChoose={(timeZone) => change({ timeZone })}
        />
      </div>
      <div className={styles.pair}>
        <Choice
          label={t(writing.level0)}
          value={team.level}
          options={[
            { value: 'organisation', label: t(writing.organisation) },
            { value: 'department', label: t(writing.department) },
            { value: 'team', label: t(writing.teamLevel) },
            { value: 'person', label: t(writing.person) },
          ]}
          onChoose={(level) => change({ level })}
        />
        <Choice
          label={t(writing.parent)}
          value={team.parentId}
          error={refusedField(act.refusal, 'team.parentId')}
          options={[
            { value: null, label: t(writing.noParent) },
            ...teamOptions(parentsFor({ id, level: team.level }, teams), teams),
          ]}
          onChoose={(parentId) => change({ parentId })}
        />
      </div>
      <FormEnd act={act} fields={fields} save={t(writing.saveTeam)} conflict={conflict} onCancel={onCancel} />
    </form>
  );
}

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

type PickerProps = {
  id: string;
  value: ProjectId[];
  onChange: (projects: JiraProject[]) => void;
  'aria-describedby'?: string | undefined;
  'aria-invalid': boolean;
};

function ProjectsPicker({ id, value, onChange, ...aria }: PickerProps) {
  const { t } = useWords();
  const [known, setKnown] = useState<JiraProject[]>([]);
  const named = useQuery({
    queryKey: ['jira', 'projects', value],
    queryFn: () => readProjects(value),
    enabled: value.some((project) => !known.some((one) => one.id === project)),
  });
  const projects = [...known, ...(named.data ?? [])];
  const option = (project: JiraProject) => ({ value: project, label: `${project.name} (${project.key})` });
  return (
    <AsyncSelect<{ value: JiraProject; label: string }, true>
      inputId={id}
      {...(aria['aria-describedby'] === undefined ? {} : { descriptionId: aria['aria-describedby'] })}
      isInvalid={aria['aria-invalid']}
      isMulti
      cacheOptions
      defaultOptions
      menuPosition="fixed"
      classNames={chipsApart}
      placeholder={t(writing.chooseProject)}
      noOptionsMessage={() => t(writing.noProject)}
      loadOptions={async (text: string) => (await searchProjects(text)).map(option)}
      getOptionValue={({ value: { id: projectId } }) => projectId}
      value={value.map((projectId) =>
        option(projects.find((one) => one.id === projectId) ?? { id: projectId, key: '…', name: '…' }),
      )}
      onChange={(options) => {
        const chosen = options.map((one) => one.value);
        setKnown((now) => [...now, ...chosen]);
        onChange(chosen);
      }}
    />
  );
}
