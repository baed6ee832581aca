import type { Decision } from '../../../../../src/domain/check-in';
import type { Stood } from '../../components/how-it-stands';
import { useAct } from '../../rpc/use-act';

/** Records a decision on a key result without a new number: a check-in that says nothing else. */
export function useDecision() {
  const act = useAct('check-in.record');
  async function decide({ keyResult, today }: Stood, decision: Decision): Promise<boolean> {
    const answer = await act.run(({ id }) => ({
      id: id(),
      keyResultId: keyResult.id,
      day: today,
      value: null,
      reached: null,
      confidence: null,
      evidence: '',
      blocker: '',
      decision,
      ask: null,
    }));
    return answer?.ok === true;
  }
  return { decide, act };
}
