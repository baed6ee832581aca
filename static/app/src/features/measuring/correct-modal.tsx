import { Checkbox } from '@atlaskit/checkbox';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { CheckIn } from '../../../../../src/domain/check-in';
import type { CheckInId, KeyResultId } from '../../../../../src/domain/ids';
import { sayValue } from '../../../../../src/domain/say';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { Field, refusedField } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { ModalFrame } from '../../components/modal-frame';
import { numberText, parseNumber } from '../../components/number-text';
import { Read } from '../../components/read';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { measuring as words } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';

/** Says that a recorded value was wrong, what it should have been, and why. */
export function CorrectModal({ keyResultId, checkInId }: { keyResultId: KeyResultId; checkInId: CheckInId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        const checkIn = of?.keyResult.checkIns.find(({ id }) => id === checkInId);
        const turn = page.corrections.filter(({ about }) => about === checkInId).length + 1;
        return of && checkIn && <CorrectForm of={of} checkIn={checkIn} turn={turn} />;
      }}
    </Read>
  );
}

type Props = { of: Stood; checkIn: CheckIn; turn: number };

function CorrectForm({ of, checkIn, turn }: Props) {
  const { t, locale, day, number } = useWords();
  const { id: keyResultId, key, definition } = of.keyResult;
  const recorded = checkIn.value === null ? '' : numberText(checkIn.value, locale);
  const [value, setValue] = useState(recorded);
  const [takesBack, setTakesBack] = useState(false);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('check-in.correct');
  const right = takesBack ? null : parseNumber(value, locale);
  const wrong = !takesBack && right === null;

  async function save() {
    setTried(true);
    if (wrong || why.trim() === '') return;
    const said = { keyResultId, checkInId: checkIn.id, turn, value: right, why };
    const answer = await act.run(({ id }) => ({ id: id(), ...said }));
    if (!answer?.ok) return;
    flag({ title: t(words.corrected) });
    await closeModal(true);
  }

  const on = day(checkIn.day, of.today);
  return (
    <ModalFrame
      title={t(words.correctTitle, { key })}
      saveLabel={t(base.save)}
      onSave={() => void save()}
      busy={act.busy}
    >
      <p>
        {checkIn.value === null
          ? t(words.takenBackLead, { day: on })
          : t(words.correctLead, { value: sayValue(checkIn.value, definition.unit, locale), day: on })}
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
      {checkIn.value !== null && (
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
        conflict={<ChangedNotice act={act} onTheirs={() => setValue(recorded)} />}
      />
    </ModalFrame>
  );
}
