import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditObjective } from '../../policies/objective-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { keepLinks } from '../keep-links';

/** Changes an objective's words, owner, or who may see it. */
export async function editObjective(
  deps: Dependencies,
  input: Parsed<'objective.edit'>,
): Promise<Result<Output<'objective.edit'>>> {
  const { id, version, objective, why } = input;
  const standing = await deps.objectives.find(id, deps.me);
  if (!standing) return refuse('not-found', 'This objective is not there. Open the page again.');
  const act = actOf(deps, 'objective.edit', input, why);
  const done = await already(deps, id, standing.last, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditObjective(who, standing),
    'Only the objective’s owner, the team’s lead or an OKR lead can change it. Ask one of them.',
  );
  if (refused) return refused;
  if (standing.removed) return refuse('not-found', 'This objective was removed. Bring it back first.');
  if (standing.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so its objectives stay as they are.');
  }
  const values = { ...objective, viewers: [...new Set(objective.viewers)] };
  const detail = changesBetween(standing.objective, values);
  if (detail.length === 0) return ok({ id, version });
  const result = saved(id, await deps.objectives.change(id, version, values, act, detail));
  // What became restricted must leave Jira at once, not with the next repair.
  if (result.ok && values.restricted !== standing.objective.restricted) {
    await keepLinks(deps, { objectiveId: id });
  }
  return result;
}
