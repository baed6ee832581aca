import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { KeyResultId, ObjectiveId } from '../../../../../src/domain/ids';
import type { Dismissed, ReviewFinding, RuleId } from '../../../../../src/domain/quality/finding';
import { base } from '../../messages/en/base';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { newId } from '../../rpc/act-ids';
import { call } from '../../rpc/call';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { callKey, useCall } from '../../rpc/use-call';

/** A dismissal with its reason. */
export type Reasoned = Dismissed & { reason: string };
export type Dismissals = {
  standing: readonly Reasoned[];
  busy: boolean;
  dismiss: (found: ReviewFinding, reason: string) => Promise<void>;
  takeBack: (one: Reasoned) => Promise<void>;
  /** What was dismissed before there was anything to keep it with is kept now. Says so when that fails. */
  keep: (written: Written) => Promise<void>;
};
export type Written = { kind: 'objective'; id: ObjectiveId } | { kind: 'key-result'; id: KeyResultId };

/**
 * The dismissals of what a form writes. Of something saved they are kept at once; of something new they wait in the form and
 * are kept by `keep` once it is saved.
 */
export function useDismissals(written: Written | null): Dismissals {
  const { t } = useWords();
  const reading = useCall('finding.read', written === null ? null : { subject: written });
  const client = useQueryClient();
  const act = useAct('finding.dismiss');
  const [waiting, setWaiting] = useState<readonly Reasoned[]>([]);
  const kept = reading.state === 'ready' ? reading.value.dismissed : [];
  const failed = (message: string) =>
    flag({ title: t(review.notDismissed), description: message, tone: 'error' });

  async function say(one: Reasoned, stands: boolean): Promise<void> {
    const others = waiting.filter(({ rule, words }) => rule !== one.rule || words !== one.words);
    if (written === null) {
      setWaiting(stands ? [...others, one] : others);
      return;
    }
    const { rule, words, reason } = one;
    const answer = await act.run(({ id }) => ({
      id: id(),
      subject: written,
      rule,
      words,
      stands,
      reason: stands ? reason : '',
    }));
    if (!answer?.ok) failed(answer?.refusal.message ?? t(base.callFailed));
  }

  return {
    standing: written === null ? waiting : kept,
    busy: act.busy,
    dismiss: ({ rule, words }, reason) => say({ rule, words, reason }, true),
    takeBack: (one) => say(one, false),
    async keep(now) {
      if (waiting.length === 0) return;
      const answers = await Promise.all(waiting.map((one) => keepOne(now, one)));
      setWaiting([]);
      await client.invalidateQueries({ queryKey: [callKey] });
      const lost = answers.find((message) => message !== null);
      if (lost !== undefined) failed(lost === '' ? t(base.callFailed) : lost);
    },
  };
}

/** null: kept. '' when no answer came, else the refusal. */
async function keepOne(
  subject: Written,
  { rule, words, reason }: { rule: RuleId; words: string; reason: string },
) {
  const input: Input<'finding.dismiss'> = { id: newId(), subject, rule, words, stands: true, reason };
  try {
    const answer = await call('finding.dismiss', input);
    return answer.ok ? null : answer.refusal.message;
  } catch (error) {
    console.error(error);
    return '';
  }
}
