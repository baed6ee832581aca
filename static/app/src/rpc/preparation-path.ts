import type { CycleId, TeamId } from '../../../../src/domain/ids';

/** The route of a cycle's preparation inside the full page: of one team, or of all (null). */
export function preparationPath(cycleId: CycleId, teamId: TeamId | null): string {
  return `/cycles/${cycleId}/prepare${teamId === null ? '' : `?team=${teamId}`}`;
}
