import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { CycleId, ObjectiveId, ProjectId, TeamId } from '../../../../../src/domain/ids';
import { usePlace } from '../../boot/place-context';
import type { Stood } from '../../components/how-it-stands';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { BesideLearnings } from '../closing/learnings';
import styles from '../pages/pages.module.css';
import { draftFromBefore, emptyKeyResult } from './key-result-draft';
import { KeyResultForm } from './key-result-form';

type Props = {
  objectiveId: ObjectiveId;
  dates: { startsOn: LocalDate; dueOn: LocalDate };
  project: ProjectId | undefined;
  /** Whose cycle it is: what was learned in the one before stands beside. */
  place: { teamId: TeamId; cycleId: CycleId };
  /** What comes after the last one. */
  finish: ReactNode;
  /** Leaves without writing any. */
  onCancel?: () => void;
};

/** Key results of an objective, one after the other, without leaving the keyboard. */
export function NewKeyResults({ objectiveId, dates, project, place, finish, onCancel }: Props) {
  const { t, locale } = useWords();
  const { accountId } = usePlace();
  const act = useAct('key-result.create');
  const [count, setCount] = useState(0);
  const [writingOne, setWritingOne] = useState(true);
  /** The key result of the cycle before that the form begins with. */
  const [used, setUsed] = useState<Stood | null>(null);
  const empty = () => emptyKeyResult(dates, accountId);

  function begin(of: Stood) {
    setUsed(of);
    setWritingOne(true);
  }

  return (
    <BesideLearnings place={place} onUse={begin}>
      <p role="status" className={styles.quiet}>
        {t(pages.keyResultsSaved, { count })}
      </p>
      {writingOne ? (
        <KeyResultForm
          key={used?.keyResult.id ?? 'empty'}
          initial={used === null ? empty() : draftFromBefore(used, dates, locale)}
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
            setUsed(null);
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
    </BesideLearnings>
  );
}
