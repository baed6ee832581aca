import type { Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { DependencyRow } from '../../storage/dependency-repository';
import type { StoredKeyResult } from '../../storage/key-result-repository';
import type { TeamRow } from '../../storage/team-repository';
import type { Dependencies } from '../dependencies';

/** A dependency that stands, the key result that has it, and the team that is asked. */
export type PlacedDependency = { standing: DependencyRow; place: StoredKeyResult; team: TeamRow };

const gone = 'This is no longer there. Open the page again.';

/** Reads a dependency for an act on it: what the person may not see is not there. */
export async function placedDependency(
  deps: Dependencies,
  { id }: Pick<Parsed<'dependency.withdraw'>, 'id'>,
): Promise<Result<PlacedDependency>> {
  const standing = await deps.dependencies.find(id);
  if (!standing) return refuse('not-found', gone);
  const [place, team] = await Promise.all([
    deps.keyResults.find(standing.keyResultId, deps.me),
    deps.teams.find(standing.teamId),
  ]);
  if (!place || place.removed || place.objectiveRemoved || !team) return refuse('not-found', gone);
  return ok({ standing, place, team });
}
