import type { Output, Parsed } from '../../contract/calls';
import type { CycleName } from '../../contract/preparation-calls';
import { ok, refuse, type Result } from '../../contract/result';
import { daysBetween } from '../../domain/dates';
import { countMissing, missingOf } from '../../domain/preparation';
import type { CycleRecord } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/** What each team's draft of a cycle lacks, and whose turn it is: two statements, side by side. Source: design §3.12. */
export async function listPreparation(
  deps: Dependencies,
  { cycleId }: Parsed<'preparation.list'>,
): Promise<Result<Output<'preparation.list'>>> {
  const [cycles, drafts] = await Promise.all([
    deps.cycles.list(),
    deps.preparation.ofCycle(cycleId, deps.me),
  ]);
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.');
  return ok({
    cycle,
    before: cycleBefore(cycle, cycles),
    teams: drafts.map((draft) => ({
      teamId: draft.teamId,
      name: draft.teamName,
      lead: draft.lead,
      objectives: draft.objectives.length,
      keyResults: draft.objectives.reduce((sum, { keyResults }) => sum + keyResults.length, 0),
      missing: countMissing(missingOf(draft)),
    })),
  });
}

/** Of the cycles that began before, the latest about as long: a quarter follows a quarter, not the year around it. */
function cycleBefore(cycle: CycleRecord, cycles: readonly CycleRecord[]): CycleName | null {
  const days = (of: CycleRecord) => daysBetween(of.startsOn, of.endsOn) + 1;
  const alike = cycles.filter(
    (one) => one.startsOn < cycle.startsOn && days(one) < 1.5 * days(cycle) && days(cycle) < 1.5 * days(one),
  );
  // They come the latest first.
  const [before] = alike;
  if (!before) return null;
  const { id, name, phase, startsOn, endsOn } = before;
  return { id, name, phase, startsOn, endsOn };
}
