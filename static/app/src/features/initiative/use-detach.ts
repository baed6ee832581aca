import type { Initiative } from '../../../../../src/domain/initiative';
import { base } from '../../messages/en/base';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';

/** Detaches an initiative, with a flag that undoes it. */
export function useDetach(keyResultKey: string) {
  const { t } = useWords();
  const detach = useAct('initiative.detach');
  const reattach = useAct('initiative.reattach');

  async function undo(id: Initiative['id'], version: number) {
    const answer = await reattach.run(({ requestId }) => ({ id, version, requestId }));
    if (answer?.ok) flag({ title: t(words.reattached, { key: keyResultKey }) });
    else {
      flag({
        title: t(words.undoFailed),
        description: answer?.refusal.message ?? t(base.callFailed),
        tone: 'error',
      });
    }
  }

  async function run({ id, version }: Initiative, why: string): Promise<boolean> {
    const answer = await detach.run(({ requestId }) => ({ id, version, requestId, why }));
    if (!answer?.ok) return false;
    flag({
      title: t(words.detached, { key: keyResultKey }),
      description: t(words.detachedWhy),
      action: { text: t(base.undo), onClick: () => void undo(id, answer.value.version) },
    });
    return true;
  }

  return { run, act: detach };
}
