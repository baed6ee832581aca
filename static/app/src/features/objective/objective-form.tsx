import { Checkbox } from '@atlaskit/checkbox';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { usePlace } from '../../boot/place-context';
import type { Input } from '../../../../../src/contract/calls';
import type { Refusal } from '../../../../../src/contract/result';
import type { CycleId, ObjectiveId, ProjectId, TeamId } from '../../../../../src/domain/ids';
import type { Fix } from '../../../../../src/domain/quality/finding';
import { Field, refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { PeoplePicker } from '../../components/people-picker';
import { PersonPicker } from '../../components/person-picker';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { servedTitle } from '../alignment/serves-draft';
import { ServesField } from '../alignment/serves-field';
import { useNewServes } from '../alignment/use-new-serves';
import { useDismissals } from '../review/use-dismissals';
import styles from './form.module.css';

const ObjectiveReview = lazy(() => import('../review/objective-review'));

export type ObjectiveInput = Input<'objective.create'>['objective'];
type Props = {
  initial: ObjectiveInput;
  project?: ProjectId | undefined;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  /** The objective that is changed; absent: a new one. */
  id?: ObjectiveId;
  /** Where a new one will stand: then the form asks what it serves, too. */
  place?: { teamId: TeamId; cycleId: CycleId };
  /** The words of what the objective that is changed serves. */
  served?: string | undefined;
  /** It serves something, or said why not. */
  connected?: boolean;
  /** Saves; answers what was saved, null when it was not. */
  onSave: (objective: ObjectiveInput) => Promise<ObjectiveId | null>;
  /** After everything that belongs to it is saved too. */
  onSaved?: (id: ObjectiveId, objective: ObjectiveInput) => void;
  onCancel?: () => void;
  /** What to do when somebody else saved first. */
  conflict?: ReactNode;
};

const fields = ['title', 'why', 'owner', 'viewers'].map((name) => `objective.${name}`);

/** Writes an objective: where to, why, whose, and who may see it. */
export function ObjectiveForm({
  initial,
  id,
  project,
  act,
  place,
  served,
  connected = false,
  onSave,
  onSaved,
  onCancel,
  conflict,
}: Props) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const dismissals = useDismissals(id === undefined ? null : { kind: 'objective', id });
  const [objective, setObjective] = useState(initial);
  const serving = useNewServes();
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ObjectiveInput>) => setObjective((now) => ({ ...now, ...part }));
  function fix(chosen: Fix) {
    if (chosen.kind === 'replace') change({ title: chosen.text });
    if (chosen.kind === 'own') change({ owner: accountId });
  }
  async function save() {
    setTried(true);
    if (objective.title.trim() === '') return;
    const saved = await onSave(objective);
    if (saved === null) return;
    await dismissals.keep({ kind: 'objective', id: saved });
    await serving.keep(saved);
    onSaved?.(saved, objective);
  }
  const empty = tried && objective.title.trim() === '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t(writing.objective)}
        hint={t(writing.objectiveHint)}
        autoFocus
        value={objective.title}
        error={empty ? t(writing.objectiveMissing) : refusedField(act.refusal, 'objective.title')}
        onText={(title) => change({ title })}
      />
      <Suspense fallback={null}>
        <ObjectiveReview
          title={objective.title}
          why={objective.why}
          owner={objective.owner}
          served={served ?? servedTitle(serving.draft)}
          connected={connected || serving.isSaid}
          dismissals={dismissals}
          onFix={fix}
        />
      </Suspense>
      <LongText
        label={t(writing.why)}
        value={objective.why}
        error={refusedField(act.refusal, 'objective.why')}
        onText={(why) => change({ why })}
      />
      {place && <ServesField place={place} value={serving.draft} error={null} onChange={serving.change} />}
      <Field label={t(writing.owner)} error={refusedField(act.refusal, 'objective.owner')}>
        {(wiring) => (
          <PersonPicker
            {...wiring}
            project={project}
            value={objective.owner}
            onChange={(owner) => change({ owner })}
          />
        )}
      </Field>
      <Checkbox
        label={t(writing.restrict)}
        isChecked={objective.restricted}
        onChange={(event) => change({ restricted: event.currentTarget.checked })}
      />
      {objective.restricted && (
        <Field label={t(writing.viewers)} error={refusedField(act.refusal, 'objective.viewers')}>
          {(wiring) => (
            <PeoplePicker {...wiring} value={objective.viewers} onChange={(viewers) => change({ viewers })} />
          )}
        </Field>
      )}
      <FormEnd
        act={act}
        fields={fields}
        save={t(writing.saveObjective)}
        conflict={conflict}
        onCancel={onCancel}
      />
    </form>
  );
}
