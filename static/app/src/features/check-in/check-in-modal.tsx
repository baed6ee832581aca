import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useRef, useState } from 'react';
import type { SourceReading } from '../../../../../src/contract/measuring-calls';
import { checkBackdated, checkCheckIn } from '../../../../../src/domain/check-check-in';
import { lastDecision } from '../../../../../src/domain/confidence';
import { firstRefusal, type Finding } from '../../../../../src/domain/finding';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { Field, refusedField } from '../../components/field';
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
import { flag } from '../../rpc/flags';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from './check-in.module.css';
import { ConfidenceField } from './confidence-field';
import { readDraft, type DraftField } from './draft';
import { FollowUpFields } from './follow-up-fields';
import { useDraft } from './use-draft';
import { MilestoneFields, ValueField } from './value-fields';

/** Checks in on a key result: value, confidence, evidence, blocker and decision in one act. */
export function CheckInModal({ keyResultId }: { keyResultId: KeyResultId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        return of && <CheckInForm of={of} source={page.source} />;
      }}
    </Read>
  );
}

/** Fields that show what is wrong with them; everything else is said above the buttons. */
const shownFields = ['value', 'day', 'confidence', 'decision', 'ask', 'evidence'];

function CheckInForm({ of, source }: { of: Stood; source: SourceReading | null }) {
  const { t, locale } = useWords();
  const { id: keyResultId, key, title, definition, checkIns } = of.keyResult;
  const milestones = definition.metric.kind === 'milestones' ? definition.metric.milestones : null;
  const { draft, change, discard, forget, restored } = useDraft(of);
  const [faults, setFaults] = useState<DraftField[]>([]);
  const [finding, setFinding] = useState<Finding | null>(null);
  const confidence = useRef<HTMLInputElement>(null);
  const act = useAct('check-in.record');
  const said = finding ?? act.refusal;
  const errorOf = (field: DraftField, wrong: string) =>
    faults.includes(field) ? wrong : said?.field === field ? said.message : null;

  async function save() {
    const read = readDraft(draft, milestones, locale);
    setFaults(read.ok ? [] : read.faults);
    if (!read.ok) return;
    const wrong = firstRefusal([
      ...checkCheckIn(definition, read.input, of.today, checkIns),
      ...checkBackdated(read.input, of.record.cadence, of.today),
    ]);
    setFinding(wrong);
    if (wrong) return;
    const answer = await act.run(({ id }) => ({ id: id(), keyResultId, ...read.input }));
    if (!answer?.ok) return;
    forget();
    flag({ title: t(checkIn.saved, { key }) });
    await closeModal(true);
  }

  const fields = { of, draft, change, errorOf };
  return (
    <ModalFrame
      title={t(checkIn.title, { key })}
      saveLabel={t(checkIn.save)}
      onSave={() => void save()}
      busy={act.busy}
      aside={t(checkIn.saveHint)}
    >
      <div className={styles.subject}>
        <p>{title}</p>
        <OutcomeLine of={of} />
      </div>
      {source?.source.kind === 'jql' && <Notice tone="info">{t(measuring.searchNotice)}</Notice>}
      {source?.source.kind === 'kpi' && <Notice tone="info">{t(kpiWords.kpiNotice)}</Notice>}
      <Decided of={of} />
      {restored && (
        <p className={styles.restored} role="status">
          {t(checkIn.restored)}{' '}
          <Button appearance="subtle" spacing="compact" onClick={discard}>
            {t(checkIn.discard)}
          </Button>
        </p>
      )}
      {milestones === null ? (
        <ValueField {...fields} onNoNumber={() => confidence.current?.focus()} />
      ) : (
        <MilestoneFields {...fields} milestones={milestones} />
      )}
      <ConfidenceField {...fields} ref={confidence} />
      <Field
        label={t(checkIn.evidence)}
        hint={t(draft.day === of.today ? checkIn.evidenceHint : checkIn.lateHint)}
        error={finding?.field === 'evidence' ? finding.message : refusedField(act.refusal, 'evidence')}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            minimumRows={2}
            resize="smart"
            value={draft.evidence}
            onChange={(event) => change({ evidence: event.currentTarget.value })}
          />
        )}
      </Field>
      <FollowUpFields {...fields} />
      {finding !== null && !shownFields.includes(finding.field) && (
        <Notice tone="error">{finding.message}</Notice>
      )}
      <ActMessage act={act} fields={shownFields} />
    </ModalFrame>
  );
}

/** The decision of last time opens this check-in (design §3.3). */
function Decided({ of }: { of: Stood }) {
  const { t, day } = useWords();
  const last = lastDecision(of.keyResult.checkIns, of.today);
  if (last === null) return null;
  return (
    <Notice
      tone="info"
      title={t(checkIn.lastDecision, { day: day(last.on, of.today), text: last.decision.text })}
    >
      <p>
        <Person id={last.decision.owner} inline /> · {day(last.decision.dueOn, of.today)}
      </p>
    </Notice>
  );
}
