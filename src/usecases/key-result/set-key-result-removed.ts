import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { keepLinks } from '../keep-links';

/** Takes a key result out of its objective, or brings it back with everything it had. */
export async function setKeyResultRemoved(
  deps: Dependencies,
  input: Parsed<'key-result.set-removed'>,
): Promise<Result<Output<'key-result.set-removed'>>> {
  const { id, version, removed, why } = input;
  const standing = await deps.keyResults.find(id, deps.me);
  if (!standing) return refuse('not-found', 'This key result is not there. Open the page again.');
  const act = actOf(deps, 'key-result.set-removed', input, why);
  const done = await already(deps, id, standing.last, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, standing),
    'Only the owner of the key result or objective, the team’s lead or an OKR lead can remove it. Ask one of them.',
  );
  if (refused) return refused;
  if (standing.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its key results stay as they are.');
  }
  if (standing.removed === removed) return ok({ id, version });
  const detail = changesBetween({ removed: standing.removed }, { removed });
  const result = saved(id, await deps.keyResults.change(id, version, { removed }, act, detail));
  if (result.ok) await keepLinks(deps, { keyResultId: id });
  return result;
}
