import type { LearningsReading } from '../../contract/closing-calls';
import type { Output, Parsed } from '../../contract/calls';
import type { OkrsReading, SiteReading } from '../../contract/readings';
import { ok, type Result } from '../../contract/result';
import type { CycleId, TeamId } from '../../domain/ids';
import { viewer, type Who } from '../../policies/actor';
import type { ScoredPlace } from '../../storage/closing-reader';
import type { ObjectiveFacts } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { present } from '../present';
import { wordsSaid } from './words-said';

/**
 * What a team's last cycle has for the one it drafts: its retrospective, write-ups, and the key results to repeat or rewrite.
 * Two statements, one after the other. Source: design §3.12.
 */
export async function readLearnings(
  deps: Dependencies,
  { cycleId, teamId }: Parsed<'closing.learnings'>,
): Promise<Result<Output<'closing.learnings'>>> {
  const [place, who] = await Promise.all([deps.closing.before(cycleId, teamId), viewer(deps.actor)]);
  if (!place) return ok({ before: null });
  const here = { by: 'place' as const, teamIds: [teamId], cycleId: place.cycle.id };
  const found = await deps.okrs.read(here, deps.me, { texts: false });
  return ok({ before: learningsOf(place, found, who) });
}

/** What the cycle before has for a draft, from `found`, in which its objectives are; null: there was none. */
function learningsOf(
  place: ScoredPlace | undefined,
  { site, objectives: found }: { site: SiteReading; objectives: readonly ObjectiveFacts[] },
  who: Who,
): LearningsReading['before'] {
  if (!place) return null;
  const own = found.filter(({ cycle }) => cycle.id === place.cycle.id);
  const words = wordsSaid(place.scores, own, place.retrospective);
  const again = new Set(
    words.scores.filter(({ next }) => next === 'repeat' || next === 'rewrite').map((one) => one.keyResultId),
  );
  const said = new Set(words.confirmations.map(({ objectiveId }) => objectiveId));
  const objectives = own
    .map((facts) => ({ ...facts, keyResults: facts.keyResults.filter(({ id }) => again.has(id)) }))
    .filter(({ keyResults, objective }) => keyResults.length > 0 || said.has(objective.id));
  return { ...present({ site, objectives }, who), ...words, cycle: place.cycle };
}

/** As stored: a team's OKRs of a cycle, and what the one before has for them. */
type Draft = {
  cycleId: CycleId;
  place: ScoredPlace | undefined;
  found: Awaited<ReturnType<Dependencies['okrs']['read']>>;
};

/** Finds what a team drafts and what stands beside it. Two statements, one after the other. */
export async function findDraft(
  deps: Dependencies,
  { cycleId, teamId }: { cycleId: CycleId; teamId: TeamId },
): Promise<Draft> {
  const place = await deps.closing.before(cycleId, teamId);
  const cycleIds = place ? [cycleId, place.cycle.id] : [cycleId];
  const found = await deps.okrs.read({ by: 'cycles', teamId, cycleIds }, deps.me, { texts: false });
  return { cycleId, place, found };
}

/** What was found, as `who` reads it. */
export function presentDraft({ cycleId, place, found }: Draft, who: Who): OkrsReading & LearningsReading {
  const drafted = found.objectives.filter(({ cycle }) => cycle.id === cycleId);
  return { ...present({ ...found, objectives: drafted }, who), before: learningsOf(place, found, who) };
}
