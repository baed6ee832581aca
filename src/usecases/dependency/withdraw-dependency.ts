import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { placedDependency } from './placed-dependency';

/** Takes back what was asked of a team. Asking again is its undo. Source: design §3.11. */
export async function withdrawDependency(
  deps: Dependencies,
  input: Parsed<'dependency.withdraw'>,
): Promise<Result<Output<'dependency.withdraw'>>> {
  const { id, version } = input;
  const found = await placedDependency(deps, input);
  if (!found.ok) return found;
  const { standing, place, team } = found.value;
  const act = actOf(deps, 'dependency.withdraw', input);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, place),
    'Only the owner of the key result or objective, the team’s lead or an OKR lead can take this back. Ask one of them.',
  );
  if (refused) return refused;
  if (place.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so nothing waits for other teams any more.');
  }
  if (standing.state === 'withdrawn') return ok({ id, version });
  const state = 'withdrawn' as const;
  const detail = [...changesBetween({}, { team: team.name }), ...changesBetween(standing, { state })];
  return saved(id, await deps.dependencies.change(id, version, { state }, act, detail));
}
