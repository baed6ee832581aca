import Heading from '@atlaskit/heading';
import type { MineReading } from '../../../../../src/contract/calls';
import type { IssueId } from '../../../../../src/domain/ids';
import { reminderDays, type ReminderDay } from '../../../../../src/domain/reminder-day';
import { ActMessage } from '../../components/act-message';
import { Choice } from '../../components/choice';
import { IssueLink } from '../../components/issue-link';
import { mine as texts } from '../../messages/en/mine';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useIssue } from '../../rpc/use-jira';
import styles from './mine.module.css';

/** On which day the person reading is reminded by e-mail, and what is true of it now. */
export function ReminderChoice({ reading }: { reading: MineReading }) {
  const { t } = useWords();
  const { mailFrom } = reading.site;
  return (
    <section className={styles.reminders} aria-label={t(texts.reminders)}>
      <Heading size="small" as="h2">
        {t(texts.reminders)}
      </Heading>
      {mailFrom === null ? (
        <p className={styles.quiet}>{t(texts.remindersOff)}</p>
      ) : (
        <ChooseDay reminders={reading.reminders} mailFrom={mailFrom} />
      )}
    </section>
  );
}

function ChooseDay({ reminders, mailFrom }: { reminders: MineReading['reminders']; mailFrom: IssueId }) {
  const { t } = useWords();
  const act = useAct('reminder.choose');
  const issue = useIssue(mailFrom);
  const options = reminderDays.map((day) => ({ value: day, label: t(texts[day]) }));

  async function choose(day: ReminderDay) {
    if (day === reminders.day) return;
    const { id: standing, version } = reminders;
    const answer = await act.run(({ requestId, id }) => ({ id: standing ?? id(), version, requestId, day }));
    if (answer?.ok === true) flag({ title: t(texts.chosen, { day: t(texts[day]) }) });
  }

  return (
    <>
      <div className={styles.day}>
        <Choice
          label={t(texts.remindersDay)}
          value={reminders.day}
          options={options}
          onChoose={(day) => void choose(day)}
        />
      </div>
      <ActMessage act={act} fields={[]} />
      {reminders.day !== 'quiet' && (
        <p className={styles.quiet}>
          {issue.state === 'hidden' ? (
            t(texts.remindersHidden)
          ) : (
            <>
              {t(texts.remindersOn)} <IssueLink id={mailFrom} />
            </>
          )}
        </p>
      )}
    </>
  );
}
