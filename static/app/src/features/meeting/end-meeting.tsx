import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { refusedField } from '../../components/field';
import type { Stood } from '../../components/how-it-stands';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { useKept } from '../../components/use-kept';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { digestPath } from '../../rpc/meeting-path';
import { useAct } from '../../rpc/use-act';
import { isHalfTyped } from '../check-in/draft';
import { saveOnEnter } from '../closing/save-on-enter';
import styles from './meeting.module.css';

type Props = {
  teamId: TeamId;
  cycleId: CycleId;
  today: LocalDate;
  /** Key results with nothing new. */ open: number;
  stood: readonly Stood[];
};

function keysHalfTyped(stood: readonly Stood[]): string[] {
  return stood
    .filter(({ keyResult }) => keyResult.can.checkIn && isHalfTyped(keyResult.id))
    .map(({ keyResult }) => keyResult.key);
}

/** Ends the check-in: its digest is kept, and shown. Says first what is typed and would not be in it. */
export function EndMeeting({ teamId, cycleId, today, open, stood }: Props) {
  const { t, list } = useWords();
  const navigate = useNavigate();
  const act = useAct('digest.keep');
  const kept = useKept(`check-in-note.${teamId}.${cycleId}`, { note: '' });

  const [warnedOf, setWarnedOf] = useState<string[]>([]);
  const halfTyped = keysHalfTyped(stood).filter((key) => warnedOf.includes(key));

  async function end() {
    // Read when it is pressed: what is typed in the forms above does not draw this one anew.
    const typed = keysHalfTyped(stood);
    if (typed.some((key) => !warnedOf.includes(key))) {
      setWarnedOf(typed);
      return;
    }
    const { note } = kept.texts;
    const answer = await act.run(({ id }) => ({ id: id(), teamId, cycleId, heldOn: today, note }));
    if (!answer?.ok) return;
    kept.forget();
    void navigate(digestPath(answer.value.id));
  }

  return (
    <section className={styles.section} aria-labelledby="end">
      <div className={styles.what}>
        <h2 id="end" className={styles.heading}>
          {t(texts.end)}
        </h2>
        <p className={styles.quiet}>{t(texts.endWhy)}</p>
        {open > 0 && <p>{t(texts.endOpen, { count: open })}</p>}
      </div>
      <form
        className={styles.form}
        noValidate
        onKeyDown={saveOnEnter}
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <LongText
          label={t(texts.endNote)}
          hint={t(texts.endNoteHint)}
          error={refusedField(act.refusal, 'note')}
          value={kept.texts.note}
          onText={(note) => kept.change({ note })}
        />
        <ActMessage act={act} fields={['note']} />
        {halfTyped.length > 0 && (
          <Notice tone="warning">
            <p role="alert">{t(texts.endHalfTyped, { count: halfTyped.length, keys: list(halfTyped) })}</p>
          </Notice>
        )}
        <div>
          <Button type="submit" appearance={open === 0 ? 'primary' : 'default'} isLoading={act.busy}>
            {halfTyped.length > 0 ? t(texts.endWithout, { count: halfTyped.length }) : t(texts.endSave)}
          </Button>
        </div>
      </form>
    </section>
  );
}
