import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditTeam } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/**
 * Takes a team out of the choices, or brings it back. Its objectives, check-ins and reports stay as they are. One with teams
 * beneath it stays until they are moved, and one beneath an archived team is brought back after that.
 */
export async function setTeamArchived(
  deps: Dependencies,
  input: Parsed<'team.set-archived'>,
): Promise<Result<Output<'team.set-archived'>>> {
  const { id, version, archived, why } = input;
  const standing = await deps.teams.find(id);
  if (!standing) return refuse('not-found', 'This team is not there. Open the page again.');
  const act = actOf(deps, 'team.set-archived', input, why);
  const done = await already(deps, id, standing, act, version);
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditTeam(who, standing),
    'Only the team’s lead or an OKR lead can archive this team. Ask one of them.',
  );
  if (refused) return refused;
  const detail = changesBetween(standing, { archived });
  if (detail.length === 0) return ok({ id, version });
  const teams = await deps.teams.list();
  const beneath = teams.find((team) => team.parentId === id && !team.archived);
  if (archived && beneath) {
    return refuse('invalid', `${beneath.name} stands beneath this team. Move or archive it first.`);
  }
  const above = teams.find((team) => team.id === standing.parentId);
  if (!archived && above?.archived === true) {
    return refuse('invalid', `${above.name}, the team above, is archived. Bring it back first.`);
  }
  return saved(id, await deps.teams.change(id, version, { archived }, act, detail));
}
