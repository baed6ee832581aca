/** The part of the call table that tells what serves what: one objective's page, saying it, and the map of a cycle. */
import { z } from 'zod/mini';
import type { AlignmentId, ObjectiveId } from '../domain/ids';
import type { PackedSignals, Signals } from '../domain/signals';
import type { TeamName } from '../domain/team-tree';
import { call } from './declare-call';
import * as input from './inputs';
import type { CycleReading, KeyResultReading, ObjectiveReading, OkrsReading, TeamReading } from './readings';
import type { SharedReading } from './sharing-calls';

type KeyResultName = Pick<KeyResultReading, 'id' | 'key' | 'title'>;
/** An objective of some team, by name. */
export type ObjectiveName = Pick<ObjectiveReading, 'id' | 'key' | 'title'> & {
  team: Pick<TeamReading, 'id' | 'name'>;
  cycle: Pick<CycleReading, 'id' | 'name'>;
};

/**
 * What an objective serves, as far as its reader may see it. `hidden`: something this reader may not see; `gone`: what it served was
 * taken out of its cycle.
 */
export type Served =
  | { kind: 'objective'; objective: ObjectiveName }
  | { kind: 'key-result'; keyResult: KeyResultName; objective: ObjectiveName }
  | { kind: 'hidden' }
  | { kind: 'gone' }
  | { kind: 'none'; why: string }
  | { kind: 'unsaid' };

/** An objective above or beneath another, and how it stands. It adds nothing to the other's numbers (design §3.5). */
export type RelatedObjective = ObjectiveName & {
  owner: ObjectiveReading['owner'];
  signals: Signals;
  /**
   * The key result that is served: of this one when it stands above, of the page's objective when it stands beneath. null: the objective
   * itself.
   */
  through: KeyResultName | null;
};

/** One objective with what it serves, up to the top, and what serves it. */
export type ObjectivePage = OkrsReading & {
  /** Version 0: nobody said. `id`: of what was said. */
  alignment: { id: AlignmentId | null; version: number; serves: Served };
  /** The nearest first; it ends where nothing more is served, or may be seen. */
  above: RelatedObjective[];
  /** How the last of `above`, or the objective itself, goes on. */
  top: Served['kind'] | 'circle';
  /** By number, at most `mostSupporters`. */
  supporters: RelatedObjective[];
  /** Supporters that this reader may see. */
  supporterCount: number;
  shared: SharedReading;
};
/** More than this a page does not name. */
export const mostSupporters = 100;

/** An objective or key result that may be served. */
export type ParentOption = ObjectiveName & { keyResult: KeyResultName | null };

/** An objective on the map: thousands of them travel, so that names of teams and cycles stand once beside them. */
export type MapLine = {
  id: ObjectiveId;
  key: string;
  title: string;
  /** Places in `teams` and in `within`. */
  team: number;
  cycle: number;
  serves:
    | { kind: 'objective'; id: ObjectiveId }
    | { kind: 'key-result'; id: ObjectiveId; key: string; title: string }
    | { kind: 'hidden' | 'gone' | 'none' | 'unsaid' };
  signals: PackedSignals;
  /** Teams that its key results depend on and that have not answered, or declined. */
  asked: number;
  declined: number;
};
/** Where a page of the map ends. */
export type MapPlace = { level: number; number: number };
/** One page of the map of a cycle and those it lies in: who is asked first stands first, organisation before teams. */
export type MapReading = {
  cycle: CycleReading;
  /** The cycles on the map: the one asked for, and those it lies in. */
  within: Pick<CycleReading, 'id' | 'name'>[];
  cycles: Pick<CycleReading, 'id' | 'name' | 'phase'>[];
  teams: (TeamName & Pick<TeamReading, 'level'>)[];
  lines: MapLine[];
  /** What to ask for as `after` to read on; null: that was all. */
  next: MapPlace | null;
  /** Objectives that come after this page. */
  left: number;
};

const serves = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('objective'), id: input.objectiveId }),
  z.object({ kind: z.literal('key-result'), id: input.keyResultId }),
  z.object({
    kind: z.literal('none'),
    why: input.note(1000, 'the reason').check(z.minLength(1, 'Say why it serves nothing above it.')),
  }),
  z.object({ kind: z.literal('unsaid') }),
]);

export const alignmentCalls = {
  /** One objective's page. */
  'objective.read': call<ObjectivePage>()('reader', z.object({ id: input.objectiveId })),
  /**
   * Says what an objective serves: one objective or key result of another team, in its cycle or one that holds it; or nothing, and
   * why. Refuses what would make a circle.
   */
  'objective.serve': call<{ id: AlignmentId; version: number }>()(
    'objective-writer',
    z.object({ id: input.alignmentId, ...input.writing, objectiveId: input.objectiveId, serves }),
  ),
  /** What an objective of this team in this cycle may serve: words of a title, a key or a team's name. */
  'objective.search-parents': call<{ options: ParentOption[] }>()(
    'reader',
    z.object({
      text: z.string().check(z.trim(), z.maxLength(200, 'Search for fewer than 200 characters.')),
      teamId: input.teamId,
      cycleId: input.cycleId,
    }),
  ),
  /** The map of a cycle, a page at a time; `cycleId` null: the running one. */
  'map.read': call<MapReading>()(
    'reader',
    z.object({
      cycleId: z.nullable(input.cycleId),
      after: z.nullable(
        z.object({
          level: z.int().check(z.minimum(0), z.maximum(9)),
          number: z.int().check(z.minimum(0)),
        }),
      ),
    }),
  ),
} as const;
