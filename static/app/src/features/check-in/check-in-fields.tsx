import Button from '@atlaskit/button/new';
import { ActMessage } from '../../components/act-message';
import { refusedField } from '../../components/field';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { checkIn } from '../../messages/en/check-in';
import { useWords } from '../../messages/use-words';
import styles from './check-in.module.css';
import { ConfidenceField } from './confidence-field';
import { FollowUpFields } from './follow-up-fields';
import type { CheckInForm } from './use-check-in';
import { MilestoneFields, ValueField } from './value-fields';

/** Fields that show what is wrong with them; everything else is said beneath. */
const shownFields = ['value', 'day', 'confidence', 'decision', 'ask', 'evidence'];

/** What a check-in asks for: last value and confidence beside the new, evidence, blocker, decision and ask. */
export function CheckInFields({ form }: { form: CheckInForm }) {
  const { t } = useWords();
  const { fields, milestones, finding, act, restored, discard, confidence } = form;
  const { draft, change } = fields;
  return (
    <>
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
      <LongText
        label={t(checkIn.evidence)}
        hint={t(draft.day === fields.of.today ? checkIn.evidenceHint : checkIn.lateHint)}
        error={finding?.field === 'evidence' ? finding.message : refusedField(act.refusal, 'evidence')}
        value={draft.evidence}
        onText={(evidence) => change({ evidence })}
      />
      <FollowUpFields {...fields} />
      {finding !== null && !shownFields.includes(finding.field) && (
        <Notice tone="error">{finding.message}</Notice>
      )}
      <ActMessage act={act} fields={shownFields} />
    </>
  );
}
