import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';

/** Who changed a team, a cycle or the site's settings: everyone reads it. One statement. */
export async function readHistory(
  deps: Dependencies,
  { of }: Parsed<'history.read'>,
): Promise<Result<Output<'history.read'>>> {
  const id = of.entity === 'settings' ? 'site' : of.id;
  return ok({ entries: await deps.history.ofShared(of.entity, id) });
}
