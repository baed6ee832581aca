import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { addDays, isLocalDate } from '../../../../../src/domain/dates';
import { ActMessage } from '../../components/act-message';
import { usePlace } from '../../boot/place-context';
import { Field } from '../../components/field';
import type { Stood } from '../../components/how-it-stands';
import { PersonPicker } from '../../components/person-picker';
import { base } from '../../messages/en/base';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import styles from './planning.module.css';
import { useSitting } from './sitting';
import { useDecision } from './use-decision';

/** Until a sitting says otherwise, a decision is looked at again after so many days. */
export const decisionDays = 14;

/** Records a decision on a key result; it opens its next check-in. */
export function DecideOnKeyResult({ of, onDone }: { of: Stood; onDone: () => void }) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const { keyResult, today } = of;
  const [text, setText] = useState('');
  const [owner, setOwner] = useState(keyResult.owner ?? accountId);
  const [dueOn, setDueOn] = useState<string>(addDays(today, decisionDays));
  const [isTried, setTried] = useState(false);
  const { decide, act } = useDecision();
  const sitting = useSitting();

  async function save() {
    setTried(true);
    if (text.trim() === '' || owner === null || !isLocalDate(dueOn)) return;
    if (!(await decide(of, { text: text.trim(), owner, dueOn }))) return;
    flag({ title: t(texts.keyResultDecided, { key: keyResult.key }) });
    sitting.log(`${keyResult.key}: ${text.trim()}`);
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
      <Field
        label={t(texts.decision)}
        error={isTried && text.trim() === '' ? t(texts.decisionMissing) : null}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            autoFocus
            minimumRows={2}
            resize="smart"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={styles.inline}>
        <Field
          label={t(texts.decisionOwner)}
          error={isTried && owner === null ? t(texts.decisionOwnerMissing) : null}
        >
          {(wiring) => (
            <PersonPicker
              {...wiring}
              value={owner}
              onChange={setOwner}
              project={of.objective.team.projectIds[0]}
            />
          )}
        </Field>
        <Field
          label={t(texts.decisionDue)}
          error={isTried && !isLocalDate(dueOn) ? t(texts.decisionDueMissing) : null}
        >
          {(wiring) => (
            <Textfield
              {...wiring}
              type="date"
              value={dueOn}
              onChange={(event) => setDueOn(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <ActMessage act={act} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" spacing="compact" isLoading={act.busy}>
          {t(texts.saveDecision)}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onDone}>
          {t(base.cancel)}
        </Button>
      </div>
    </form>
  );
}
