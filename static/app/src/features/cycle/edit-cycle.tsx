import { useState } from 'react';
import type { CycleReading } from '../../../../../src/contract/readings';
import { ChangedNotice } from '../../components/changed-notice';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from '../pages/pages.module.css';
import { CycleForm } from './cycle-form';

type Props = { cycle: CycleReading; cycles: CycleReading[]; onDone: () => void };

/** Changes a cycle; once it is under way its dates change with a reason. */
export function EditCycle({ cycle, cycles, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('cycle.edit');
  const [round, setRound] = useState(0);
  const { id, version, name, startsOn, endsOn, parentId, phase } = cycle;
  return (
    <section className={styles.step} aria-label={t(pages.editOf, { name })}>
      <CycleForm
        key={round}
        initial={{ name, startsOn, endsOn, parentId }}
        cycles={cycles.filter((other) => other.id !== id)}
        act={act}
        asksWhy={phase !== 'draft'}
        conflict={<ChangedNotice act={act} onTheirs={() => setRound((now) => now + 1)} />}
        onCancel={onDone}
        onSave={async (changed, why) => {
          const answer = await act.run(({ requestId }) => ({ id, version, requestId, cycle: changed, why }));
          if (!answer?.ok) return;
          flag({ title: t(writing.cycleSaved, { name: changed.name }) });
          onDone();
        }}
      />
    </section>
  );
}
