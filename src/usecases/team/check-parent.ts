import { refuse } from '../../contract/result';
import type { TeamId } from '../../domain/ids';
import type { Refused } from '../acts';
import type { Dependencies } from '../dependencies';

/** Refuses a parent team that is not there, or that would make a circle. */
export async function checkParent(
  deps: Pick<Dependencies, 'teams'>,
  id: TeamId,
  parentId: TeamId | null,
): Promise<Refused | null> {
  if (parentId === null) return null;
  const parents = new Map((await deps.teams.list()).map((team) => [team.id, team.parentId]));
  if (!parents.has(parentId)) {
    return refuse('not-found', 'The parent team is not there. Choose another.', 'team.parentId');
  }
  const seen = new Set<TeamId>();
  for (let at: TeamId | null = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === id) {
      return refuse('invalid', 'A team cannot be beneath itself. Choose another parent.', 'team.parentId');
    }
    if (seen.has(at)) break;
    seen.add(at);
  }
  return null;
}
