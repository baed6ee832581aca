import type { CycleId, TeamId } from '../../../../src/domain/ids';

/** The route of a cycle's end inside the full page: of one team, or of all (null). */
export function closingPath(cycleId: CycleId, teamId: TeamId | null): string {
  return `/cycles/${cycleId}/close${teamId === null ? '' : `?team=${teamId}`}`;
}
