import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { addDays, isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { Field } from '../../components/field';
import { LongText } from '../../components/long-text';
import { base } from '../../messages/en/base';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { saveOnEnter } from '../closing/save-on-enter';
import styles from './meeting.module.css';
import { useFollowUp, type Following } from './use-follow-up';

type Props = { of: Following; today: LocalDate };

/** What can be said of an open decision: done, dropped, or carried on to another day. */
export function DecisionActs({ of, today }: Props) {
  const { t } = useWords();
  const { say, busy } = useFollowUp(of);
  const [isCarrying, setCarrying] = useState(false);
  const { text } = of.item;
  return (
    <>
      <div className={styles.acts}>
        <Button
          spacing="compact"
          isDisabled={busy}
          aria-label={t(texts.doneOf, { text })}
          onClick={() => void say('done')}
        >
          {t(texts.done)}
        </Button>
        <Button
          spacing="compact"
          isDisabled={busy}
          aria-label={t(texts.dropOf, { text })}
          onClick={() => void say('dropped')}
        >
          {t(texts.drop)}
        </Button>
        <Button
          spacing="compact"
          aria-expanded={isCarrying}
          aria-label={t(texts.carryOnOf, { text })}
          onClick={() => setCarrying(!isCarrying)}
        >
          {t(texts.carryOn)}
        </Button>
      </div>
      {isCarrying && (
        <CarryOn
          today={today}
          busy={busy}
          onSave={(note, dueOn) => {
            void say('carried-on', note, dueOn).then((isSaved) => setCarrying(!isSaved));
          }}
        />
      )}
    </>
  );
}

type CarryOnProps = { today: LocalDate; busy: boolean; onSave: (note: string, dueOn: LocalDate) => void };

function CarryOn({ today, busy, onSave }: CarryOnProps) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<string>(addDays(today, 7));
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={saveOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (isLocalDate(dueOn)) onSave(note, dueOn);
      }}
    >
      <Field label={t(texts.carryOnUntil)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            autoFocus
            type="date"
            width={200}
            min={today}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <LongText label={t(texts.carryOnNote)} value={note} onText={setNote} />
      <div>
        <Button type="submit" isLoading={busy} isDisabled={!isLocalDate(dueOn)}>
          {t(texts.carryOn)}
        </Button>
      </div>
    </form>
  );
}

/** What can be said of an open ask: the answer, or that one cannot help. */
export function AskActs({ of }: Omit<Props, 'today'>) {
  const { t } = useWords();
  const { say, busy } = useFollowUp(of);
  const [isAnswering, setAnswering] = useState(false);
  const [note, setNote] = useState('');
  return (
    <>
      <Button
        spacing="compact"
        aria-expanded={isAnswering}
        aria-label={t(texts.answerOf, { text: of.item.text })}
        onClick={() => setAnswering(!isAnswering)}
      >
        {t(isAnswering ? base.cancel : texts.answer)}
      </Button>
      {isAnswering && (
        <form
          className={styles.form}
          noValidate
          onKeyDown={saveOnEnter}
          onSubmit={(event) => {
            event.preventDefault();
            void say('done', note);
          }}
        >
          <LongText label={t(texts.answerText)} value={note} onText={setNote} />
          <div className={styles.acts}>
            <Button type="submit" isLoading={busy}>
              {t(texts.answered)}
            </Button>
            <Button appearance="subtle" isDisabled={busy} onClick={() => void say('dropped', note)}>
              {t(texts.cannotHelp)}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

/** Takes back what was said: it is open again. */
export function OpenAgain({ of }: Omit<Props, 'today'>) {
  const { t } = useWords();
  const { say, busy } = useFollowUp(of);
  return (
    <Button
      appearance="subtle"
      spacing="compact"
      isLoading={busy}
      aria-label={t(texts.openAgainOf, { text: of.item.text })}
      onClick={() => void say('open')}
    >
      {t(texts.openAgain)}
    </Button>
  );
}
