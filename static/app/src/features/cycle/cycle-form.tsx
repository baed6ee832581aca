import { useState, type ReactNode } from 'react';
import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import type { CycleId } from '../../../../../src/domain/ids';
import type { CycleReading } from '../../../../../src/contract/readings';
import type { Refusal } from '../../../../../src/contract/result';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { TextField } from '../../components/text-field';
import { cycleWords } from '../../messages/en/cycles';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import styles from '../objective/form.module.css';

export type CycleInput = { name: string; startsOn: LocalDate; endsOn: LocalDate; parentId: CycleId | null };
type Props = {
  initial: CycleInput;
  /** Longer cycles it may lie within. */
  cycles: CycleReading[];
  act: { refusal: Refusal | null; failed: boolean; busy: boolean };
  onSave: (cycle: CycleInput, why: string) => Promise<unknown>;
  /** The cycle is under way: changing more than its name needs a reason. */
  asksWhy?: boolean;
  onCancel?: () => void;
  /** What to do when somebody else saved first. */
  conflict?: ReactNode;
};

const fields = ['cycle.name', 'cycle.startsOn', 'cycle.endsOn', 'cycle.parentId', 'why'];

/** Writes a cycle: its name, its dates, and the longer one it lies within. */
export function CycleForm({ initial, cycles, act, onSave, onCancel, conflict, asksWhy = false }: Props) {
  const { t } = useWords();
  const [cycle, setCycle] = useState({
    ...initial,
    startsOn: String(initial.startsOn),
    endsOn: String(initial.endsOn),
  });
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof cycle>) => setCycle((now) => ({ ...now, ...part }));
  const { name, startsOn, endsOn, parentId } = cycle;
  const needsWhy =
    asksWhy && (startsOn !== initial.startsOn || endsOn !== initial.endsOn || parentId !== initial.parentId);
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
        if (needsWhy && why.trim() === '') return;
        void onSave({ name: name.trim(), startsOn, endsOn, parentId }, needsWhy ? why.trim() : '');
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
      {needsWhy && (
        <LongText
          label={t(cycleWords.why)}
          hint={t(cycleWords.whyHint)}
          value={why}
          error={tried && why.trim() === '' ? t(cycleWords.whyMissing) : refusedField(act.refusal, 'why')}
          onText={setWhy}
        />
      )}
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
