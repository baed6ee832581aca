import type { TeamReading } from '../../../../src/contract/readings';
import type { TeamId } from '../../../../src/domain/ids';
import { nameAmong, type TeamName } from '../../../../src/domain/team-tree';
import type { Option } from './choice';

type Placed = Pick<TeamReading, 'id' | 'name' | 'parentId'>;

/** Teams to choose from, by name; of two with one name each says what it stands under: "Growth (Lantern)". `all`: every team there is. */
export function teamOptions(teams: readonly Placed[], all: readonly Placed[]): Option<TeamId>[] {
  return toldApart(teams.map(nameAmong(all)), all);
}

/** The same of teams that come with the name of what they stand under. */
export function toldApart(
  teams: readonly TeamName[],
  all: readonly { name: string }[] = teams,
): Option<TeamId>[] {
  const often = new Map<string, number>();
  for (const { name } of all) often.set(name, (often.get(name) ?? 0) + 1);
  return teams.map(({ id, name, above }) => {
    const isOneOfSeveral = (often.get(name) ?? 0) > 1 && above !== null;
    return { value: id, label: isOneOfSeveral ? `${name} (${above})` : name };
  });
}
