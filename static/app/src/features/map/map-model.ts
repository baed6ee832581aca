/** The map as its screens see it: what was read of every objective, the tree, and what is wrong. */
import type { MapReading } from '../../../../../src/contract/alignment-calls';
import {
  alignmentFaults,
  alignmentOf,
  type AlignedObjective,
  type Alignment,
  type AlignmentFault,
} from '../../../../../src/domain/alignment';
import type { ObjectiveId } from '../../../../../src/domain/ids';
import { unpackSignals, type Signals } from '../../../../../src/domain/signals';

export type MapObjective = AlignedObjective & {
  key: string;
  /** The n of O-n: short enough for an address. */
  number: string;
  team: MapReading['teams'][number];
  cycleName: string;
  /** The key result that it serves, by its key; null: an objective, or nothing. */
  throughKey: string | null;
  signals: Signals;
};

export type MapModel = Alignment<MapObjective> & {
  objectives: readonly MapObjective[];
  teams: readonly MapObjective['team'][];
  /** How many objectives have each fault. */
  counts: ReadonlyMap<AlignmentFault, number>;
  /** How many stand beneath each, at any depth. */
  allBeneath: ReadonlyMap<ObjectiveId, number>;
};

/** The map made of the pages read so far. */
export function mapModel(pages: readonly MapReading[]): MapModel {
  const objectives = pages.flatMap(objectivesOf);
  const alignment = alignmentOf(objectives);
  const teams = new Map(objectives.map(({ team }) => [team.id, team]));
  const all = [...alignment.faults.values()].flat();
  return {
    ...alignment,
    objectives,
    teams: [...teams.values()].sort((a, b) => a.name.localeCompare(b.name)),
    counts: new Map(alignmentFaults.map((fault) => [fault, all.filter((one) => one === fault).length])),
    allBeneath: countBeneath(alignment),
  };
}

function objectivesOf({ lines, teams, within }: MapReading): MapObjective[] {
  return lines.flatMap(({ team, cycle, serves, signals, ...line }) => {
    const of = teams[team];
    if (!of) return [];
    return [
      {
        ...line,
        serves,
        number: line.key.slice(line.key.lastIndexOf('-') + 1),
        team: of,
        isTop: of.level === 'organisation',
        cycleName: within[cycle]?.name ?? '',
        throughKey: serves.kind === 'key-result' ? serves.key : null,
        signals: unpackSignals(signals),
      },
    ];
  });
}

function countBeneath({ roots, beneath }: Alignment<MapObjective>): Map<ObjectiveId, number> {
  const order: MapObjective[] = [...roots];
  for (const one of order) order.push(...(beneath.get(one.id) ?? []));
  const counts = new Map<ObjectiveId, number>();
  for (const one of order.reverse()) {
    const own = beneath.get(one.id) ?? [];
    counts.set(
      one.id,
      own.reduce((sum, child) => sum + 1 + (counts.get(child.id) ?? 0), 0),
    );
  }
  return counts;
}
