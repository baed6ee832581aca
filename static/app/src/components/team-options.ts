import type { TeamReading } from '../../../../src/contract/readings';
import type { TeamId } from '../../../../src/domain/ids';
import type { Option } from './choice';

type Named = Pick<TeamReading, 'id' | 'name' | 'parentId'>;

/** Teams to choose from, by name; of two with one name each says what it stands under: "Growth (Lantern)". `all`: every team there is. */
export function teamOptions(teams: readonly Named[], all: readonly Named[]): Option<TeamId>[] {
  const named = new Map(all.map(({ id, name }) => [id, name]));
  const often = new Map<string, number>();
  for (const { name } of all) often.set(name, (often.get(name) ?? 0) + 1);
  return teams.map(({ id, name, parentId }) => {
    const above = parentId === null ? undefined : named.get(parentId);
    const isOneOfSeveral = (often.get(name) ?? 0) > 1 && above !== undefined;
    return { value: id, label: isOneOfSeveral ? `${name} (${above})` : name };
  });
}
