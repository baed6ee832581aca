import type { Initiative } from '../../../../../src/domain/initiative';
import { base } from '../../messages/en/base';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

/** Detaches an initiative, with a flag that undoes it. */
export function useDetach(keyResultKey: string) {
  const { t } = useWords();
  const told = useTold();
  const detach = useAct('initiative.detach');
  const reattach = useAct('initiative.reattach');

  async function run({ id, version }: Initiative, why: string): Promise<boolean> {
    const detached = await told(
      detach.run(({ requestId }) => ({ id, version, requestId, why })),
      {
        done: t(words.detached, { key: keyResultKey }),
        why: t(words.detachedWhy),
        undo: (now) =>
          told(
            reattach.run(({ requestId }) => ({ id, version: now.version, requestId })),
            { done: t(words.reattached, { key: keyResultKey }), failed: t(base.undoFailed) },
          ),
      },
    );
    return detached !== null;
  }

  return { run, act: detach };
}
