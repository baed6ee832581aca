import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { toCycle } from '../../storage/cycle-repository';
import { toTeam } from '../../storage/team-repository';
import type { Dependencies } from '../dependencies';
import { present, presentTeam } from '../present';

/** One team's draft of a cycle: three statements, side by side. Source: design §3.12. */
export async function readPreparation(
  deps: Dependencies,
  { cycleId, teamId }: Parsed<'preparation.read'>,
): Promise<Result<Output<'preparation.read'>>> {
  const [cycle, team, found, who] = await Promise.all([
    deps.cycles.find(cycleId),
    deps.teams.find(teamId),
    deps.okrs.read({ by: 'place', teamIds: [teamId], cycleId }, deps.me, { texts: false }),
    viewer(deps.actor),
  ]);
  if (!cycle || !team) return refuse('not-found', 'This team or cycle is not there. Choose another.');
  return ok({ ...present(found, who), cycle: toCycle(cycle), team: presentTeam(toTeam(team), who) });
}
