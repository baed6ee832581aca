import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { refusedField } from '../../components/field';
import { LongText } from '../../components/long-text';
import { useKept } from '../../components/use-kept';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { digestPath } from '../../rpc/meeting-path';
import { useAct } from '../../rpc/use-act';
import { saveOnEnter } from '../closing/save-on-enter';
import styles from './meeting.module.css';

type Props = {
  teamId: TeamId;
  cycleId: CycleId;
  today: LocalDate;
  /** Key results with nothing new. */ open: number;
};

/** Ends the check-in: its digest is kept, and shown. */
export function EndMeeting({ teamId, cycleId, today, open }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const act = useAct('digest.keep');
  const kept = useKept(`check-in-note.${teamId}.${cycleId}`, { note: '' });

  async function end() {
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
        <div>
          <Button type="submit" appearance={open === 0 ? 'primary' : 'default'} isLoading={act.busy}>
            {t(texts.endSave)}
          </Button>
        </div>
      </form>
    </section>
  );
}
