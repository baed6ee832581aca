import Button from '@atlaskit/button/new';
import type { Sharing } from '../../../../../src/contract/sharing-calls';
import type { KeyResultReading, ObjectiveReading } from '../../../../../src/contract/readings';
import { sharing as texts } from '../../messages/en/sharing';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

type Props = {
  sharing: Sharing;
  keyResult: Pick<KeyResultReading, 'id' | 'key'>;
  /** Beneath which it is shown. */
  objective: Pick<ObjectiveReading, 'id' | 'key'>;
};

/** Ends that a key result is shown beneath an objective of another team, with a flag that puts it back. */
export function TakeAway({ sharing: { id, version, can }, keyResult, objective }: Props) {
  const { t } = useWords();
  const told = useTold();
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
  const takeAway = () => {
    const failed = t(texts.notSaved);
    const putBack = (at: number) => told(set(true, at), { done: t(texts.shownAgain, names), failed });
    return told(set(false, version), {
      done: t(texts.takenAway, names),
      failed,
      undo: can.putBack ? (now) => putBack(now.version) : undefined,
    });
  };
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
