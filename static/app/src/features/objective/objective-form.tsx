import { Checkbox } from '@atlaskit/checkbox';
import { useState, type ReactNode } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { Refusal } from '../../../../../src/contract/result';
import type { ProjectId } from '../../../../../src/domain/ids';
import { Field, refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { PeoplePicker } from '../../components/people-picker';
import { PersonPicker } from '../../components/person-picker';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import styles from './form.module.css';

export type ObjectiveInput = Input<'objective.create'>['objective'];
type Props = {
  initial: ObjectiveInput;
  project?: ProjectId | undefined;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  onSave: (objective: ObjectiveInput) => Promise<unknown>;
  onCancel?: () => void;
  /** What to do when somebody else saved first. */
  conflict?: ReactNode;
};

const fields = ['title', 'why', 'owner', 'viewers'].map((name) => `objective.${name}`);

/** Writes an objective: where to, why, whose, and who may see it. */
export function ObjectiveForm({ initial, project, act, onSave, onCancel, conflict }: Props) {
  const { t } = useWords();
  const [objective, setObjective] = useState(initial);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ObjectiveInput>) => setObjective((now) => ({ ...now, ...part }));
  const empty = tried && objective.title.trim() === '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (objective.title.trim() !== '') void onSave(objective);
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
      <LongText
        label={t(writing.why)}
        value={objective.why}
        error={refusedField(act.refusal, 'objective.why')}
        onText={(why) => change({ why })}
      />
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
