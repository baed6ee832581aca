import Button from '@atlaskit/button/new';
import type { ObjectiveId, KeyResultId } from '../../../../../src/domain/ids';
import { base } from '../../messages/en/base';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';

type Props = (
  { call: 'objective.set-removed'; id: ObjectiveId } | { call: 'key-result.set-removed'; id: KeyResultId }
) & { version: number; name: string; onRemoved?: () => void };

/** Takes an objective or key result out of its cycle, with a flag that brings it back. */
export function RemoveButton(props: Props) {
  const { version, name, onRemoved } = props;
  const { t } = useWords();
  const objective = useAct('objective.set-removed');
  const keyResult = useAct('key-result.set-removed');

  const set = (removed: boolean, at: number) =>
    props.call === 'objective.set-removed'
      ? objective.run(({ requestId }) => ({ id: props.id, version: at, requestId, removed, why: '' }))
      : keyResult.run(({ requestId }) => ({ id: props.id, version: at, requestId, removed, why: '' }));

  function failed(message: string | undefined) {
    flag({ title: t(pages.notRemoved), description: message ?? t(base.callFailed), tone: 'error' });
  }

  async function undo(at: number) {
    const answer = await set(false, at);
    if (answer?.ok) flag({ title: t(pages.restored, { name }) });
    else failed(answer?.refusal.message);
  }

  async function remove() {
    const answer = await set(true, version);
    if (!answer?.ok) {
      failed(answer?.refusal.message);
      return;
    }
    flag({
      title: t(pages.removed, { name }),
      description: t(pages.removedWhy),
      action: { text: t(base.undo), onClick: () => void undo(answer.value.version) },
    });
    onRemoved?.();
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
