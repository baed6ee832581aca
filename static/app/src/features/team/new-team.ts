import type { ProjectId } from '../../../../../src/domain/ids';
import type { Place } from '../../boot/place';
import type { TeamInput } from './team-form';

/** A team to fill in: led by whoever writes it, in their time zone. */
export function newTeam({ accountId, timeZone }: Place, projectId: ProjectId | null): TeamInput {
  return {
    name: '',
    level: 'team',
    parentId: null,
    lead: accountId,
    members: accountId === null ? [] : [accountId],
    projectIds: projectId === null ? [] : [projectId],
    timeZone,
    cadence: 'weekly',
  };
}
