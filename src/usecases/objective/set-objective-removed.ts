import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditObjective } from '../../policies/objective-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { keepLinks } from '../keep-links';

/** Takes an objective out of its cycle, or brings it back with everything it had. */
export async function setObjectiveRemoved(
  deps: Dependencies,
  input: Parsed<'objective.set-removed'>,
): Promise<Result<Output<'objective.set-removed'>>> {
  const { id, version, removed, why } = input;
  const standing = await deps.objectives.find(id, deps.me);
  if (!standing) return refuse('not-found', 'This objective is not there. Open the page again.');
  const act = actOf(deps, 'objective.set-removed', input, why);
  const done = await already(deps, id, standing.last, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditObjective(who, standing),
    'Only the objective’s owner, the team’s lead or an OKR lead can remove it. Ask one of them.',
  );
  if (refused) return refused;
  if (standing.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its objectives stay as they are.');
  }
  if (standing.removed === removed) return ok({ id, version });
  const detail = changesBetween({ removed: standing.removed }, { removed });
  const result = saved(id, await deps.objectives.change(id, version, { removed }, act, detail));
  if (result.ok) await keepLinks(deps, { objectiveId: id });
  return result;
}
