/** Which part of the map is drawn: never more than so many nodes, whatever is asked for (design §7). */
import type { ObjectiveId } from '../../../../../src/domain/ids';
import type { MapModel, MapObjective } from './map-model';
import type { MapView } from './map-view';

/** At most so many are drawn at once. */
export const mostDrawn = 500;
/** What opens by itself stops here, so that there is room for what a person opens. */
const opensItself = { alone: 120, narrowed: 300 };
/** Of what serves one objective, and of the top, so many are shown at first, and so many more at a time. */
export const firstShown = { beneath: 20, top: 60 };
export const moreShown = 50;
/** Depth to which a map opens by itself: all of one that can be shown whole. */
const opensTo = { small: Infinity, large: 1 };

/** The key of the top among `view.more`. */
export const topNumber = '0';

type Place = {
  id: string;
  parent: string | null;
  depth: number;
  /** 1 for the first of `of` that stand beneath the same one. */
  place: number;
  of: number;
};
/** One line of the list, or one node of the picture. */
export type Drawn = Place &
  (
    | {
        kind: 'objective';
        objective: MapObjective;
        /** What serves it, of what is asked for. */
        beneath: number;
        isOpen: boolean;
        /** It is what was asked for, and not only on the way there. */
        isMatch: boolean;
      }
    | { kind: 'more'; count: number; number: string; shown: number }
  );

type Branch = { at: Drawn; branches: Branch[] };

/**
 * What is drawn, each parent before what serves it. Opened by itself: the first levels, and the way to what is searched for; what a
 * person opened and closed goes before that. What does not fit stands behind "n more".
 */
export function visibleTree(
  model: MapModel,
  view: MapView,
  matches: ReadonlySet<ObjectiveId> | null,
): Drawn[] {
  const kept = matches && withThoseAbove(model, matches);
  const isKept = ({ id }: MapObjective) => kept === null || kept.has(id);
  const beneath = (one: MapObjective) => (model.beneath.get(one.id) ?? []).filter(isKept);
  const top: Branch[] = [];
  let drawn = 0;

  function show(
    found: readonly MapObjective[],
    number: string,
    into: Branch[],
    parent: Drawn | null,
    limit: number,
  ): boolean {
    const first = number === topNumber ? firstShown.top : firstShown.beneath;
    const wanted = Math.min(found.length, first + (view.more.get(number) ?? 0));
    const room = limit - drawn;
    const fits = found.length <= Math.min(wanted, room);
    const count = fits ? found.length : Math.max(0, Math.min(wanted, room - 1));
    if (count === 0) return false;
    const of = fits ? count : count + 1;
    const at = { parent: parent?.id ?? null, depth: parent === null ? 0 : parent.depth + 1, of };
    found.slice(0, count).forEach((objective, index) => {
      into.push({ at: nodeOf(objective, { ...at, place: index + 1 }), branches: [] });
    });
    if (!fits) {
      const rest = { kind: 'more' as const, count: found.length - count, number, shown: count };
      into.push({ at: { ...at, ...rest, id: `more-${number}`, place: of }, branches: [] });
    }
    drawn += of;
    return true;
  }

  function nodeOf(objective: MapObjective, at: Omit<Place, 'id'>): Drawn {
    return {
      ...at,
      kind: 'objective',
      id: objective.id,
      objective,
      beneath: beneath(objective).length,
      isOpen: false,
      isMatch: matches === null || matches.has(objective.id),
    };
  }

  show(model.roots.filter(isKept), topNumber, top, null, mostDrawn);
  const queue = [...top];
  const isSmall = model.objectives.length <= opensItself.alone;
  const depth = isSmall ? opensTo.small : opensTo.large;
  const itself = kept === null ? opensItself.alone : opensItself.narrowed;
  for (const branch of queue) {
    const { at } = branch;
    if (at.kind === 'more' || at.beneath === 0) continue;
    const { number } = at.objective;
    if (view.closed.has(number)) continue;
    const byHand = view.open.has(number);
    const byItself = kept !== null || at.depth < depth;
    if (!byHand && !byItself) continue;
    const limit = byHand ? mostDrawn : itself;
    if (!show(beneath(at.objective), number, branch.branches, at, limit)) continue;
    branch.at = { ...at, isOpen: true };
    queue.push(...branch.branches);
  }
  const lines: Drawn[] = [];
  const walk = ({ at, branches }: Branch): void => {
    lines.push(at);
    branches.forEach(walk);
  };
  top.forEach(walk);
  return lines;
}

/** What was asked for and all that stands above it: the way there. */
function withThoseAbove({ parentOf }: MapModel, matches: ReadonlySet<ObjectiveId>): ReadonlySet<ObjectiveId> {
  const kept = new Set(matches);
  for (const id of matches) {
    for (let at = parentOf.get(id); at && !kept.has(at.id); at = parentOf.get(at.id)) {
      kept.add(at.id);
    }
  }
  return kept;
}
