import { lazy, Suspense, useState } from 'react';
import { checkDefinition } from '../../../../../src/domain/check-definition';
import { isLocalDate } from '../../../../../src/domain/dates';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { LongText } from '../../components/long-text';
import { PersonPicker } from '../../components/person-picker';
import { TextField } from '../../components/text-field';
import { importing } from '../../messages/en/import';
import { writing } from '../../messages/en/writing';
import { useWords, type Words } from '../../messages/use-words';
import form from '../objective/form.module.css';
import { definitionOf, type KeyResultDraft } from '../objective/key-result-draft';
import { MilestoneFields } from '../objective/milestone-fields';
import { BehaviourFields, NumberFields, UnitFields } from '../objective/number-fields';
import type { FoundKeyResult, FoundObjective } from './document';
import styles from './import.module.css';
import { InitiativePreview } from './initiative-preview';
import { ItemHead } from './item-head';
import { servesOf } from './plan';
import { changeItem, elementId, type Preview } from './preview';
import { titleLength } from './texts';

const FoundInText = lazy(() => import('../review/found-in-text'));

type Props = { found: FoundKeyResult; objective: FoundObjective; preview: Preview };

/** A key result with its number to fill in, and the initiatives whose text names it. */
export function KeyResultPreview({ found, objective, preview }: Props) {
  const { t } = useWords();
  const { path } = found;
  const draft = preview.draft.keyResults.get(path);
  if (draft === undefined) return null;
  const standing = preview.standing.keyResult(path);
  const there = standing !== null;
  const named = objective.initiatives.filter(({ serves }) => serves.includes(path));
  const placedHere = objective.initiatives.filter((initiative) => {
    const one = preview.draft.initiatives.get(initiative.path);
    return (
      one !== undefined &&
      one.issue.kind !== 'leave-out' &&
      !named.includes(initiative) &&
      servesOf(initiative, one, objective, preview.standing).includes(path)
    );
  });
  return (
    <div
      role="group"
      id={elementId(path)}
      tabIndex={-1}
      className={styles.keyResult}
      aria-label={`${t(importing.keyResultLabel)}: ${found.title}`}
    >
      <ItemHead
        name={`${t(importing.keyResultLabel)}: ${found.title}`}
        priority={found.priority}
        lines={found.lines}
        there={there}
      />
      {there ? <p>{standing}</p> : <Editor path={path} draft={draft} preview={preview} />}
      <div className={styles.initiatives}>
        <h3 className={styles.small}>{t(importing.serving)}</h3>
        {named.length + placedHere.length === 0 && (
          <p className={styles.quiet}>{t(importing.noInitiatives)}</p>
        )}
        {named.map((initiative) => (
          <InitiativePreview
            key={initiative.path}
            found={initiative}
            objective={objective}
            preview={preview}
            under={path}
          />
        ))}
        {placedHere.map((initiative) => (
          <p key={initiative.path} className={styles.quiet}>
            {t(importing.alsoServes, { title: initiative.title })}
          </p>
        ))}
      </div>
    </div>
  );
}

type EditorProps = { path: string; draft: KeyResultDraft; preview: Preview };

function Editor({ path, draft, preview }: EditorProps) {
  const words = useWords();
  const { t, locale, number } = words;
  const [open, setOpen] = useState(false);
  const fault = preview.faultOf(path);
  const change = (part: Partial<KeyResultDraft>) => changeItem(preview, 'keyResults', path, part);

  const read = definitionOf(draft, locale);
  const findings = read.ok ? checkDefinition(read.definition) : [];
  const errorOf = (field: string): string | null => {
    if (fault !== 'numbers') return null;
    if (!read.ok) {
      const wrong = read.faults[field];
      if (wrong === undefined) return null;
      return t(wrong === 'number' ? writing.number : writing.date, { example: number(12.5) });
    }
    const found = findings.find((finding) => finding.field === field && finding.severity === 'refusal');
    return found?.message ?? null;
  };
  const fields = { draft, change, errorOf };
  const isNumber = draft.metric === 'increase' || draft.metric === 'decrease' || draft.metric === 'maintain';
  const length = draft.title.trim().length;

  return (
    <>
      <TextField
        label={t(importing.keyResultLabel)}
        value={draft.title}
        error={
          fault === 'title' && length === 0
            ? t(importing.titleMissing)
            : length > titleLength
              ? t(importing.titleLong, { count: number(length) })
              : null
        }
        onText={(title) => change({ title })}
      />
      <Suspense fallback={null}>
        <FoundInText
          kind="key-result"
          title={draft.title}
          definition={
            read.ok && findings.every(({ severity }) => severity !== 'refusal') ? read.definition : null
          }
        />
      </Suspense>
      <details
        className={styles.fold}
        open={open || fault === 'numbers'}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          {t(importing.edit)} <span className={styles.metric}>{sayMetric(draft, words)}</span>
        </summary>
        {(open || fault === 'numbers') && (
          <div className={form.form}>
            <Choice
              label={t(writing.metric)}
              error={fault === 'numbers' ? t(importing.numbersWrong) : null}
              value={draft.metric}
              options={[
                { value: 'not-measurable-yet', label: t(writing.notMeasurableYet) },
                { value: 'increase', label: t(writing.increase) },
                { value: 'decrease', label: t(writing.decrease) },
                { value: 'maintain', label: t(writing.maintain) },
                { value: 'milestones', label: t(writing.milestones) },
              ]}
              onChoose={(metric) => change({ metric })}
            />
            <NumberFields {...fields} />
            {draft.metric === 'milestones' && <MilestoneFields {...fields} />}
            {draft.metric !== 'milestones' && <UnitFields {...fields} />}
            {isNumber && <BehaviourFields {...fields} />}
            <Field label={t(importing.keyResultOwner)}>
              {(wiring) => (
                <PersonPicker
                  {...wiring}
                  project={preview.project}
                  value={draft.owner}
                  onChange={(owner) => change({ owner })}
                />
              )}
            </Field>
            <LongText
              label={t(writing.definition)}
              value={draft.definition}
              onText={(definition) => change({ definition })}
            />
          </div>
        )}
      </details>
    </>
  );
}

function sayMetric(draft: KeyResultDraft, { t, day }: Words): string {
  switch (draft.metric) {
    case 'increase':
    case 'decrease':
      return t(draft.unit === 'percent' ? importing.fromToPercent : importing.fromTo, {
        start: draft.start || '?',
        target: draft.target || '?',
      });
    case 'maintain':
      return t(importing.band);
    case 'milestones':
      return t(importing.milestones);
    case 'not-measurable-yet':
      return t(importing.notYet, { day: isLocalDate(draft.findBy) ? day(draft.findBy) : '?' });
  }
}
