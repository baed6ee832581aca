import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState, type ReactNode } from 'react';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { Field } from '../../components/field';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { ModalFrame } from '../../components/modal-frame';
import { Read } from '../../components/read';
import { attach, attachMany } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import type { Issue } from '../../rpc/jira-shapes';
import { closeModal } from '../../rpc/modals';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from './attach.module.css';
import { FoundList } from './found-list';
import { hypothesisFields } from './hypothesis-field-names';
import { directionOf, draftOf, finish, type DraftFaults, type HypothesisDraft } from './hypothesis-draft';
import { HypothesisFields } from './hypothesis-fields';
import { useDebounced } from '../../components/use-debounced';
import { useFoundIssues } from './use-found-issues';

/** The call takes at most this many issues. */
const mostAtOnce = 100;

/** Attaches several issues to one key result, with one hypothesis for all of them or none. */
export function AttachManyModal({ keyResultId }: { keyResultId: KeyResultId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        return of && <AttachManyForm of={of} />;
      }}
    </Read>
  );
}

type FormProps = {
  of: Stood;
  /** Stands above what is searched for. */
  children?: ReactNode;
  /** What is searched for and chosen at first. */
  start?: { text: string; chosen: readonly Issue[] };
};

/** Finds issues, lets them be chosen, and attaches them to this key result. */
export function AttachManyForm({ of, children, start }: FormProps) {
  const { t, locale } = useWords();
  const { id: keyResultId, key, definition, initiatives } = of.keyResult;
  const [text, setText] = useState(start?.text ?? '');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Issue>>(
    () => new Map(start?.chosen.map((issue) => [issue.id, issue])),
  );
  const [draft, setDraft] = useState<HypothesisDraft>(() => ({
    ...draftOf(null, definition, locale),
    kind: 'skipped',
  }));
  const [faults, setFaults] = useState<DraftFaults | null>(null);
  const found = useFoundIssues(useDebounced(text, 300));
  const act = useAct('initiative.attach');
  const tooMany = chosen.size > mostAtOnce;

  function toggle(issue: Issue) {
    const next = new Map(chosen);
    if (!next.delete(issue.id)) next.set(issue.id, issue);
    setChosen(next);
  }

  function chooseAll(issues: readonly Issue[]) {
    setChosen(new Map([...chosen, ...issues.map((issue) => [issue.id, issue] as const)]));
  }

  async function save() {
    const done = finish(draft, directionOf(definition), locale);
    setFaults(done.ok ? null : done.faults);
    if (!done.ok) return;
    const answer = await act.run(({ requestId, id }) => ({
      keyResultId,
      issues: [...chosen.values()].map((issue) => ({ initiativeId: id(issue.id), issueId: issue.id })),
      requestId,
      hypothesis: done.state,
      publicName: '',
    }));
    if (!answer?.ok) return;
    const { attached, already } = answer.value;
    flag({
      title: t(attach.savedMany, { count: attached.length, keyResult: key }),
      ...(already.length > 0 ? { description: t(attach.already, { count: already.length }) } : {}),
    });
    await closeModal(true);
  }

  return (
    <ModalFrame
      title={t(attach.titleMany, { key })}
      saveLabel={t(attach.saveMany, { count: chosen.size })}
      busy={act.busy}
      aside={tooMany ? t(attachMany.tooMany) : t(attachMany.chosen, { count: chosen.size })}
      {...(chosen.size > 0 && !tooMany ? { onSave: () => void save() } : {})}
    >
      {children}
      <MismatchLine mismatch={mismatchOf(of)} today={of.today} />
      <Field label={t(attachMany.find)} hint={t(attachMany.findHint)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            autoFocus={start === undefined}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
            }}
          />
        )}
      </Field>
      <FoundList
        reading={found}
        attached={new Set(initiatives.map(({ issueId }) => issueId))}
        chosen={chosen}
        onToggle={toggle}
        onAll={chooseAll}
      />
      {chosen.size > 0 && (
        <>
          <div className={styles.chips}>
            {[...chosen.values()].map((issue) => (
              <Button
                key={issue.id}
                spacing="compact"
                aria-label={t(attachMany.remove, { key: issue.key })}
                onClick={() => toggle(issue)}
              >
                {issue.key} ✕
              </Button>
            ))}
          </div>
          <p className={styles.quiet}>{t(attachMany.forAll)}</p>
          <HypothesisFields of={of} draft={draft} onChange={setDraft} faults={faults} refusal={act.refusal} />
        </>
      )}
      <ActMessage act={act} fields={hypothesisFields} />
    </ModalFrame>
  );
}
