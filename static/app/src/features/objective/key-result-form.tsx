import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { usePlace } from '../../boot/place-context';
import { checkDefinition } from '../../../../../src/domain/check-definition';
import { isLocalDate } from '../../../../../src/domain/dates';
import type { AccountId, KeyResultId, ProjectId } from '../../../../../src/domain/ids';
import type { Fix } from '../../../../../src/domain/quality/finding';
import type { KeyResultDefinition } from '../../../../../src/domain/metric';
import { readSaidMetric, type SaidMetric } from '../../../../../src/domain/said-metric';
import { ActMessage } from '../../components/act-message';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { LongText } from '../../components/long-text';
import { PersonPicker } from '../../components/person-picker';
import { TextField } from '../../components/text-field';
import { together } from '../../components/together';
import { TogetherNotice } from '../../components/together-notice';
import { base as baseWords } from '../../messages/en/base';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import type { Refusal } from '../../../../../src/contract/result';
import { FoldedFields } from './folded-fields';
import styles from './form.module.css';
import { definitionOf, type KeyResultDraft } from './key-result-draft';
import { MilestoneFields } from './milestone-fields';
import { BehaviourFields, NumberFields, UnitFields } from './number-fields';
import { applyFix } from './apply-fix';
import { useDismissals } from '../review/use-dismissals';
import { useWork } from '../review/use-work';
import { saidDraft } from './said-draft';
import { sharedKeyResultFields } from './shared-fields';
import { UnderstoodLine } from './understood-line';

const KeyResultReview = lazy(() => import('../review/key-result-review'));
const WorkFields = lazy(() => import('../review/work-fields'));

export type KeyResultInput = { title: string; owner: AccountId | null; definition: KeyResultDefinition };
type Props = {
  /** What was typed already of a new one. */
  sentence?: string;
  /** What was taken of the review's offers before the form was open: it happens at once. */
  fix?: Fix | null;
  /** Empty, or what is saved; when others save meanwhile, what they saved. */
  initial: KeyResultDraft;
  act: { refusal: Refusal | null; failed: boolean; busy: boolean; clear: () => void };
  /** The key result that is changed; absent: a new one. */
  id?: KeyResultId;
  /** Saves; answers what was saved, null when it was not. `why` is '' unless `asksWhy`; `another`: the next one is written right away. */
  onSave: (input: KeyResultInput, why: string, another: boolean) => Promise<KeyResultId | null>;
  /** After everything that belongs to it is saved too. */
  onSaved?: () => void;
  /** Also offers to save and write the next one; answers that one's empty draft. */
  next?: () => KeyResultDraft;
  onCancel: () => void;
  /** What leaving it without saving is called. */
  leave?: string;
  /** A change in an active cycle wants a reason (design §3.12). */
  asksWhy?: boolean;
  project?: ProjectId | undefined;
};

