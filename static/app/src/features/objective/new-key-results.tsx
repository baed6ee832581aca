import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type {
  CycleId,
  KeyResultId,
  KpiId,
  ObjectiveId,
  ProjectId,
  TeamId,
} from '../../../../../src/domain/ids';
import { usePlace } from '../../boot/place-context';
import type { Stood } from '../../components/how-it-stands';
import { base } from '../../messages/en/base';
import { kpiWords } from '../../messages/en/kpi';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { BesideReadLearnings } from '../closing/learnings';
import { keyResultFromKpi } from '../kpi/from-kpi';
import type { StoodKpi } from '../kpi/kpi-row';
import styles from '../pages/pages.module.css';
import { draftFromBefore, draftOfKeyResult, emptyKeyResult } from './key-result-draft';
import { KeyResultForm } from './key-result-form';

type Props = {
  objectiveId: ObjectiveId;
  dates: { startsOn: LocalDate; dueOn: LocalDate };
  project: ProjectId | undefined;
  /** Whose cycle it is: what was learned in the one before stands beside. */
  place: { teamId: TeamId; cycleId: CycleId };
  /** The KPI that the first one takes its values from. */
  from?: StoodKpi | null;
  /** What comes after the last one. */
  finish: ReactNode;
  /** Leaves without writing any. */
  onCancel?: () => void;
};

/** Key results of an objective, one after the other, without leaving the keyboard. */
export function NewKeyResults({ objectiveId, dates, project, place, from = null, finish, onCancel }: Props) {
  const speech = useWords();
  const { t, locale } = speech;
  const { accountId } = usePlace();
  const follow = useAct('number-source.save');
  const act = useAct('key-result.create');
  const [count, setCount] = useState(0);
  const [writingOne, setWritingOne] = useState(true);
  /** The key result of the cycle before that the form begins with. */
  const [used, setUsed] = useState<Stood | null>(null);
  const empty = () => emptyKeyResult(dates, accountId);

  /** The first one of a KPI, unless the form begins with an earlier key result. */
  const followed = count === 0 && used === null ? from : null;
  const first = () =>
    followed === null
      ? empty()
      : draftOfKeyResult(keyResultFromKpi(followed, dates, accountId, speech), locale);

  function begin(of: Stood) {
    setUsed(of);
    setWritingOne(true);
  }

  async function takeValues(keyResultId: KeyResultId, kpiId: KpiId) {
    const source = { kind: 'kpi' as const, kpiId };
    const answer = await follow.run(({ id, requestId }) => ({
      id: id(),
      version: 0,
      requestId,
      keyResultId,
      source,
      why: '',
    }));
    if (answer?.ok) return;
    // The key result is saved: its own page says where its number comes from, and changes it.
    flag({
      title: t(kpiWords.notFollowed),
      description: answer?.refusal.message ?? t(base.callFailed),
      tone: 'error',
    });
  }

  return (
    <BesideReadLearnings place={place} onUse={begin}>
      <p role="status" className={styles.quiet}>
        {t(pages.keyResultsSaved, { count })}
      </p>
      {writingOne ? (
        <KeyResultForm
          key={used?.keyResult.id ?? 'empty'}
          initial={used === null ? first() : draftFromBefore(used, dates, locale)}
          act={act}
          project={project}
          next={empty}
          {...(count > 0 && { leave: t(writing.done) })}
          onCancel={() => (count === 0 && onCancel ? onCancel() : setWritingOne(false))}
          onSave={async (keyResult, _why, another) => {
            const answer = await act.run(({ id, requestId }) => ({
              id: id(),
              requestId,
              objectiveId,
              keyResult,
            }));
            if (!answer?.ok) return null;
            if (followed !== null) await takeValues(answer.value.id, followed.kpi.id);
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
    </BesideReadLearnings>
  );
}
