import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import type { Initiative } from '../../../../../src/domain/initiative';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from './initiative.module.css';

type Props = {
  initiative: Initiative;
  suggested: LocalDate;
  today: LocalDate;
  takesFocus: boolean;
  onDone: () => void;
};

/** Says on which day people got it. */
export default function LiveForm({ initiative, suggested, today, takesFocus, onDone }: Props) {
  const { t, day } = useWords();
  const [on, setOn] = useState<string>(suggested);
  const [why, setWhy] = useState('');
  const act = useAct('initiative.set-live');

  async function save() {
    if (!isLocalDate(on)) return;
    const answer = await act.run(({ requestId }) => ({
      id: initiative.id,
      version: initiative.version,
      requestId,
      on,
      why,
    }));
    if (!answer?.ok) return;
    flag({ title: t(words.liveSaved, { day: day(on, today) }) });
    onDone();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t(words.day)} error={refusedField(act.refusal, 'on')}>
        {(wiring) => (
          <Textfield
            {...wiring}
            type="date"
            isRequired
            isCompact
            autoFocus={takesFocus}
            max={today}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t(words.reason)} hint={t(words.reasonHint)} error={refusedField(act.refusal, 'why')}>
        {(wiring) => (
          <Textfield
            {...wiring}
            isCompact
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Field>
      <ActMessage act={act} fields={['on', 'why']} />
      <Button type="submit" spacing="compact" isLoading={act.busy}>
        {t(words.setLive)}
      </Button>
    </form>
  );
}
