import type { SourceReading } from '../../../../../src/contract/measuring-calls';
import { openDecision } from '../../../../../src/domain/follow-up';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { ModalFrame } from '../../components/modal-frame';
import { Notice } from '../../components/notice';
import { OutcomeLine } from '../../components/outcome-line';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { checkIn } from '../../messages/en/check-in';
import { kpiWords } from '../../messages/en/kpi';
import { measuring } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { closeModal } from '../../rpc/modals';
import { useCall } from '../../rpc/use-call';
import { CheckInFields } from './check-in-fields';
import styles from './check-in.module.css';
import { useCheckIn } from './use-check-in';

/** Checks in on a key result: value, confidence, evidence, blocker and decision in one act. */
export function CheckInModal({ keyResultId }: { keyResultId: KeyResultId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        return of && <CheckInDialog of={of} source={page.source} />;
      }}
    </Read>
  );
}

function CheckInDialog({ of, source }: { of: Stood; source: SourceReading | null }) {
  const { t } = useWords();
  const form = useCheckIn(of);
  const { key, title } = of.keyResult;

  async function save() {
    if (await form.save()) await closeModal(true);
  }

  return (
    <ModalFrame
      title={t(checkIn.title, { key })}
      saveLabel={t(checkIn.save)}
      onSave={() => void save()}
      busy={form.act.busy}
      aside={t(checkIn.saveHint)}
    >
      <div className={styles.subject}>
        <p>{title}</p>
        <OutcomeLine of={of} />
      </div>
      {source?.source.kind === 'jql' && <Notice tone="info">{t(measuring.searchNotice)}</Notice>}
      {source?.source.kind === 'kpi' && <Notice tone="info">{t(kpiWords.kpiNotice)}</Notice>}
      <Decided of={of} />
      <CheckInFields form={form} />
    </ModalFrame>
  );
}

/** The decision taken last opens this check-in, unless somebody said that it is over (design §3.3). */
function Decided({ of }: { of: Stood }) {
  const { t, day } = useWords();
  const last = openDecision(of.keyResult);
  if (last === null) return null;
  return (
    <Notice tone="info" title={t(checkIn.lastDecision, { day: day(last.on, of.today), text: last.text })}>
      <p>
        <Person id={last.person} inline /> · {day(last.dueOn, of.today)}
      </p>
    </Notice>
  );
}
