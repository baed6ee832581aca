import type { Output, Parsed } from '../../contract/calls';
import { refuse, type Result } from '../../contract/result';
import { mayAddObjective } from '../../policies/team-policy';
import { actOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/** Writes an objective for a team in a cycle that is not closed. */
export async function createObjective(
  deps: Dependencies,
  input: Parsed<'objective.create'>,
): Promise<Result<Output<'objective.create'>>> {
  const { id, teamId, cycleId, objective } = input;
  const [team, cycle] = await Promise.all([deps.teams.find(teamId), deps.cycles.find(cycleId)]);
  if (!team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  const refused = await unlessPermitted(
    deps,
    (who) => mayAddObjective(who, team),
    'Only the team’s lead or an OKR lead can write its objectives. Ask one of them.',
  );
  if (refused) return refused;
  if (team.archived) {
    return refuse('invalid', `${team.name} is archived. Choose another team, or bring it back.`, 'teamId');
  }
  if (cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed. Choose one that is running or drafted.', 'cycleId');
  }
  const values = {
    ...objective,
    viewers: [...new Set(objective.viewers)],
    teamId,
    cycleId,
    removed: false,
  };
  return saved(id, await deps.objectives.create(id, values, actOf(deps, 'objective.create', input)));
}
