import type { Stood } from '../../components/how-it-stands';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { draftOfKeyResult } from './key-result-draft';
import { KeyResultForm } from './key-result-form';

type Props = {
  of: Pick<Stood, 'keyResult' | 'objective'>;
  /** It was saved, as this version. */
  onSaved?: (version: number) => void;
  /** Saved, or left as it was. */
  onDone: () => void;
};

/** Changes a key result in place; in a cycle that runs it asks why. */
export function EditKeyResult({ of: { keyResult, objective }, onSaved, onDone }: Props) {
  const { t, locale } = useWords();
  const act = useAct('key-result.edit');
  return (
    <KeyResultForm
      id={keyResult.id}
      onSaved={onDone}
      initial={draftOfKeyResult(keyResult, locale)}
      act={act}
      asksWhy={objective.cycle.phase !== 'draft'}
      project={objective.team.projectIds[0]}
      onCancel={onDone}
      onSave={async (changed, why) => {
        const { id, version } = keyResult;
        const answer = await act.run(({ requestId }) => ({
          id,
          version,
          requestId,
          keyResult: changed,
          why,
        }));
        if (!answer?.ok) return null;
        flag({ title: t(writing.keyResultSaved, { title: changed.title }) });
        onSaved?.(answer.value.version);
        return id;
      }}
    />
  );
}
