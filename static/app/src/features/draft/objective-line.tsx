import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { CycleId, ObjectiveId, TeamId } from '../../../../../src/domain/ids';
import { readSaidObjective } from '../../../../../src/domain/said-objective';
import { usePlace } from '../../boot/place-context';
import { ActMessage } from '../../components/act-message';
import { TextField } from '../../components/text-field';
import { draft as texts } from '../../messages/en/draft';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useDismissals } from '../review/use-dismissals';
import styles from './draft.module.css';

const ObjectiveReview = lazy(() => import('../review/objective-review'));

type Props = {
  place: { teamId: TeamId; cycleId: CycleId };
  dates: { startsOn: LocalDate; dueOn: LocalDate };
  /** It was saved; `sentences` said with it are key results still to be written. */
  onSaved: (id: ObjectiveId, version: number, sentences: string[]) => void;
};

/** An objective typed as one sentence, with the key results said in it. Enter saves it; the rest is on its card. */
export function ObjectiveLine({ place, dates, onSaved }: Props) {
  const { t, list } = useWords();
  const { accountId } = usePlace();
  const act = useAct('objective.create');
  const dismissals = useDismissals(null);
  const [sentence, setSentence] = useState('');
  const { title, keyResults } = readSaidObjective(sentence, dates);

  async function save() {
    if (title === '') return;
    const objective = { title, why: '', owner: accountId, restricted: false, viewers: [] };
    const answer = await act.run(({ id, requestId }) => ({ id: id(), requestId, ...place, objective }));
    if (!answer?.ok) return;
    const { id, version } = answer.value;
    await dismissals.keep({ kind: 'objective', id });
    onSaved(id, version, keyResults);
    flag({ title: t(texts.saved, { title }) });
    setSentence('');
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
      <div className={styles.enter}>
        <TextField
          label={t(texts.addObjective)}
          hint={t(texts.objectiveHint)}
          value={sentence}
          onText={setSentence}
        />
        {title !== '' && (
          <Button type="submit" appearance="primary" isLoading={act.busy}>
            {t(writing.saveObjective)}
          </Button>
        )}
      </div>
      {keyResults.length > 0 && (
        <p role="status">
          {t(texts.parted, { count: keyResults.length, titles: list(keyResults.map((one) => `“${one}”`)) })}
        </p>
      )}
      {title !== '' && (
        <Suspense fallback={null}>
          <ObjectiveReview
            title={title}
            why=""
            owner={accountId}
            dismissals={dismissals}
            onFix={(fix) => {
              if (fix.kind === 'replace') setSentence(fix.text);
            }}
          />
        </Suspense>
      )}
      <ActMessage act={act} />
    </form>
  );
}