/** Writes a key result by hand. What is wrong with it is said at the field, once the person tried to save. */
export function KeyResultForm({
  sentence = '',
  fix: taken = null,
  initial,
  id,
  act,
  onSave,
  onSaved,
  next,
  onCancel,
  leave,
  asksWhy = false,
  project,
}: Props) {
  const words = useWords();
  const { t, locale, number, day } = words;
  const { accountId } = usePlace();
  const dismissals = useDismissals(id === undefined ? null : { kind: 'key-result', id });
  const work = useWork(
    taken?.kind === 'make-initiative' ? { summary: sentence.trim(), project: project ?? null } : null,
  );
  const [base, setBase] = useState(initial);
  const [typed, setTyped] = useState((): Partial<KeyResultDraft> => {
    if (sentence === '' || taken?.kind === 'make-initiative') return {};
    const draft = draftSaid(sentence, initial, locale);
    return { title: sentence, ...(taken && applyFix(taken, draft, accountId, words)) };
  });
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const change = (part: Partial<KeyResultDraft>) => setTyped((now) => ({ ...now, ...part }));
  // The sentence of a new key result fills what nobody has typed; a saved one's fields are what people agreed on.
  const said = base.title === '' ? saidOf(typed.title ?? '', base) : null;
  const saved = id === undefined ? base : initial;
  const mine: KeyResultDraft = { ...base, ...(said && saidDraft(said, locale)), ...typed };
  const meeting = together(base, saved, mine, sharedKeyResultFields(words));
  const { draft } = meeting;

  const read = definitionOf(draft, locale);
  const findings = read.ok ? checkDefinition(read.definition) : [];
  const errorOf = (field: string): string | null => {
    if (!tried) return null;
    if (!read.ok) {
      const fault = read.faults[field];
      if (fault !== undefined)
        return t(fault === 'number' ? writing.number : writing.date, { example: number(12.5) });
    }
    const found = findings.find((finding) => finding.field === field && finding.severity === 'refusal');
    if (found !== undefined) return found.message;
    const refused = act.refusal?.field?.replace(/^keyResult\.(definition\.)?/, '');
    return refused === field ? (act.refusal?.message ?? null) : null;
  };
  const queries = findings.filter(({ severity }) => severity === 'warning');
  const fields = { draft, change, errorOf };

  function fix(chosen: Fix) {
    if (chosen.kind === 'make-initiative') {
      work.begin(draft.title.trim(), project ?? null);
      change({ title: '' });
      return;
    }
    change(applyFix(chosen, draft, accountId, words));
  }

  async function save(another: boolean) {
    setTried(true);
    if (!read.ok || draft.title.trim() === '' || findings.some(({ severity }) => severity === 'refusal'))
      return;
    // The issue first: should it be refused, nothing else has happened yet. Saving again goes on with the same issue.
    const prepared = await work.prepare();
    if (prepared === 'refused') return;
    const kept = await onSave(
      { title: draft.title.trim(), owner: draft.owner, definition: read.definition },
      why.trim(),
      another,
    );
    if (kept === null) return;
    if (prepared !== 'none') await work.attach(prepared, kept);
    await dismissals.keep({ kind: 'key-result', id: kept });
    onSaved?.();
    if (!another || next === undefined) return;
    setBase(next());
    setTyped({});
    setTried(false);
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      {work.draft !== null && (
        <Suspense fallback={null}>
          <WorkFields work={work} onUndo={() => change({ title: work.draft?.summary ?? '' })} />
        </Suspense>
      )}
      <TextField
        // Asked anew, the field takes the focus.
        key={work.draft === null ? 'title' : 'asked'}
        label={
          work.draft === null ? t(writing.keyResult) : t(writing.ifItWorked, { work: work.draft.summary })
        }
        hint={t(said ? writing.keyResultHintNew : writing.keyResultHint)}
        autoFocus
        value={draft.title}
        error={tried && draft.title.trim() === '' ? t(writing.titleMissing) : errorOf('title')}
        onText={(title) => change({ title })}
      />
      {said && <UnderstoodLine said={typed.dueOn === undefined ? said : { ...said, unclearDay: null }} />}
      <Suspense fallback={null}>
        <KeyResultReview
          title={draft.title}
          owner={draft.owner}
          definition={read.ok ? read.definition : null}
          dismissals={dismissals}
          onFix={fix}
        />
      </Suspense>
      <Choice
        label={t(writing.metric)}
        value={draft.metric}
        options={[
          { value: 'increase', label: t(writing.increase) },
          { value: 'decrease', label: t(writing.decrease) },
          { value: 'maintain', label: t(writing.maintain) },
          { value: 'milestones', label: t(writing.milestones) },
          { value: 'not-measurable-yet', label: t(writing.notMeasurableYet) },
        ]}
        onChoose={(metric) => change({ metric })}
      />
      <NumberFields {...fields} />
      {draft.metric === 'milestones' ? (
        <MilestoneFields {...fields} />
      ) : (
        <>
          <UnitFields {...fields} />
          <BehaviourFields {...fields} />
        </>
      )}
      {queries.map(({ field, message }) => (
        <p key={`${field} ${message}`} className={styles.warning} role="status">
          {message}
        </p>
      ))}
      <div className={styles.pair}>
        <TextField
          label={t(writing.startsOn)}
          type="date"
          value={draft.startsOn}
          error={errorOf('startsOn')}
          onText={(startsOn) => change({ startsOn })}
        />
        <TextField
          label={t(writing.dueOn)}
          type="date"
          value={draft.dueOn}
          error={errorOf('dueOn')}
          onText={(dueOn) => change({ dueOn })}
        />
        <Field label={t(writing.owner)}>
          {(wiring) => (
            <PersonPicker
              {...wiring}
              project={project}
              value={draft.owner}
              onChange={(owner) => change({ owner })}
            />
          )}
        </Field>
      </div>
      {/* A new one begins with the days of its cycle; of a saved one nobody asks again. */}
      {id === undefined && isLocalDate(base.dueOn) && draft.dueOn > base.dueOn && (
        <p className={styles.warning} role="status">
          {t(writing.dueLate, { day: day(base.dueOn) })}
        </p>
      )}
      <LongText
        label={t(writing.definition)}
        value={draft.definition}
        error={errorOf('definition')}
        onText={(definition) => change({ definition })}
      />
      <FoldedFields {...fields} />
      {asksWhy && (
        <LongText
          label={t(writing.reason)}
          hint={t(writing.reasonHint)}
          value={why}
          error={errorOf('why')}
          onText={setWhy}
        />
      )}
      <TogetherNotice
        act={act}
        of={meeting}
        base={base}
        saved={saved}
        mine={mine}
        onTake={({ part }) => change(part(saved))}
        onTakeAll={() => {
          act.clear();
          setBase(saved);
          setTyped({});
        }}
      />
      <ActMessage
        act={act}
        conflict={null}
        fields={act.refusal?.field === undefined ? [] : shownAt(act.refusal.field, errorOf)}
      />
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={act.busy || work.busy}>
          {t(writing.saveKeyResult)}
        </Button>
        {next !== undefined && (
          <Button isDisabled={act.busy || work.busy} onClick={() => void save(true)}>
            {t(writing.addAnother)}
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          {leave ?? t(baseWords.cancel)}
        </Button>
      </div>
    </form>
  );
}

function saidOf(title: string, { startsOn, dueOn }: KeyResultDraft): SaidMetric | null {
  return isLocalDate(startsOn) && isLocalDate(dueOn) ? readSaidMetric(title, { startsOn, dueOn }) : null;
}

/** An empty draft with what a sentence says. */
function draftSaid(title: string, empty: KeyResultDraft, locale: string): KeyResultDraft {
  const said = saidOf(title, empty);
  return { ...empty, ...(said && saidDraft(said, locale)), title };
}

/** The refused field, when the form shows it. */
function shownAt(field: string, errorOf: (field: string) => string | null): string[] {
  return errorOf(field.replace(/^keyResult\.(definition\.)?/, '')) === null ? [] : [field];
}
