import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { wordsSaid } from './words-said';

/**
 * What a team's last cycle has for the one it drafts: its retrospective, write-ups, and the key results to repeat or rewrite.
 * Three statements in two steps. Source: design §3.12.
 */
export async function readLearnings(
  deps: Dependencies,
  { cycleId, teamId }: Parsed<'closing.learnings'>,
): Promise<Result<Output<'closing.learnings'>>> {
  const [place, who] = await Promise.all([deps.closing.before(cycleId, teamId), viewer(deps.actor)]);
  if (!place) return ok({ before: null });
  const { cycle, retrospective } = place;
  const here = { by: 'place' as const, teamIds: [teamId], cycleId: cycle.id };
  const [found, rows] = await Promise.all([
    deps.okrs.read(here, deps.me, { texts: false }),
    deps.scores.ofPlace(teamId, cycle.id),
  ]);
  const words = wordsSaid(rows, found.objectives, retrospective);
  const again = new Set(
    words.scores.filter(({ next }) => next === 'repeat' || next === 'rewrite').map((one) => one.keyResultId),
  );
  const said = new Set(words.confirmations.map(({ objectiveId }) => objectiveId));
  const objectives = found.objectives
    .map((facts) => ({ ...facts, keyResults: facts.keyResults.filter(({ id }) => again.has(id)) }))
    .filter(({ keyResults, objective }) => keyResults.length > 0 || said.has(objective.id));
  return ok({ before: { ...present({ ...found, objectives }, who), ...words, cycle } });
}
