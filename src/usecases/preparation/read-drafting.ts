import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { findDraft, presentDraft } from '../closing/read-learnings';
import type { Dependencies } from '../dependencies';
import { presentDirectory } from '../directory/read-directory';

/**
 * What a team drafts together of a cycle, what the one before has for it, and what else could be drafted: four statements in two
 * steps. A team or cycle that is not there has nothing written. Source: design §3.12.
 */
export async function readDrafting(
  deps: Dependencies,
  input: Parsed<'draft.read'>,
): Promise<Result<Output<'draft.read'>>> {
  const [named, cycles, draft, who] = await Promise.all([
    deps.teams.listWithProfiles(),
    deps.cycles.list(),
    findDraft(deps, input),
    viewer(deps.actor),
  ]);
  const { teamId, cycleId } = input;
  const directory = presentDirectory(named, cycles, who, draft.found.site);
  return ok({ ...presentDraft(draft, who), ...directory, teamId, cycleId });
}
