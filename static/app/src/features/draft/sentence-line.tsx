import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { checkDefinition } from '../../../../../src/domain/check-definition';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { KeyResultId, ObjectiveId, ProjectId } from '../../../../../src/domain/ids';
import type { Fix } from '../../../../../src/domain/quality/finding';
import { readSaidMetric } from '../../../../../src/domain/said-metric';
import { usePlace } from '../../boot/place-context';
import { ActMessage } from '../../components/act-message';
import { TextField } from '../../components/text-field';
import { draft as texts } from '../../messages/en/draft';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { definitionOf, emptyKeyResult, type KeyResultDraft } from '../objective/key-result-draft';
import form from '../objective/form.module.css';
import { KeyResultForm, type KeyResultInput } from '../objective/key-result-form';
import { saidDraft } from '../objective/said-draft';
import { UnderstoodLine } from '../objective/understood-line';
import { useDismissals } from '../review/use-dismissals';
import styles from './draft.module.css';

const KeyResultReview = lazy(() => import('../review/key-result-review'));

type Props = {
  objective: { id: ObjectiveId; key: string };
  dates: { startsOn: LocalDate; dueOn: LocalDate };
  project: ProjectId | undefined;
  /** What was said already. */
  sentence?: string;
  /** What the form begins with, instead of a sentence. */
  begun?: KeyResultDraft;
  autoFocus?: boolean;
  onSaved: (id: KeyResultId, version: number) => void;
  /** What it began with is not wanted. */
  onLeft?: () => void;
};

/**
 * A key result typed as one sentence. Enter saves it when its numbers are understood; else the whole form opens with what
 * was, and asks for the rest.
 */
export function SentenceLine({
  objective,
  dates,
  project,
  sentence = '',
  begun,
  autoFocus = false,
  onSaved,
  onLeft,
}: Props) {
  const words = useWords();
  const { t, locale, day } = words;
  const { accountId } = usePlace();
  const act = useAct('key-result.create');
  const dismissals = useDismissals(null);
  const [title, setTitle] = useState(sentence);
  const [inFull, setInFull] = useState(begun !== undefined);
  /** What the review offered and the person took: it happens in the form. */
  const [fix, setFix] = useState<Fix | null>(null);
  const said = readSaidMetric(title, dates);
  const draft = { ...emptyKeyResult(dates, accountId), ...saidDraft(said, locale), title: title.trim() };
  const read = definitionOf(draft, locale);
  const isWhole =
    said.metric !== null &&
    read.ok &&
    checkDefinition(read.definition).every(({ severity }) => severity !== 'refusal');

  async function save(keyResult: KeyResultInput): Promise<KeyResultId | null> {
    const answer = await act.run(({ id, requestId }) => ({
      id: id(),
      requestId,
      objectiveId: objective.id,
      keyResult,
    }));
    if (!answer?.ok) return null;
    const { id, version } = answer.value;
    onSaved(id, version);
    flag({ title: t(texts.saved, { title: keyResult.title }) });
    return id;
  }

  function close() {
    setInFull(false);
    setFix(null);
  }

  async function enter() {
    if (draft.title === '') return;
    if (!isWhole) {
      setInFull(true);
      return;
    }
    const id = await save({ title: draft.title, owner: draft.owner, definition: read.definition });
    if (id === null) return;
    await dismissals.keep({ kind: 'key-result', id });
    setTitle('');
  }

  if (inFull) {
    return (
      <div className={styles.form}>
        {begun === undefined && fix === null && <p role="status">{t(texts.needsNumbers)}</p>}
        <KeyResultForm
          initial={begun ?? emptyKeyResult(dates, accountId)}
          sentence={begun === undefined ? draft.title : ''}
          fix={fix}
          act={act}
          project={project}
          onSave={save}
          onSaved={() => {
            close();
            setTitle('');
          }}
          onCancel={() => (begun !== undefined && onLeft ? onLeft() : close())}
        />
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <div className={styles.enter}>
        <TextField
          label={t(texts.addKeyResult, { key: objective.key })}
          placeholder={t(texts.keyResultHint)}
          autoFocus={autoFocus}
          value={title}
          onText={setTitle}
        />
        {(title.trim() !== '' || onLeft) && (
          <div className={form.acts}>
            {title.trim() !== '' && (
              <Button type="submit" isLoading={act.busy}>
                {t(isWhole ? writing.saveKeyResult : texts.notUnderstood)}
              </Button>
            )}
            {onLeft && (
              <Button
                appearance="subtle"
                aria-label={t(texts.leaveOutOf, { title: sentence })}
                onClick={onLeft}
              >
                {t(texts.leaveOut)}
              </Button>
            )}
          </div>
        )}
      </div>
      <UnderstoodLine said={said} alone />
      {draft.dueOn > dates.dueOn && (
        <p className={form.warning} role="status">
          {t(writing.dueLate, { day: day(dates.dueOn) })}
        </p>
      )}
      {title.trim() !== '' && (
        <Suspense fallback={null}>
          <KeyResultReview
            title={title}
            owner={draft.owner}
            definition={read.ok && isWhole ? read.definition : null}
            dismissals={dismissals}
            // What a fix changes stands in the form's fields.
            onFix={(chosen) => {
              setFix(chosen);
              setInFull(true);
            }}
          />
        </Suspense>
      )}
      <ActMessage act={act} />
    </form>
  );
}
