import Button from '@atlaskit/button/new';
import type { Sharing } from '../../../../../src/contract/sharing-calls';
import type { KeyResultReading, ObjectiveReading } from '../../../../../src/contract/readings';
import { base } from '../../messages/en/base';
import { sharing as texts } from '../../messages/en/sharing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';

type Props = {
  sharing: Sharing;
  keyResult: Pick<KeyResultReading, 'id' | 'key'>;
  /** Beneath which it is shown. */
  objective: Pick<ObjectiveReading, 'id' | 'key'>;
};

/** Ends that a key result is shown beneath an objective of another team, with a flag that puts it back. */
export function TakeAway({ sharing: { id, version, can }, keyResult, objective }: Props) {
  const { t } = useWords();
  const act = useAct('key-result.show-under');
  if (!can.takeAway) return <span />;
  const names = { key: keyResult.key, objective: objective.key };
  const set = (shown: boolean, at: number) =>
    act.run(({ requestId }) => ({
      id,
      version: at,
      requestId,
      keyResultId: keyResult.id,
      objectiveId: objective.id,
      shown,
    }));
  function failed(message: string | undefined) {
    flag({ title: t(texts.notSaved), description: message ?? t(base.callFailed), tone: 'error' });
  }
  async function putBack(at: number) {
    const answer = await set(true, at);
    if (answer?.ok) flag({ title: t(texts.shownAgain, names) });
    else failed(answer?.refusal.message);
  }
  async function takeAway() {
    const answer = await set(false, version);
    if (!answer?.ok) {
      failed(answer?.refusal.message);
      return;
    }
    const undo = { text: t(base.undo), onClick: () => void putBack(answer.value.version) };
    flag({ title: t(texts.takenAway, names), ...(can.putBack && { action: undo }) });
  }
  return (
    <Button
      spacing="compact"
      appearance="subtle"
      isLoading={act.busy}
      aria-label={t(texts.takeAwayOf, names)}
      onClick={() => void takeAway()}
    >
      {t(texts.takeAway)}
    </Button>
  );
}
