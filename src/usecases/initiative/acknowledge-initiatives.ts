import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';

/**
 * The owner of a key result has seen what others attached to it. Only the person who was told can have seen it: of
 * other key results, and of ids of nothing, none is acknowledged. Again and again without effect.
 */
export async function acknowledgeInitiatives(
  { initiatives, me, now }: Dependencies,
  { ids }: Parsed<'initiative.acknowledge'>,
): Promise<Result<Output<'initiative.acknowledge'>>> {
  return ok({ acknowledged: await initiatives.acknowledge(ids, me, now) });
}
