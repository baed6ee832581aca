import type { Directory } from '../../../../../src/contract/calls';
import type { ProjectId } from '../../../../../src/domain/ids';
import type { Place } from '../../boot/place';
import type { TeamInput } from './team-form';

/** A team to fill in: led by whoever writes it, with what the site begins teams with. */
export function newTeam(
  { accountId, timeZone }: Place,
  projectId: ProjectId | null,
  site: Directory['newTeam'],
): TeamInput {
  return {
    name: '',
    level: 'team',
    parentId: null,
    lead: accountId,
    members: accountId === null ? [] : [accountId],
    projectIds: projectId === null ? [] : [projectId],
    timeZone: site.timeZone ?? timeZone,
    cadence: site.cadence,
  };
}
