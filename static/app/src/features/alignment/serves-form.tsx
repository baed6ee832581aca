import { useState } from 'react';
import type { ObjectivePage } from '../../../../../src/contract/alignment-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { copiesWords } from '../../../../../src/domain/quality/copied';
import { ChangedNotice } from '../../components/changed-notice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { Notice } from '../../components/notice';
import { alignment as texts } from '../../messages/en/alignment';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from './alignment.module.css';
import { draftOf, inputOf, servedTitle, type ServesInput } from './serves-draft';
import { ServesField } from './serves-field';

type Props = { page: ObjectivePage; objective: ObjectiveReading; onDone: () => void };

const fields = ['serves', 'serves.why'];

/** Says what an objective serves, with a flag that takes it back. */
export function ServesForm({ page: { alignment }, objective, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('objective.serve');
  const [draft, setDraft] = useState(draftOf(alignment.serves));
  const place = { teamId: objective.team.id, cycleId: objective.cycle.id };
  const served = servedTitle(draft);
  const serve = (serves: ServesInput, version: number) =>
    act.run(({ id, requestId }) => ({
      id: alignment.id ?? id(),
      version,
      requestId,
      objectiveId: objective.id,
      serves,
    }));

  async function undo(before: ServesInput, version: number) {
    const answer = await serve(before, version);
    if (answer?.ok) flag({ title: t(texts.saved) });
    else {
      const description = answer?.refusal.message ?? t(base.callFailed);
      flag({ title: t(texts.notSaved), description, tone: 'error' });
    }
  }

  async function save() {
    const serves = inputOf(draft);
    if (serves === null) {
      onDone();
      return;
    }
    // What cannot be seen cannot be put back.
    const before = inputOf(draftOf(alignment.serves));
    const answer = await serve(serves, alignment.version);
    if (!answer?.ok) return;
    const { version } = answer.value;
    flag({
      title: t(texts.saved),
      ...(before === null || version === alignment.version
        ? {}
        : { action: { text: t(base.undo), onClick: () => void undo(before, version) } }),
    });
    onDone();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ServesField
        place={place}
        value={draft}
        isSearching={draft.kind === 'unsaid' || draft.kind === 'kept'}
        error={refusedField(act.refusal, 'serves') ?? refusedField(act.refusal, 'serves.why')}
        onChange={(now) => {
          act.clear();
          setDraft(now);
        }}
      />
      {served !== undefined && copiesWords(objective.title, served) && (
        <Notice tone="warning">{t(texts.copied)}</Notice>
      )}
      <FormEnd
        act={act}
        fields={fields}
        save={t(texts.save)}
        conflict={<ChangedNotice act={act} onTheirs={() => setDraft(draftOf(alignment.serves))} />}
        onCancel={onDone}
      />
    </form>
  );
}
