/** How the objectives of a cycle hang together (design §3.11): the tree of what serves what, and what is wrong with it. */
import type { ObjectiveId } from './ids';
import { copiesWords } from './quality/copied';

/** What the map knows of one objective. */
export type AlignedObjective = {
  id: ObjectiveId;
  title: string;
  /** The organisation's own objectives have nothing above them to serve. */
  isTop: boolean;
  serves:
    | { kind: 'objective'; id: ObjectiveId }
    | { kind: 'key-result'; id: ObjectiveId; title: string }
    | { kind: 'hidden' | 'gone' | 'none' | 'unsaid' };
  /** Teams that its key results wait for, and teams that declined. */
  asked: number;
  declined: number;
};

/**
 * `orphan`: it does not say what it serves, or that it serves nothing and why; `copy`: its words are those of what it serves; `unconfirmed`,
 * `declined`: of what it needs of other teams; `circle`: it serves itself in the end.
 */
export const alignmentFaults = ['orphan', 'copy', 'unconfirmed', 'declined', 'circle'] as const;
export type AlignmentFault = (typeof alignmentFaults)[number];

export type Alignment<T extends AlignedObjective> = {
  /** Those that serve nothing on the map, and of each circle the first one read. */
  roots: T[];
  /** What serves each, in the order read. */
  beneath: ReadonlyMap<ObjectiveId, readonly T[]>;
  /** Under which one each stands; none for a root. */
  parentOf: ReadonlyMap<ObjectiveId, T>;
  faults: ReadonlyMap<ObjectiveId, readonly AlignmentFault[]>;
};

/**
 * The tree of these objectives, in the order read, and what is wrong with each. What serves something that is not among them stands
 * at the top. A circle is cut before its first objective, so that every objective stands in the tree once.
 */
export function alignmentOf<T extends AlignedObjective>(objectives: readonly T[]): Alignment<T> {
  const known = new Map(objectives.map((one) => [one.id, one]));
  const circles = circling(objectives, known);
  const cut = firstOfCircles(objectives, known, circles);
  const roots: T[] = [];
  const beneath = new Map<ObjectiveId, T[]>();
  const parentOf = new Map<ObjectiveId, T>();
  for (const one of objectives) {
    const parent = cut.has(one.id) ? undefined : servedBy(one, known);
    if (!parent) {
      roots.push(one);
      continue;
    }
    parentOf.set(one.id, parent);
    const siblings = beneath.get(parent.id);
    if (siblings) siblings.push(one);
    else beneath.set(parent.id, [one]);
  }
  const faults = new Map(
    objectives.flatMap((one): [ObjectiveId, AlignmentFault[]][] => {
      const found = faultsOf(one, servedBy(one, known), circles.has(one.id));
      return found.length === 0 ? [] : [[one.id, found]];
    }),
  );
  return { roots, beneath, parentOf, faults };
}

function servedBy<T extends AlignedObjective>(
  { serves }: AlignedObjective,
  known: ReadonlyMap<ObjectiveId, T>,
): T | undefined {
  return 'id' in serves ? known.get(serves.id) : undefined;
}

function faultsOf(
  one: AlignedObjective,
  parent: AlignedObjective | undefined,
  circles: boolean,
): AlignmentFault[] {
  const { serves, isTop, title, asked, declined } = one;
  const unsaid = (serves.kind === 'unsaid' && !isTop) || serves.kind === 'gone';
  const served = serves.kind === 'key-result' ? serves.title : parent?.title;
  const copies = served !== undefined && copiesWords(title, served);
  return [
    ...(unsaid ? (['orphan'] as const) : []),
    ...(copies ? (['copy'] as const) : []),
    ...(asked > 0 ? (['unconfirmed'] as const) : []),
    ...(declined > 0 ? (['declined'] as const) : []),
    ...(circles ? (['circle'] as const) : []),
  ];
}

/** Objectives that serve themselves in the end. Each has one parent at most, so every one is walked over once. */
function circling<T extends AlignedObjective>(
  objectives: readonly T[],
  known: ReadonlyMap<ObjectiveId, T>,
): ReadonlySet<ObjectiveId> {
  const settled = new Set<ObjectiveId>();
  const found = new Set<ObjectiveId>();
  for (const start of objectives) {
    const path: ObjectiveId[] = [];
    const onPath = new Map<ObjectiveId, number>();
    let at: T | undefined = start;
    while (at && !settled.has(at.id) && !onPath.has(at.id)) {
      onPath.set(at.id, path.length);
      path.push(at.id);
      at = servedBy(at, known);
    }
    const from = at && onPath.get(at.id);
    if (from !== undefined) for (const id of path.slice(from)) found.add(id);
    for (const id of path) settled.add(id);
  }
  return found;
}

function firstOfCircles<T extends AlignedObjective>(
  objectives: readonly T[],
  known: ReadonlyMap<ObjectiveId, T>,
  circles: ReadonlySet<ObjectiveId>,
): ReadonlySet<ObjectiveId> {
  const first = new Set<ObjectiveId>();
  const seen = new Set<ObjectiveId>();
  for (const one of objectives) {
    if (!circles.has(one.id) || seen.has(one.id)) continue;
    first.add(one.id);
    for (let at: T | undefined = one; at && !seen.has(at.id); at = servedBy(at, known)) seen.add(at.id);
  }
  return first;
}
