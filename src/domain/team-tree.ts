/** How teams stand under one another (design §2, §3.12). */
import type { TeamId } from './ids';

export const teamLevels = ['organisation', 'department', 'team', 'person'] as const;
export type TeamLevel = (typeof teamLevels)[number];

type Placed = { id: TeamId; parentId: TeamId | null };

/** A team by its name, and the name of what it stands under (null: nothing), which tells it from another of that name. */
export type TeamName = { id: TeamId; name: string; above: string | null };
type Named = Placed & { name: string };

/** How a team is named among `all` the teams there are. */
export function nameAmong(all: readonly Named[]): (team: Named) => TeamName {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return ({ id, name, parentId }) => ({
    id,
    name,
    above: parentId === null ? null : (names.get(parentId) ?? null),
  });
}

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
