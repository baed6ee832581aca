import { refuse } from '../../contract/result';
import type { TeamId } from '../../domain/ids';
import { mayStandUnder, withBeneath, type TeamLevel } from '../../domain/team-tree';
import type { Refused } from '../acts';
import type { Dependencies } from '../dependencies';

/**
 * Refuses a parent team that is not there, that is archived or of a lower level, or that would make a circle; and a level under
 * which the teams beneath could not stand. Source: design §2.
 */
export async function checkParent(
  deps: Pick<Dependencies, 'teams'>,
  id: TeamId,
  { parentId, level }: { parentId: TeamId | null; level: TeamLevel },
): Promise<Refused | null> {
  const teams = await deps.teams.list();
  const wrong = teams.find(
    (team) => team.parentId === id && !team.archived && !mayStandUnder(team.level, level),
  );
  if (wrong) {
    return refuse(
      'invalid',
      `${wrong.name} stands beneath this team and is of a higher level. Move it first.`,
      'team.level',
    );
  }
  if (parentId === null) return null;
  const parent = teams.find((team) => team.id === parentId);
  if (!parent) return refuse('not-found', 'The parent team is not there. Choose another.', 'team.parentId');
  if (withBeneath(id, teams).has(parentId)) {
    return refuse('invalid', 'A team cannot be beneath itself. Choose another parent.', 'team.parentId');
  }
  if (parent.archived && teams.find((team) => team.id === id)?.parentId !== parentId) {
    return refuse('invalid', `${parent.name} is archived. Choose another parent.`, 'team.parentId');
  }
  if (!mayStandUnder(level, parent.level)) {
    return refuse(
      'invalid',
      'A team stands under one of its own level or a higher one, and never under a person.',
      'team.parentId',
    );
  }
  return null;
}
