import { useState, type ReactNode } from 'react';
import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import type { CycleId } from '../../../../../src/domain/ids';
import type { CycleReading } from '../../../../../src/contract/readings';
import type { Refusal } from '../../../../../src/contract/result';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { TextField } from '../../components/text-field';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import styles from '../objective/form.module.css';

export type CycleInput = { name: string; startsOn: LocalDate; endsOn: LocalDate; parentId: CycleId | null };
type Props = {
  initial: CycleInput;
  /** Longer cycles it may lie within. */
  cycles: CycleReading[];
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  onSave: (cycle: CycleInput) => Promise<unknown>;
  onCancel?: () => void;
  /** What to do when somebody else saved first. */
  conflict?: ReactNode;
};

const fields = ['cycle.name', 'cycle.startsOn', 'cycle.endsOn', 'cycle.parentId'];

/** Writes a cycle: its name and its dates. */
export function CycleForm({ initial, cycles, act, onSave, onCancel, conflict }: Props) {
  const { t } = useWords();
  const [cycle, setCycle] = useState({
    ...initial,
    startsOn: String(initial.startsOn),
    endsOn: String(initial.endsOn),
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof cycle>) => setCycle((now) => ({ ...now, ...part }));
  const { name, startsOn, endsOn, parentId } = cycle;
  const dateError = (field: 'startsOn' | 'endsOn') =>
    tried && !isLocalDate(cycle[field]) ? t(writing.date) : refusedField(act.refusal, `cycle.${field}`);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '' || !isLocalDate(startsOn) || !isLocalDate(endsOn)) return;
        void onSave({ name: name.trim(), startsOn, endsOn, parentId });
      }}
    >
      <TextField
        label={t(writing.cycleName)}
        value={name}
        error={tried && name.trim() === '' ? t(writing.nameMissing) : refusedField(act.refusal, 'cycle.name')}
        onText={(text) => change({ name: text })}
      />
      <div className={styles.pair}>
        <TextField
          label={t(writing.startsOn)}
          type="date"
          value={startsOn}
          error={dateError('startsOn')}
          onText={(text) => change({ startsOn: text })}
        />
        <TextField
          label={t(writing.endsOn)}
          type="date"
          value={endsOn}
          error={dateError('endsOn')}
          onText={(text) => change({ endsOn: text })}
        />
        {cycles.length > 0 && (
          <Choice
            label={t(writing.within)}
            value={parentId}
            error={refusedField(act.refusal, 'cycle.parentId')}
            options={[
              { value: null, label: t(writing.noCycleAbove) },
              ...cycles.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChoose={(id) => change({ parentId: id })}
          />
        )}
      </div>
      <FormEnd
        act={act}
        fields={fields}
        save={t(writing.saveCycle)}
        conflict={conflict}
        onCancel={onCancel}
      />
    </form>
  );
}
