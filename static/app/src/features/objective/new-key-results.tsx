import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { ObjectiveId, ProjectId } from '../../../../../src/domain/ids';
import { usePlace } from '../../boot/place-context';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from '../pages/pages.module.css';
import { emptyKeyResult } from './key-result-draft';
import { KeyResultForm } from './key-result-form';

type Props = {
  objectiveId: ObjectiveId;
  dates: { startsOn: LocalDate; dueOn: LocalDate };
  project: ProjectId | undefined;
  /** What comes after the last one. */
  finish: ReactNode;
  /** Leaves without writing any. */
  onCancel?: () => void;
};

/** Key results of an objective, one after the other, without leaving the keyboard. */
export function NewKeyResults({ objectiveId, dates, project, finish, onCancel }: Props) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const act = useAct('key-result.create');
  const [count, setCount] = useState(0);
  const [writingOne, setWritingOne] = useState(true);
  const empty = () => emptyKeyResult(dates, accountId);

  return (
    <>
      <p role="status" className={styles.quiet}>
        {t(pages.keyResultsSaved, { count })}
      </p>
      {writingOne ? (
        <KeyResultForm
          initial={empty()}
          act={act}
          project={project}
          next={empty}
          onCancel={() => (count === 0 && onCancel ? onCancel() : setWritingOne(false))}
          onSave={async (keyResult, _why, another) => {
            const answer = await act.run(({ id, requestId }) => ({
              id: id(),
              requestId,
              objectiveId,
              keyResult,
            }));
            if (!answer?.ok) return null;
            setCount((now) => now + 1);
            setWritingOne(another);
            flag({ title: t(writing.keyResultSaved, { title: keyResult.title }) });
            return answer.value.id;
          }}
        />
      ) : (
        <div className={styles.row}>
          <Button onClick={() => setWritingOne(true)}>{t(writing.addKeyResult)}</Button>
          {finish}
        </div>
      )}
    </>
  );
}
