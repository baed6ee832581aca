import Button from '@atlaskit/button/new';
import { useRef, type KeyboardEvent } from 'react';
import { owes } from '../../../../../src/domain/confidence';
import type { Stood } from '../../components/how-it-stands';
import { checkIn } from '../../messages/en/check-in';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { CheckInFields } from '../check-in/check-in-fields';
import { wholeTo10 } from '../check-in/draft';
import { useCheckIn, type CheckInForm } from '../check-in/use-check-in';
import styles from './meeting.module.css';

type Props = { of: Stood; takesFocus: boolean; onSaved: () => void };

/** One key result's check-in inside the meeting: Enter goes from the value to the confidence, and from there saves. */
export function KeyResultForm({ of, takesFocus, onSaved }: Props) {
  const { t } = useWords();
  const form = useCheckIn(of, takesFocus);
  const box = useRef<HTMLFormElement>(null);

  async function save() {
    if (!form.act.busy && (await form.save())) onSaved();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    const saves = event.ctrlKey || event.metaKey;
    if (!saves && goesOn(event.target, form, box.current)) {
      event.preventDefault();
      return;
    }
    if (!saves) return;
    event.preventDefault();
    void save();
  }

  return (
    <form
      ref={box}
      className={styles.open}
      noValidate
      aria-label={t(checkIn.title, { key: of.keyResult.key })}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CheckInFields form={form} />
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={form.act.busy}>
          {t(texts.save)}
        </Button>
        <span className={styles.quiet}>{t(texts.saveHint)}</span>
      </div>
    </form>
  );
}

/** Takes the focus on, where Enter is not yet the end: from the value, and from a confidence that asks for a decision. */
function goesOn(target: EventTarget, form: CheckInForm, box: HTMLFormElement | null): boolean {
  const { confidence, fields } = form;
  const { draft } = fields;
  if (!(target instanceof HTMLInputElement) || target.type === 'date' || target.role === 'combobox')
    return false;
  if (target !== confidence.current) {
    if (draft.confidence !== '' || confidence.current === null || target.type === 'checkbox') return false;
    confidence.current.focus();
    return true;
  }
  const said = { confidence: wholeTo10(draft.confidence), blocker: draft.blocker, decision: null, ask: null };
  const isOpen = draft.decision === '' && draft.ask === '' && owes(said).blocker;
  // The blocker is the first text after the evidence; it appears as soon as the confidence is low.
  const blocker = isOpen ? box?.querySelectorAll('textarea')[1] : undefined;
  blocker?.focus();
  return blocker !== undefined;
}
