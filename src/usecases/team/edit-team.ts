import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditTeam } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { checkParent } from './check-parent';

/** Changes a team. Renamed, it keeps its id; its history keeps the old name. */
export async function editTeam(
  deps: Dependencies,
  input: Parsed<'team.edit'>,
): Promise<Result<Output<'team.edit'>>> {
  const { id, version, team, why } = input;
  const standing = await deps.teams.find(id);
  if (!standing) return refuse('not-found', 'This team is not there. Open the page again.');
  const act = actOf(deps, 'team.edit', input, why);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayEditTeam(who, standing),
      'Only the team’s lead or an OKR lead can change this team. Ask one of them.',
    )) ?? (await checkParent(deps, id, team));
  if (refused) return refused;
  const values = {
    ...team,
    members: [...new Set(team.members)],
    projectIds: [...new Set(team.projectIds)],
  };
  const detail = changesBetween(standing, values);
  if (detail.length === 0) return ok({ id, version });
  return saved(id, await deps.teams.change(id, version, values, act, detail));
}
