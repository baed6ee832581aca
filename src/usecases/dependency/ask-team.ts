import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { actOf, already, changesBetween, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';

/**
 * Asks a team for what a key result needs of it; asking again after an answer, or after it was withdrawn, waits for a new one. The team's
 * lead must be able to see the key result: who cannot read it could never answer. Source: design §3.11.
 */
export async function askTeam(
  deps: Dependencies,
  input: Parsed<'dependency.ask'>,
): Promise<Result<Output<'dependency.ask'>>> {
  const { id, version, keyResultId, teamId, needs } = input;
  const [place, team, standing] = await Promise.all([
    deps.keyResults.find(keyResultId, deps.me),
    deps.teams.find(teamId),
    deps.dependencies.findPair(keyResultId, teamId),
  ]);
  if (!place || place.removed || place.objectiveRemoved)
    return refuse('not-found', 'This key result is not there. Open the page again.');
  if (!team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  const act = actOf(deps, 'dependency.ask', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused = await unlessPermitted(
    deps,
    (who) => mayEditKeyResult(who, place),
    'Only the owner of the key result or objective, the team’s lead or an OKR lead can ask this. Ask one of them.',
  );
  if (refused) return refused;
  if (place.cycle.phase === 'closed') {
    return refuse('closed', 'This cycle is closed, so nothing waits for other teams any more.');
  }
  if (place.team.id === teamId) {
    return refuse(
      'invalid',
      'This is the key result’s own team. Choose the team that it depends on.',
      'teamId',
    );
  }
  if (team.lead !== null && !(await deps.keyResults.find(keyResultId, team.lead))) {
    return refuse(
      'invalid',
      `This objective is restricted, and the lead of ${team.name} may not see it. Name them as one who may, then ask.`,
      'teamId',
    );
  }
  const values = { needs, state: 'asked' as const, reason: '', answeredBy: null, answeredAt: null };
  const detail = changesBetween(
    { team: standing && team.name, state: standing?.state, needs: standing?.needs },
    { team: team.name, state: values.state, needs },
  );
  if (standing && detail.length === 0) return ok({ id: standing.id, version });
  const all = { ...values, askedBy: deps.me, askedAt: deps.now };
  const outcome = standing
    ? deps.dependencies.change(standing.id, version, all, act, detail)
    : deps.dependencies.ask(id, { keyResultId, teamId }, all, act, detail);
  return saved(standing?.id ?? id, await outcome);
}
