import type { Directory } from '../../../../../src/contract/calls';
import { lanternItself } from './lantern/teams';
import { cycleId, teamId, type SampleIds } from './sample-ids';

/** `begun`: somebody stopped on the way, or some of it could not be added. */
export type SampleState = 'empty' | 'begun' | 'filled';

/** Whether the sample company is on this site: its organisation is its first act, and starting its quarter the last. */
export function sampleStateOf(
  ids: SampleIds,
  { teams, cycles }: Pick<Directory, 'teams' | 'cycles'>,
): SampleState {
  const running = cycles.find(({ id }) => id === cycleId(ids, 'running'));
  if (running !== undefined && running.phase !== 'draft') return 'filled';
  return teams.some(({ id }) => id === teamId(ids, lanternItself)) ? 'begun' : 'empty';
}
