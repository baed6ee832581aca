import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AccountId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
import type { Stood } from '../../components/how-it-stands';
import { LongText } from '../../components/long-text';
import { PersonPicker } from '../../components/person-picker';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { saveOnEnter } from '../closing/save-on-enter';
import styles from './meeting.module.css';

/** Praises somebody on a key result, where it stays; folded until somebody wants to. */
export function Praise({ of }: { of: Stood }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { key } = of.keyResult;
  return (
    <>
      <div>
        <Button
          spacing="compact"
          aria-expanded={isOpen}
          aria-label={t(texts.praiseOf, { key })}
          onClick={() => setOpen(!isOpen)}
        >
          {t(texts.praise)}
        </Button>
      </div>
      {isOpen && <Form of={of} onDone={() => setOpen(false)} />}
    </>
  );
}

function Form({ of, onDone }: { of: Stood; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct('recognition.give');
  const [person, setPerson] = useState<AccountId | null>(null);
  const [words, setWords] = useState('');
  const { id: keyResultId, key } = of.keyResult;

  async function save() {
    if (person === null) return;
    const answer = await act.run(({ id }) => ({ id: id(), keyResultId, person, words }));
    if (!answer?.ok) return;
    flag({ title: t(texts.praiseSaved, { key }) });
    onDone();
  }

  return (
    <form
      className={styles.form}
      aria-label={t(texts.praiseOf, { key })}
      noValidate
      onKeyDown={saveOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t(texts.praiseWhom)} error={refusedField(act.refusal, 'person')}>
        {(wiring) => (
          <PersonPicker
            {...wiring}
            project={of.objective.team.projectIds[0]}
            value={person}
            onChange={setPerson}
          />
        )}
      </Field>
      <LongText
        label={t(texts.praiseWords)}
        hint={t(texts.praiseHint, { key })}
        error={refusedField(act.refusal, 'words')}
        value={words}
        onText={setWords}
      />
      <ActMessage act={act} fields={['person', 'words']} />
      <div>
        <Button type="submit" isLoading={act.busy} isDisabled={person === null}>
          {t(texts.praiseSave)}
        </Button>
      </div>
    </form>
  );
}
