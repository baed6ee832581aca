import type { ClosingReading } from '../../../../../src/contract/closing-calls';
import { objectiveScore, suggestedScore } from '../../../../../src/domain/score';
import type { Result } from '../../../../../src/contract/result';
import type { SampleRetrospective } from './company';
import { cycleId, requestOf, teamId } from './sample-ids';
import type { Asked, Call, Step } from './step';

/** What each team says at the end of the last quarter: scores as measured, write-ups and its retrospective. */
export function endingSteps(asked: Asked, needs: string[]): Step[] {
  const { company, ids, existing } = asked;
  const over = existing.cycles.some(({ id, phase }) => id === cycleId(ids, 'last') && phase === 'closed');
  return company.ending.retrospectives.map((retrospective) => {
    const id = teamId(ids, retrospective.team);
    return {
      id: `ending:${id}`,
      kind: 'ending',
      makes: 1,
      title: company.teams.find(({ slug }) => slug === retrospective.team)?.name ?? retrospective.team,
      needs: [id, ...needs],
      // A closed quarter is scored no more, whatever is missing.
      there: over,
      run: (call) => endQuarter(asked, retrospective, call),
    };
  });
}

/** Says what nobody has said yet, one call after the other. */
async function endQuarter(asked: Asked, said: SampleRetrospective, call: Call): Promise<Result<unknown>> {
  const { ids } = asked;
  const { team, ...words } = said;
  const place = { cycleId: cycleId(ids, 'last'), teamId: teamId(ids, team) };
  const before = await call('closing.read', place);
  if (!before.ok) return before;
  const scored = await scoreKeyResults(asked, before.value, call);
  if (!scored.ok) return scored;
  const after = await call('closing.read', place);
  if (!after.ok) return after;
  const confirmed = await confirmObjectives(asked, after.value, call);
  if (!confirmed.ok || after.value.retrospective !== null) return confirmed;
  const id = ids<'retrospective'>(`retrospective:${team}`);
  return call('retrospective.save', { id, version: 0, requestId: requestOf(id, 'say'), ...place, ...words });
}

async function scoreKeyResults(
  { company, ids, today }: Asked,
  { objectives, scores }: ClosingReading,
  call: Call,
): Promise<Result<unknown>> {
  for (const { team, keyResults } of objectives) {
    for (const keyResult of keyResults) {
      const said = company.ending.scores.find((one) => ids(`key-result:${one.keyResult}`) === keyResult.id);
      if (said === undefined || scores.some(({ keyResultId }) => keyResultId === keyResult.id)) continue;
      const id = ids<'score'>(`score:${said.keyResult}`);
      const answer = await call('key-result.score', {
        id,
        version: 0,
        requestId: requestOf(id, 'say'),
        keyResultId: keyResult.id,
        score: suggestedScore({ ...keyResult, cadence: team.cadence }, today),
        rationale: said.rationale,
        next: said.next,
      });
      if (!answer.ok) return answer;
    }
  }
  return { ok: true, value: null };
}

async function confirmObjectives(
  { company, ids }: Asked,
  { objectives, scores, confirmations }: ClosingReading,
  call: Call,
): Promise<Result<unknown>> {
  for (const { id: objectiveId, keyResults } of objectives) {
    const said = company.ending.writeUps.find((one) => ids(`objective:${one.objective}`) === objectiveId);
    if (said === undefined || confirmations.some((one) => one.objectiveId === objectiveId)) continue;
    const { score } = objectiveScore(
      keyResults.map(({ id, definition: { weight } }) => {
        const given = scores.find(({ keyResultId }) => keyResultId === id);
        return { weight, score: given?.score ?? null, label: given?.label ?? null };
      }),
    );
    const id = ids<'score'>(`write-up:${said.objective}`);
    const answer = await call('objective.confirm', {
      id,
      version: 0,
      requestId: requestOf(id, 'say'),
      objectiveId,
      score,
      writeUp: said.said,
    });
    if (!answer.ok) return answer;
  }
  return { ok: true, value: null };
}
