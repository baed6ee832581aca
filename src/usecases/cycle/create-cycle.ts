import type { Output, Parsed } from '../../contract/calls';
import type { Result } from '../../contract/result';
import { mayStartCycle } from '../../policies/team-policy';
import { actOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { checkCycle } from './check-cycle';

/** Makes a cycle, as a draft. Whoever leads a team may, and OKR leads. */
export async function createCycle(
  deps: Dependencies,
  input: Parsed<'cycle.create'>,
): Promise<Result<Output<'cycle.create'>>> {
  const { id, cycle } = input;
  const wrong = await checkCycle(deps, id, cycle);
  if (wrong) return wrong;
  const leads = await deps.teams.leadsAny(deps.me);
  const refused = await unlessPermitted(
    deps,
    (who) => mayStartCycle(who, leads),
    'Only a team’s lead or an OKR lead can start a cycle. Ask one of them.',
  );
  if (refused) return refused;
  const values = { ...cycle, phase: 'draft' as const };
  return saved(id, await deps.cycles.create(id, values, actOf(deps, 'cycle.create', input)));
}
