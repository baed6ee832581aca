import type { FollowedAsk, FollowUpOutcome, FollowUpSubject } from '../../../../../src/domain/follow-up';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { meeting as texts } from '../../messages/en/meeting';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

/** A decision or an ask, and where it was taken. */
export type Following = {
  keyResultId: KeyResultId;
  subject: FollowUpSubject;
  item: Pick<FollowedAsk, 'checkInId' | 'text'>;
};

const flags: Record<FollowUpOutcome, Message> = {
  done: texts.saidDone,
  dropped: texts.saidDropped,
  'carried-on': texts.saidCarried,
  open: texts.saidOpen,
};

/** Says what became of a decision or an ask, with a flag that takes it back. */
export function useFollowUp({ keyResultId, subject, item }: Following) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('follow-up.say');
  const { checkInId, text } = item;

  async function say(outcome: FollowUpOutcome, note = '', dueOn: LocalDate | null = null): Promise<boolean> {
    const saved = await told(
      act.run(({ id }) => ({ id: id(), keyResultId, checkInId, subject, outcome, note, dueOn })),
      {
        done: t(flags[outcome], { text }),
        failed: t(texts.notSaved),
        undo: outcome === 'open' ? undefined : () => say('open'),
      },
    );
    return saved !== null;
  }

  return { say, busy: act.busy, refusal: act.refusal };
}
