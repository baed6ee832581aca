import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import { publishedGoal, sameGoal } from '../../domain/published-goal';
import { labelOf, suggestedScore, type SuggestedScores } from '../../domain/score';
import { mayEditKeyResult } from '../../policies/key-result-policy';
import { actOf, already, changesBetween, saved, unlessPermitted, unlessSame } from '../acts';
import type { Dependencies } from '../dependencies';
import { placeToRead } from '../initiative/place-to-read';
import { refuseUnlessScoring } from './refuse-unless-scoring';

type Score = Parsed<'key-result.score'>;
type Place = NonNullable<Awaited<ReturnType<typeof placeToRead>>>;

/**
 * Says what a key result came to, beside what its measurements suggest here and now. Another score than suggested, and
 * dropping it, needs a rationale; so does one that nothing suggests, since it was not measured. Source: design §3.9.
 */
export async function scoreKeyResult(
  deps: Dependencies,
  input: Score,
): Promise<Result<Output<'key-result.score'>>> {
  const { id, version, keyResultId, score, rationale, next } = input;
  const [place, standing] = await Promise.all([
    placeToRead(deps, keyResultId),
    deps.scores.find(keyResultId),
  ]);
  if (!place) return refuse('not-found', 'This key result is not there. Open the page again.');
  const act = actOf(deps, 'key-result.score', input);
  const done = standing && (await already(deps, standing.id, standing, act, version));
  if (done) return done;
  const refused =
    (await unlessPermitted(
      deps,
      (who) => mayEditKeyResult(who, place),
      'Only the owner of the key result or objective, the team’s lead or an OKR lead can score it. Ask one of them.',
    )) ?? refuseUnlessScoring(place.cycle);
  if (refused) return refused;
  const suggested = await suggest(deps, place);
  if (rationale === '' && score === null) {
    return refuse('invalid', 'Say why this key result was dropped.', 'rationale');
  }
  if (rationale === '' && score !== suggested.now) {
    const sentence =
      suggested.now === null
        ? 'This key result was not measured: say why it gets this score.'
        : `Its measurements suggest ${suggested.now.toFixed(1)}: say why it gets another score.`;
    return refuse('invalid', sentence, 'rationale');
  }
  const { site } = await deps.settings.read();
  const label = labelOf(score, place.keyResult.definition, site.rules.scoreLabels);
  const said = { score, label, said: rationale, next };
  const gone = unlessSame(standing, id, version);
  if (gone) return gone;
  const detail = changesBetween(standing ?? {}, said);
  if (standing && detail.length === 0) return ok({ id: standing.id, version });
  return saved(
    id,
    await deps.scores.save(
      id,
      version,
      { subject: 'key-result', subjectId: keyResultId },
      { ...said, suggested },
      act,
      detail,
    ),
  );
}

/** What the measurements suggest, against the target as it is and as it was published. */
async function suggest(deps: Dependencies, { team, cycle, keyResult }: Place): Promise<SuggestedScores> {
  const today = dayIn(team.timeZone, deps.now);
  const record = { ...keyResult, cadence: team.cadence };
  const now = suggestedScore(record, today);
  if (keyResult.goalChangedOn === null) return { now, published: now };
  const { goals, publishedAt } = await deps.closing.record(cycle.id, team.id);
  const goal = publishedGoal(keyResult.definition, goals.get(keyResult.id) ?? [], publishedAt);
  if (sameGoal(goal, keyResult.definition)) return { now, published: now };
  const definition = { ...keyResult.definition, ...goal };
  return { now, published: suggestedScore({ ...record, definition }, today) };
}
