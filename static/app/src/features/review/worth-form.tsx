import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import { useState } from 'react';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { TextField } from '../../components/text-field';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import styles from './review.module.css';

/** The answer to S4: whether hitting every target achieves the objective, and whether missing would hurt. */
export function WorthForm({ objectiveId }: { objectiveId: ObjectiveId }) {
  const { t } = useWords();
  const act = useAct('finding.answer');
  const [answer, setAnswer] = useState({ achieved: false, hurts: false, note: '' });
  const change = (part: Partial<typeof answer>) => setAnswer((now) => ({ ...now, ...part }));
  return (
    <form
      className={styles.initiative}
      onSubmit={(event) => {
        event.preventDefault();
        void act.run(({ id }) => ({ id: id(), objectiveId, ...answer, note: answer.note.trim() }));
      }}
    >
      <Checkbox
        label={t(review.achieved)}
        isChecked={answer.achieved}
        onChange={(event) => change({ achieved: event.currentTarget.checked })}
      />
      <Checkbox
        label={t(review.hurts)}
        isChecked={answer.hurts}
        onChange={(event) => change({ hurts: event.currentTarget.checked })}
      />
      <TextField label={t(review.worthNote)} value={answer.note} onText={(note) => change({ note })} />
      <ActMessage act={act} />
      <div className={styles.acts}>
        <Button type="submit" spacing="compact" isLoading={act.busy}>
          {t(review.answer)}
        </Button>
      </div>
    </form>
  );
}
