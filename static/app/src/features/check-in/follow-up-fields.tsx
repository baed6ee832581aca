import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { lowConfidence } from '../../../../../src/domain/confidence';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { PersonPicker } from '../../components/person-picker';
import { checkIn } from '../../messages/en/check-in';
import { useWords } from '../../messages/use-words';
import styles from './check-in.module.css';
import { wholeTo10 } from './draft';
import type { FieldsProps } from './fields-props';

/** Blocker, decision and ask: folded away while confidence is fine, asked for when it is low (design §3.3). */
export function FollowUpFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft } = props;
  const confidence = wholeTo10(draft.confidence);
  const low = confidence !== null && confidence <= lowConfidence;
  const used = [draft.blocker, draft.decision, draft.ask].some((text) => text !== '');
  if (low) {
    return (
      <div className={styles.group}>
        <Notice tone="warning">
          <p role="status">{t(checkIn.lowNotice)}</p>
        </Notice>
        <Fields {...props} />
      </div>
    );
  }
  return (
    <details className={styles.folded} open={used}>
      <summary>{t(checkIn.more)}</summary>
      <div className={styles.group}>
        <Fields {...props} />
      </div>
    </details>
  );
}

function Fields({ of, draft, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  const project = of.objective.team.projectIds[0];
  return (
    <>
      <Field label={t(checkIn.blocker)}>
        {(wiring) => (
          <TextArea
            {...wiring}
            minimumRows={1}
            resize="smart"
            value={draft.blocker}
            onChange={(event) => change({ blocker: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t(checkIn.decision)}
        hint={t(checkIn.decisionHint)}
        error={errorOf('decision', t(checkIn.decisionWrong))}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            minimumRows={1}
            resize="smart"
            value={draft.decision}
            onChange={(event) => change({ decision: event.currentTarget.value })}
          />
        )}
      </Field>
      {draft.decision !== '' && (
        <div className={styles.valuePair}>
          <Field label={t(checkIn.decisionOwner)}>
            {(wiring) => (
              <PersonPicker
                {...wiring}
                project={project}
                value={draft.decisionOwner}
                onChange={(decisionOwner) => change({ decisionOwner })}
              />
            )}
          </Field>
          <Field label={t(checkIn.decisionDueOn)}>
            {(wiring) => (
              <Textfield
                {...wiring}
                type="date"
                value={draft.decisionDueOn}
                onChange={(event) => change({ decisionDueOn: event.currentTarget.value })}
              />
            )}
          </Field>
        </div>
      )}
      <Field label={t(checkIn.ask)} error={errorOf('ask', t(checkIn.askWrong))}>
        {(wiring) => (
          <Textfield
            {...wiring}
            value={draft.ask}
            onChange={(event) => change({ ask: event.currentTarget.value })}
          />
        )}
      </Field>
      {draft.ask !== '' && (
        <Field label={t(checkIn.askOf)}>
          {(wiring) => (
            <PersonPicker
              {...wiring}
              project={project}
              value={draft.askOf}
              onChange={(askOf) => change({ askOf })}
            />
          )}
        </Field>
      )}
    </>
  );
}
