import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { mayEndMeeting } from '../../policies/team-policy';
import type { Dependencies } from '../dependencies';
import { chooseTeam, runningCycle } from '../overview/choose-place';
import { present, presentTeam } from '../present';
import { runs } from './runs';

/** A team's check-in in a cycle: four statements in two steps. Source: design §3.12. */
export async function readMeeting(
  deps: Dependencies,
  input: Parsed<'meeting.read'>,
): Promise<Result<Output<'meeting.read'>>> {
  const [teams, cycles, who] = await Promise.all([deps.teams.list(), deps.cycles.list(), viewer(deps.actor)]);
  const team = input.teamId
    ? teams.find(({ id }) => id === input.teamId)
    : chooseTeam(teams, input.projectId, deps.me);
  const cycle = input.cycleId
    ? cycles.find(({ id }) => id === input.cycleId)
    : (runningCycle(cycles, deps.now) ?? undefined);
  if (input.teamId && !team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  if (input.cycleId && !cycle)
    return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  const around = { teams: teams.map((one) => presentTeam(one, who)), cycles };
  if (!team || !cycle) {
    const { site } = await deps.settings.read();
    const nothing = { site, objectives: [], since: null, digests: [], can: { end: false } };
    return ok({ ...nothing, ...around, teamId: team?.id ?? null, cycleId: cycle?.id ?? null });
  }
  const place = { teamId: team.id, cycleId: cycle.id };
  const [found, digests] = await Promise.all([
    deps.okrs.read({ by: 'place', teamIds: [team.id], cycleId: cycle.id }, deps.me),
    deps.digests.list(place),
  ]);
  const [last] = digests;
  return ok({
    ...present(found, who),
    ...around,
    ...place,
    since: last ? { day: last.heldOn, at: last.endedAt } : null,
    digests,
    can: { end: runs(cycle.phase) && mayEndMeeting(who, team) },
  });
}
