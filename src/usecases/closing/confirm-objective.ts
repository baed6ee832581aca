import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { objectiveScore } from '../../domain/score';
import { mayEditObjective } from '../../policies/objective-policy';
import { actOf, already, changesBetween, saved, unlessPermitted, unlessSame } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseUnlessScoring } from './refuse-unless-scoring';

/**
 * Confirms what an objective came to, with a short write-up. Only once each of its key results is scored or dropped, and only
 * the mean that the person had before them: scored anew meanwhile, they are told. Source: design §3.9.
 */
export async function confirmObjective(
  deps: Dependencies,
  input: Parsed<'objective.confirm'>,
): Promise<Result<Output<'objective.confirm'>>> {
  const { id, version, objectiveId, writeUp } = input;
  const [{ objectives, site }, standing] = await Promise.all([
    deps.okrs.read({ by: 'objective', id: objectiveId }, deps.me, { texts: false }),
    deps.scores.find(objectiveId),
  ]);
  const [place] = objectives;
  if (!place) return refuse('not-found', 'This objective is not there. Open the page again.');
  const act = actOf(deps, 'objective.confirm', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayEditObjective(who, place),
      'Only the objective’s owner, the team’s lead or an OKR lead can confirm its score. Ask one of them.',
    )) ?? refuseUnlessScoring(place.cycle);
  if (refused) return refused;
  const scores = new Map(
    (await deps.scores.of(place.keyResults.map((keyResult) => keyResult.id))).map((row) => [
      row.subjectId,
      row,
    ]),
  );
  const open = place.keyResults.filter((keyResult) => !scores.has(keyResult.id));
  if (open.length > 0) {
    const keys = open.map(({ number }) => `${site.keyPrefix.keyResult}-${number}`).join(', ');
    return refuse('invalid', `Score every key result first. Still open: ${keys}.`);
  }
  const { score } = objectiveScore(
    place.keyResults.map((keyResult) => ({
      weight: keyResult.definition.weight,
      score: scores.get(keyResult.id)?.score ?? null,
      label: scores.get(keyResult.id)?.label ?? null,
    })),
  );
  if (score !== input.score) {
    return refuse('invalid', 'Its key results were scored anew meanwhile. Read the page again.', 'score');
  }
  const said = { score, said: writeUp };
  const gone = unlessSame(standing, id, version);
  if (gone) return gone;
  const detail = changesBetween(standing ?? {}, said);
  if (standing && detail.length === 0) return ok({ id: standing.id, version });
  const values = { ...said, label: null, suggested: null, next: null };
  const of = { subject: 'objective' as const, subjectId: objectiveId };
  return saved(id, await deps.scores.save(id, version, of, values, act, detail));
}
