import { useState } from 'react';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { inputOf, type ServesDraft } from './serves-draft';

/** What a new objective serves: it waits in the form and is saved once the objective is. Says so when that fails. */
export function useNewServes() {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('objective.serve');
  const [draft, setDraft] = useState<ServesDraft>({ kind: 'unsaid' });
  const isSaid = draft.kind === 'parent' || (draft.kind === 'none' && draft.why.trim() !== '');
  return {
    draft,
    isSaid,
    change: setDraft,
    async keep(objectiveId: ObjectiveId): Promise<void> {
      const serves = isSaid ? inputOf(draft) : null;
      if (serves === null) return;
      await told(
        act.run(({ id, requestId }) => ({ id: id(), version: 0, requestId, objectiveId, serves })),
        { failed: t(texts.notSaved) },
      );
    },
  };
}
