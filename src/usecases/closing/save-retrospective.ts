import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayWriteRetrospective } from '../../policies/team-policy';
import { actOf, already, changesBetween, saved, unlessPermitted, unlessSame } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseUnlessScoring } from './refuse-unless-scoring';

/** Keeps what a team says of its cycle: what helped and hindered, what it learned and will change. Source: design §3.12. */
export async function saveRetrospective(
  deps: Dependencies,
  input: Parsed<'retrospective.save'>,
): Promise<Result<Output<'retrospective.save'>>> {
  const { id, version, teamId, cycleId, helped, hindered, learned, willChange } = input;
  const [team, cycle, standing] = await Promise.all([
    deps.teams.find(teamId),
    deps.cycles.find(cycleId),
    deps.retrospectives.find({ teamId, cycleId }),
  ]);
  if (!team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  const act = actOf(deps, 'retrospective.save', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayWriteRetrospective(who, team),
      'Only the team’s members, its lead and OKR leads can write this. Ask the team’s lead to add you.',
    )) ?? refuseUnlessScoring(cycle);
  if (refused) return refused;
  const words = { helped, hindered, learned, willChange };
  if (Object.values(words).every((text) => text === '')) {
    return refuse('invalid', 'Write something in at least one of the four.', 'learned');
  }
  const gone = unlessSame(standing, id, version);
  if (gone) return gone;
  const detail = changesBetween(standing ?? {}, words);
  if (standing && detail.length === 0) return ok({ id: standing.id, version });
  const place = { teamId, cycleId };
  return saved(id, await deps.retrospectives.save(id, version, place, words, act, detail));
}
