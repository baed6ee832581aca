/** How teams stand under one another (design §2, §3.12). */
import type { TeamId } from './ids';

export const teamLevels = ['organisation', 'department', 'team', 'person'] as const;
export type TeamLevel = (typeof teamLevels)[number];

type Placed = { id: TeamId; parentId: TeamId | null };

/**
 * Whether a team of one level may stand under one of another: never above it, and never under a person. A department may hold
 * departments, a team teams.
 */
export function mayStandUnder(level: TeamLevel, above: TeamLevel): boolean {
  return above !== 'person' && teamLevels.indexOf(above) <= teamLevels.indexOf(level);
}

/** A team and all beneath it, itself first. */
export function withBeneath(id: TeamId, teams: readonly Placed[]): Set<TeamId> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const team of teams) if (team.parentId !== null && found.has(team.parentId)) found.add(team.id);
  }
  return found;
}
