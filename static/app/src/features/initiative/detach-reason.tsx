import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Act } from '../../rpc/use-act';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
import { base } from '../../messages/en/base';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import styles from './initiative.module.css';

type Props = { act: Act<'initiative.detach'>; onDetach: (why: string) => void; onCancel: () => void };

/** Asks why somebody else's initiative is taken off. */
export default function DetachReason({ act, onDetach, onCancel }: Props) {
  const { t } = useWords();
  const [why, setWhy] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onDetach(why);
      }}
    >
      <Field label={t(words.detachWhy)} error={refusedField(act.refusal, 'why')}>
        {(wiring) => (
          <Textfield
            {...wiring}
            autoFocus
            isRequired
            isCompact
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </Field>
      <ActMessage act={act} fields={['why']} />
      <div className={styles.buttons}>
        <Button type="submit" spacing="compact" isLoading={act.busy}>
          {t(words.detach)}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          {t(base.cancel)}
        </Button>
      </div>
    </form>
  );
}
