import { invoke } from '@forge/bridge';
import type { CallName, Input, Output } from '../../../../src/contract/calls';
import type { Result } from '../../../../src/contract/result';

/** Makes one call of the call table. Answers the value or a refusal; throws when no answer came. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const payload: Record<string, unknown> = { ...input };
  const answer: unknown = await invoke(name, payload);
  if (!isResult<Output<N>>(answer)) throw new Error(`${name} gave no answer that Waymark understands`);
  return answer;
}

/** The resolver wraps every answer once; anything else is a broken deployment, not data. */
function isResult<T>(answer: unknown): answer is Result<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
