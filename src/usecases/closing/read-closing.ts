import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { publishedGoal, sameGoal } from '../../domain/published-goal';
import { viewer } from '../../policies/actor';
import { mayWriteRetrospective } from '../../policies/team-policy';
import type { Dependencies } from '../dependencies';
import { present, presentTeam } from '../present';
import { wordsSaid } from './words-said';

/** A team's cycle at its end, or the report of it once it is closed: four statements, side by side. Source: design §3.9. */
export async function readClosing(
  deps: Dependencies,
  { cycleId, teamId }: Parsed<'closing.read'>,
): Promise<Result<Output<'closing.read'>>> {
  const [place, found, said, record, who] = await Promise.all([
    deps.closing.place(cycleId, teamId),
    deps.okrs.read({ by: 'place', teamIds: [teamId], cycleId }, deps.me, { texts: false }),
    deps.scores.ofPlace(teamId, cycleId),
    deps.closing.record(cycleId, teamId),
    viewer(deps.actor),
  ]);
  if (!place) return refuse('not-found', 'This team or cycle is not there. Choose another.');
  const { cycle, team, retrospective } = place;
  const closedAt = cycle.phase === 'closed' ? record.closedAt : null;
  const published = found.objectives
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ goalChangedOn }) => goalChangedOn !== null)
    .map(({ id, definition }) => ({
      keyResultId: id,
      definition,
      goal: publishedGoal(definition, record.goals.get(id) ?? [], record.publishedAt),
    }))
    .filter(({ goal, definition }) => !sameGoal(goal, definition))
    .map(({ keyResultId, goal }) => ({ keyResultId, goal }));
  return ok({
    ...present(found, who),
    ...wordsSaid(said, found.objectives, retrospective),
    cycle,
    team: presentTeam(team, who),
    // A closed report keeps the name the team had: the first it gave up since then.
    teamName: (closedAt && record.names.find(({ until }) => until > closedAt)?.name) ?? team.name,
    closedAt,
    published,
    can: { writeRetrospective: cycle.phase === 'scoring' && mayWriteRetrospective(who, team) },
  });
}
