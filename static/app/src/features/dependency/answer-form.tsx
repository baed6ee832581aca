import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DependencyReading } from '../../../../../src/contract/dependency-calls';
import { ActMessage } from '../../components/act-message';
import { ChangedNotice } from '../../components/changed-notice';
import { refusedField } from '../../components/field';
import { LongText } from '../../components/long-text';
import states from '../../components/states.module.css';
import { dependency as texts } from '../../messages/en/dependency';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from './dependency.module.css';

type Props = {
  dependency: DependencyReading;
  /** The key of the key result that needs it. */
  name: string;
  onDone: () => void;
};

/** A team's answer: it confirms, or declines and says why. */
export function AnswerForm({ dependency: { id, version, reason }, name, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('dependency.answer');
  const [said, setSaid] = useState(reason);
  const [last, setLast] = useState(true);
  async function answer(confirmed: boolean) {
    setLast(confirmed);
    const result = await act.run(({ requestId }) => ({ id, version, requestId, confirmed, reason: said }));
    if (!result?.ok) return;
    flag({ title: t(texts.answered) });
    onDone();
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answer(last);
      }}
    >
      <LongText
        label={t(texts.reason)}
        hint={t(texts.reasonHint)}
        value={said}
        error={refusedField(act.refusal, 'reason')}
        onText={setSaid}
      />
      <ActMessage
        act={act}
        fields={['reason']}
        conflict={<ChangedNotice act={act} onTheirs={() => setSaid(reason)} />}
      />
      <div className={states.choices}>
        <Button
          type="button"
          aria-label={t(texts.confirmOf, { name })}
          isLoading={act.busy && last}
          onClick={() => void answer(true)}
        >
          {t(texts.confirm)}
        </Button>
        <Button
          type="button"
          appearance="subtle"
          aria-label={t(texts.declineOf, { name })}
          isLoading={act.busy && !last}
          onClick={() => void answer(false)}
        >
          {t(texts.decline)}
        </Button>
      </div>
    </form>
  );
}
