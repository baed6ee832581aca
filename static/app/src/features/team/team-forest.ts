import type { TeamReading } from '../../../../../src/contract/readings';
import type { TeamId } from '../../../../../src/domain/ids';

/** A team with those beneath it. */
export type TeamNode = { team: TeamReading; beneath: TeamNode[] };
/** What a team is called and stands under, as saved. */
export type SavedTeam = Pick<TeamReading, 'name' | 'parentId'>;

/** Teams as trees, in the order given; one whose parent is not among them stands at the top. */
export function teamForest(teams: readonly TeamReading[]): TeamNode[] {
  const nodes = new Map(teams.map((team): [TeamId, TeamNode] => [team.id, { team, beneath: [] }]));
  const top: TeamNode[] = [];
  for (const node of nodes.values()) {
    const above = node.team.parentId === null ? undefined : nodes.get(node.team.parentId);
    (above?.beneath ?? top).push(node);
  }
  return top;
}

/** How many teams stand beneath, on all levels. */
export function countBeneath({ beneath }: TeamNode): number {
  return beneath.reduce((sum, node) => sum + 1 + countBeneath(node), 0);
}

/** A team and all that it stands beneath. */
export function teamAndAbove(id: TeamId, teams: readonly TeamReading[]): TeamId[] {
  return pathUp(id, new Map(teams.map((team) => [team.id, team])));
}

function pathUp(id: TeamId, byId: ReadonlyMap<TeamId, TeamReading>): TeamId[] {
  const path: TeamId[] = [];
  for (let at = byId.get(id); at && !path.includes(at.id);) {
    path.push(at.id);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}

/** Whether a team is among those with these words in their name. */
export function isFound({ name }: Pick<TeamReading, 'name'>, text: string): boolean {
  return name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
}

/** The teams whose name has these words, and all above them, so that each is seen where it stands. */
export function teamsFound(
  teams: readonly TeamReading[],
  text: string,
): { shown: TeamReading[]; found: number } {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const matches = teams.filter((team) => isFound(team, text));
  const kept = new Set(matches.flatMap(({ id }) => pathUp(id, byId)));
  return { shown: teams.filter(({ id }) => kept.has(id)), found: matches.length };
}
