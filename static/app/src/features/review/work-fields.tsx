import Button from '@atlaskit/button/new';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { TextField } from '../../components/text-field';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { IssuePicker } from '../import/issue-picker';
import { IssueTargetFields } from '../import/issue-target';
import styles from './review.module.css';
import type { Work } from './use-work';

/** The work that a task-shaped key result becomes: a new issue, or one that is there. */
export default function WorkFields({ work, onUndo }: { work: Work; onUndo: () => void }) {
  const { t } = useWords();
  const { draft, change, fault, end } = work;
  if (draft === null) return null;
  return (
    <section className={styles.initiative} aria-label={t(review.initiative)}>
      <p className={styles.said}>{t(review.initiativeWhy)}</p>
      <TextField
        label={t(review.workTitle)}
        value={draft.summary}
        error={draft.summary.trim() === '' ? t(review.workTitleMissing) : null}
        onText={(summary) => change({ summary })}
      />
      <Choice
        label={t(review.inJira)}
        value={draft.mode}
        options={[
          { value: 'create', label: t(review.newIssue) },
          { value: 'attach', label: t(review.thereIssue) },
        ]}
        onChoose={(mode) => change({ mode })}
      />
      {draft.mode === 'create' ? (
        <IssueTargetFields value={draft.target} error={fault} onChoose={(target) => change({ target })} />
      ) : (
        <Field label={t(review.issue)} error={fault}>
          {(wiring) => (
            <IssuePicker {...wiring} value={draft.issue} onChange={(issue) => change({ issue })} />
          )}
        </Field>
      )}
      <div className={styles.acts}>
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => {
            onUndo();
            end();
          }}
        >
          {t(review.notInitiative)}
        </Button>
      </div>
    </section>
  );
}
