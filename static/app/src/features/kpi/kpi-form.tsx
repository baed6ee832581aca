import { useState, type ReactNode } from 'react';
import type { KpiList } from '../../../../../src/contract/kpi-calls';
import type { Refusal } from '../../../../../src/contract/result';
import type { ProjectId, TeamId } from '../../../../../src/domain/ids';
import type { KpiWords } from '../../../../../src/domain/kpi';
import type { Cadence, Unit } from '../../../../../src/domain/metric';
import { usePlace } from '../../boot/place-context';
import { Choice } from '../../components/choice';
import { Field, refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { numberText, parseNumber } from '../../components/number-text';
import { PersonPicker } from '../../components/person-picker';
import { toldApart } from '../../components/team-options';
import { TextField } from '../../components/text-field';
import { kpiWords as words } from '../../messages/en/kpi';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import form from '../objective/form.module.css';
import { unitOf, type UnitDraft } from '../objective/key-result-draft';
import { UnitFields } from '../objective/number-fields';

type Props = {
  /** What is saved; absent: a new one. */
  initial?: KpiWords;
  /** To choose from for a new one. */
  teams?: KpiList['teams'];
  teamId: TeamId | null;
  project?: ProjectId | undefined;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean; clear: () => void };
  conflict?: ReactNode;
  onSave: (kpi: KpiWords, teamId: TeamId, why: string) => Promise<void>;
  onCancel: () => void;
};

const fields = ['name', 'description', 'owner', 'min', 'max', 'unit.code', 'unit.text', 'cadence'].map(
  (name) => `kpi.${name}`,
);

function unitDraft(unit: Unit): UnitDraft {
  return {
    unit: unit.kind,
    currency: unit.kind === 'currency' ? unit.code : 'EUR',
    duration: unit.kind === 'duration' ? unit.of : 'days',
    ownUnit: unit.kind === 'custom' ? unit.text : '',
  };
}

/** Writes a KPI: what it measures, when it is healthy, whose it is, how often it is measured. */
export function KpiForm(props: Props) {
  const { initial, teams = [], project, act, conflict = null, onSave, onCancel } = props;
  const { t, locale, number } = useWords();
  const { accountId } = usePlace();
  const text = (value: number | null) => (value === null ? '' : numberText(value, locale));
  const [teamId, setTeamId] = useState(props.teamId);
  const [name, setName] = useState(initial?.name ?? '');
  const [description, setDescription] = useState(initial?.description ?? '');
  const [owner, setOwner] = useState(initial ? initial.owner : accountId);
  const [unit, setUnit] = useState(unitDraft(initial?.unit ?? { kind: 'percent' }));
  const [min, setMin] = useState(text(initial?.min ?? null));
  const [max, setMax] = useState(text(initial?.max ?? null));
  const [cadence, setCadence] = useState<Cadence>(initial?.cadence ?? 'weekly');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const team = teams.find(({ id }) => id === teamId);
  const read = (typed: string) => (typed.trim() === '' ? null : parseNumber(typed, locale));
  const wrong = (typed: string) => typed.trim() !== '' && parseNumber(typed, locale) === null;
  const refused = (field: string) => refusedField(act.refusal, `kpi.${field}`);
  const numberError = (typed: string) =>
    tried && wrong(typed) ? t(words.numberWrong, { example: number(2.5) }) : null;

  async function save() {
    setTried(true);
    if (name.trim() === '' || wrong(min) || wrong(max) || teamId === null) return;
    const said = { name, description, owner, unit: unitOf(unit), min: read(min), max: read(max), cadence };
    await onSave(said, teamId, why);
  }

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t(words.name)}
        hint={t(words.nameHint)}
        autoFocus
        value={name}
        error={tried && name.trim() === '' ? t(words.nameMissing) : refused('name')}
        onText={setName}
      />
      {teams.length > 0 && (
        <Choice<TeamId>
          label={t(words.team)}
          value={teamId}
          options={toldApart(teams)}
          onChoose={setTeamId}
        />
      )}
      {/* The values are in it: the unit of a KPI stays. */}
      {initial === undefined && (
        <UnitFields draft={unit} change={(part) => setUnit({ ...unit, ...part })} errorOf={refused} />
      )}
      <div className={form.pair}>
        <TextField
          label={t(words.min)}
          hint={t(words.rangeHint)}
          inputMode="decimal"
          value={min}
          error={numberError(min) ?? refused('min')}
          onText={setMin}
        />
        <TextField
          label={t(words.max)}
          inputMode="decimal"
          value={max}
          error={numberError(max) ?? refused('max')}
          onText={setMax}
        />
      </div>
      <Choice<Cadence>
        label={t(words.cadence)}
        value={cadence}
        options={[
          { value: 'weekly', label: t(writing.weekly) },
          { value: 'every-two-weeks', label: t(writing.everyTwoWeeks) },
          { value: 'monthly', label: t(writing.monthly) },
        ]}
        onChoose={setCadence}
      />
      <Field label={t(words.owner)} error={refused('owner')}>
        {(wiring) => (
          <PersonPicker
            {...wiring}
            project={project ?? team?.projectIds[0]}
            value={owner}
            onChange={setOwner}
          />
        )}
      </Field>
      <LongText
        label={t(words.what)}
        hint={t(words.whatHint)}
        value={description}
        error={refused('description')}
        onText={setDescription}
      />
      {initial !== undefined && (
        <TextField
          label={t(words.why)}
          value={why}
          error={refusedField(act.refusal, 'why')}
          onText={setWhy}
        />
      )}
      <FormEnd
        act={act}
        fields={[...fields, 'why']}
        save={t(words.save)}
        conflict={conflict}
        onCancel={onCancel}
      />
    </form>
  );
}
