import { Checkbox } from '@atlaskit/checkbox';
import { lazy, Suspense, useState } from 'react';
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
import { together } from '../../components/together';
import { TogetherNotice } from '../../components/together-notice';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { servedTitle } from '../alignment/serves-draft';
import { ServesField } from '../alignment/serves-field';
import { useNewServes } from '../alignment/use-new-serves';
import { useDismissals } from '../review/use-dismissals';
import styles from './form.module.css';
import { sharedObjectiveFields } from './shared-fields';

const ObjectiveReview = lazy(() => import('../review/objective-review'));

export type ObjectiveInput = Input<'objective.create'>['objective'];
type Props = {
  /** Empty, or what is saved; when others save meanwhile, what they saved. */
  initial: ObjectiveInput;
  project?: ProjectId | undefined;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean; clear: () => void };
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
}: Props) {
  const words = useWords();
  const { t } = words;
  const { accountId } = usePlace();
  const dismissals = useDismissals(id === undefined ? null : { kind: 'objective', id });
  const serving = useNewServes();
  const [base, setBase] = useState(initial);
  const [mine, setMine] = useState(initial);
  const [tried, setTried] = useState(false);
  const saved = id === undefined ? base : initial;
  const meeting = together(base, saved, mine, sharedObjectiveFields(words));
  const objective = meeting.draft;
  const change = (part: Partial<ObjectiveInput>) => setMine((now) => ({ ...now, ...part }));
  function fix(chosen: Fix) {
    if (chosen.kind === 'replace') change({ title: chosen.text });
    if (chosen.kind === 'own') change({ owner: accountId });
  }
  async function save() {
    setTried(true);
    if (objective.title.trim() === '') return;
    const kept = await onSave(objective);
    if (kept === null) return;
    await dismissals.keep({ kind: 'objective', id: kept });
    await serving.keep(kept);
    onSaved?.(kept, objective);
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
      <TogetherNotice
        act={act}
        of={meeting}
        base={base}
        saved={saved}
        mine={mine}
        onTake={({ part }) => change(part(saved))}
        onTakeAll={() => {
          act.clear();
          setBase(saved);
          setMine(saved);
        }}
      />
      <FormEnd
        act={act}
        fields={fields}
        save={t(writing.saveObjective)}
        conflict={null}
        onCancel={onCancel}
      />
    </form>
  );
}
