import { Checkbox } from '@atlaskit/checkbox';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { Unit } from '../../../../../src/domain/metric';
import { sayValue } from '../../../../../src/domain/say';
import type { Refusal } from '../../../../../src/contract/result';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { Field, refusedField } from '../../components/field';
import { ModalFrame } from '../../components/modal-frame';
import { numberText, parseNumber } from '../../components/number-text';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { measuring as words } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';

type Props = {
  /** What it is a value of, such as KR-3. */
  name: string;
  /** As it stands; null: it was taken back. */
  value: number | null;
  on: LocalDate;
  today: LocalDate;
  unit: Unit;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean; clear: () => void };
  /** Saves; answers whether it was. `value` null takes it back. */
  onSave: (value: number | null, why: string) => Promise<boolean>;
};

/** A recorded value, what it should have been, and why it was wrong. */
export function CorrectForm({ name, value: recorded, on, today, unit, act, onSave }: Props) {
  const { t, locale, day, number } = useWords();
  const before = recorded === null ? '' : numberText(recorded, locale);
  const [value, setValue] = useState(before);
  const [takesBack, setTakesBack] = useState(false);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const right = takesBack ? null : parseNumber(value, locale);
  const wrong = !takesBack && right === null;

  async function save() {
    setTried(true);
    if (wrong || why.trim() === '') return;
    if (!(await onSave(right, why))) return;
    flag({ title: t(words.corrected) });
    await closeModal(true);
  }

  function takeTheirs() {
    setValue(before);
    setTakesBack(false);
  }

  return (
    <ModalFrame
      title={t(words.correctTitle, { key: name })}
      saveLabel={t(base.save)}
      onSave={() => void save()}
      busy={act.busy}
    >
      <p>
        {recorded === null
          ? t(words.takenBackLead, { day: day(on, today) })
          : t(words.correctLead, { value: sayValue(recorded, unit, locale), day: day(on, today) })}
      </p>
      {!takesBack && (
        <TextField
          label={t(words.right)}
          inputMode="decimal"
          autoFocus
          error={
            tried && wrong
              ? t(words.rightWrong, { example: number(2.5) })
              : refusedField(act.refusal, 'value')
          }
          value={value}
          onText={setValue}
        />
      )}
      {recorded !== null && (
        <Checkbox
          label={t(words.takeBack)}
          isChecked={takesBack}
          onChange={(event) => setTakesBack(event.currentTarget.checked)}
        />
      )}
      <Field
        label={t(words.whyWrong)}
        error={tried && why.trim() === '' ? t(words.whyMissing) : refusedField(act.refusal, 'why')}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            minimumRows={2}
            resize="smart"
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Field>
      <ActMessage
        act={act}
        fields={['value', 'why']}
        conflict={<ChangedNotice act={act} onTheirs={takeTheirs} />}
      />
    </ModalFrame>
  );
}
