import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditTeam } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted, unlessSame } from '../acts';
import type { Dependencies } from '../dependencies';

/** Keeps what a team says of itself: the organisation its mission and priorities, every team its Confluence space. */
export async function describeTeam(
  deps: Dependencies,
  input: Parsed<'team.describe'>,
): Promise<Result<Output<'team.describe'>>> {
  const { id, version, teamId, profile, why } = input;
  const [team, standing] = await Promise.all([deps.teams.find(teamId), deps.teamProfiles.find(teamId)]);
  if (!team) return refuse('not-found', 'This team is not there. Open the page again.', 'teamId');
  const act = actOf(deps, 'team.describe', input, why);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditTeam(who, team),
    'Only the team’s lead or an OKR lead can change this. Ask one of them.',
  );
  if (refused) return refused;
  const years = new Set(profile.priorities.map(({ year }) => year));
  if (years.size < profile.priorities.length) {
    return refuse(
      'invalid',
      'A year is there twice. Write its priorities in one place.',
      'profile.priorities',
    );
  }
  if (team.level !== 'organisation' && (profile.mission !== '' || years.size > 0)) {
    const sentence = 'Mission and priorities are the organisation’s. Write this team’s aims as objectives.';
    return refuse('invalid', sentence, 'profile.mission');
  }
  const priorities = [...profile.priorities].sort((a, b) => b.year - a.year);
  const values = { ...profile, priorities };
  const gone = unlessSame(standing, id, version);
  if (gone) return gone;
  const detail = changesBetween(standing ?? { mission: '', priorities: [], spaceId: null }, values);
  if (detail.length === 0) return ok({ id: standing?.id ?? id, version });
  return saved(id, await deps.teamProfiles.save(id, version, teamId, values, act, detail));
}
