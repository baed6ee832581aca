import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { findDraft, presentDraft } from '../closing/read-learnings';
import type { Dependencies } from '../dependencies';
import { presentTeam } from '../present';

/** One team's draft of a cycle, and what the one before has for it: three statements in two steps. Source: design §3.12. */
export async function readPreparation(
  deps: Dependencies,
  input: Parsed<'preparation.read'>,
): Promise<Result<Output<'preparation.read'>>> {
  const [place, draft, who] = await Promise.all([
    deps.closing.place(input.cycleId, input.teamId),
    findDraft(deps, input),
    viewer(deps.actor),
  ]);
  if (!place) return refuse('not-found', 'This team or cycle is not there. Choose another.');
  return ok({ ...presentDraft(draft, who), cycle: place.cycle, team: presentTeam(place.team, who) });
}
