import type { Output, Parsed } from '../../contract/calls';
import type { Result } from '../../contract/result';
import { actOf, saved } from '../acts';
import type { Dependencies } from '../dependencies';
import { checkParent } from './check-parent';

/** Makes a team. Anyone may; without a lead named, whoever makes it leads it. */
export async function createTeam(
  deps: Dependencies,
  input: Parsed<'team.create'>,
): Promise<Result<Output<'team.create'>>> {
  const { id, team } = input;
  const wrong = await checkParent(deps, id, team);
  if (wrong) return wrong;
  const values = {
    ...team,
    lead: team.lead ?? deps.me,
    members: [...new Set(team.members)],
    projectIds: [...new Set(team.projectIds)],
    archived: false,
  };
  return saved(id, await deps.teams.create(id, values, actOf(deps, 'team.create', input)));
}
