import { useState } from 'react';
import type { ObjectivePage } from '../../../../../src/contract/alignment-calls';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { copiesWords } from '../../../../../src/domain/quality/copied';
import { ChangedNotice } from '../../components/changed-notice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { Notice } from '../../components/notice';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import styles from './alignment.module.css';
import { draftOf, inputOf, servedTitle, type ServesInput } from './serves-draft';
import { ServesField } from './serves-field';

type Props = { page: ObjectivePage; objective: ObjectiveReading; onDone: () => void };

const fields = ['serves', 'serves.why'];

/** Says what an objective serves, with a flag that takes it back. */
export function ServesForm({ page: { alignment }, objective, onDone }: Props) {
  const { t } = useWords();
  const told = useTold();
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

  async function save() {
    const serves = inputOf(draft);
    // What cannot be seen cannot be put back.
    const before = inputOf(draftOf(alignment.serves));
    if (serves === null || JSON.stringify(serves) === JSON.stringify(before)) {
      onDone();
      return;
    }
    const done = t(texts.saved);
    const said = await told(serve(serves, alignment.version), {
      done,
      undo:
        before === null
          ? undefined
          : ({ version }) => told(serve(before, version), { done, failed: t(texts.notSaved) }),
    });
    if (said) onDone();
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
