import Button from '@atlaskit/button/new';
import type { Result } from '../../../../../src/contract/result';
import type { ObjectiveId, KeyResultId } from '../../../../../src/domain/ids';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

type Props = (
  { call: 'objective.set-removed'; id: ObjectiveId } | { call: 'key-result.set-removed'; id: KeyResultId }
) & { version: number; name: string; onRemoved?: () => void };

/** Takes an objective or key result out of its cycle, with a flag that brings it back. */
export function RemoveButton(props: Props) {
  const { version, name, onRemoved } = props;
  const { t } = useWords();
  const told = useTold();
  const objective = useAct('objective.set-removed');
  const keyResult = useAct('key-result.set-removed');

  const set = (removed: boolean, at: number): Promise<Result<{ version: number }> | null> =>
    props.call === 'objective.set-removed'
      ? objective.run(({ requestId }) => ({ id: props.id, version: at, requestId, removed, why: '' }))
      : keyResult.run(({ requestId }) => ({ id: props.id, version: at, requestId, removed, why: '' }));

  async function remove() {
    const failed = t(pages.notRemoved);
    const removed = await told(set(true, version), {
      done: t(pages.removed, { name }),
      why: t(pages.removedWhy),
      failed,
      undo: (now) => told(set(false, now.version), { done: t(pages.restored, { name }), failed }),
    });
    if (removed) onRemoved?.();
  }

  return (
    <Button
      appearance="subtle"
      spacing="compact"
      isLoading={objective.busy || keyResult.busy}
      aria-label={t(pages.removeOf, { name })}
      onClick={() => void remove()}
    >
      {t(pages.remove)}
    </Button>
  );
}
