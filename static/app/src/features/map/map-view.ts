/** What of the map is shown, and how: all of it is in the address, so that a link shows what its sender saw. */
import { alignmentFaults, type AlignmentFault } from '../../../../../src/domain/alignment';
import { isUuid, type CycleId, type ObjectiveId, type TeamId } from '../../../../../src/domain/ids';
import type { MapModel, MapObjective } from './map-model';

export const levels = ['organisation', 'department', 'team', 'person'] as const;
export const standings = [
  'far-behind',
  'behind',
  'on-pace',
  'ahead',
  'unknown',
  'stale',
  'low-confidence',
] as const;
/** A pace that one of its key results has; or a stale value, or a confidence of 3 or lower, among them. */
export type StandingFilter = (typeof standings)[number];

export type MapView = {
  cycleId: CycleId | null;
  text: string;
  teamId: TeamId | null;
  level: MapObjective['team']['level'] | null;
  standing: StandingFilter | null;
  fault: AlignmentFault | null;
  asList: boolean;
  /** Numbers of objectives that were opened and closed by hand. */
  open: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  /** How many of what serves an objective are shown beyond the first ones; by its number, '0' for the top. */
  more: ReadonlyMap<string, number>;
};

function oneOf<const T extends string>(all: readonly T[], value: string | null): T | null {
  return all.find((one) => one === value) ?? null;
}

const listed = (text: string | null) =>
  new Set((text ?? '').split(',').filter((one) => /^\d{1,9}$/.test(one)));

/** What an address asks for. Whatever does not fit is left out. */
export function viewOf(params: URLSearchParams): MapView {
  const cycle = params.get('cycle');
  const team = params.get('team');
  const more = (params.get('more') ?? '').split(',').flatMap((part): [string, number][] => {
    const [, number = '', count] = /^(\d{1,9})\.(\d{1,5})$/.exec(part) ?? [];
    return count === undefined ? [] : [[number, Number(count)]];
  });
  return {
    cycleId: isUuid<'cycle'>(cycle) ? cycle : null,
    text: params.get('find') ?? '',
    teamId: isUuid<'team'>(team) ? team : null,
    level: oneOf(levels, params.get('level')),
    standing: oneOf(standings, params.get('standing')),
    fault: oneOf(alignmentFaults, params.get('fault')),
    asList: params.get('view') === 'list',
    open: listed(params.get('open')),
    closed: listed(params.get('closed')),
    more: new Map(more),
  };
}

/** The address of a view. */
export function paramsOf(view: MapView): URLSearchParams {
  const parts: [string, string | null][] = [
    ['cycle', view.cycleId],
    ['find', view.text],
    ['team', view.teamId],
    ['level', view.level],
    ['standing', view.standing],
    ['fault', view.fault],
    ['view', view.asList ? 'list' : null],
    ['open', [...view.open].join(',')],
    ['closed', [...view.closed].join(',')],
    ['more', [...view.more].map(([number, count]) => `${number}.${count}`).join(',')],
  ];
  return new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Whether the view narrows the map at all. */
export function isNarrowed({ text, teamId, level, standing, fault }: MapView): boolean {
  return text.trim() !== '' || teamId !== null || level !== null || standing !== null || fault !== null;
}

/** The objectives that the view asks for; null: all of them. */
export function matchesOf(model: MapModel, view: MapView): ReadonlySet<ObjectiveId> | null {
  if (!isNarrowed(view)) return null;
  const words = view.text.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return new Set(model.objectives.flatMap((one) => (matches(one, view, words, model) ? [one.id] : [])));
}

function matches(one: MapObjective, view: MapView, words: readonly string[], { faults }: MapModel): boolean {
  if (view.teamId !== null && one.team.id !== view.teamId) return false;
  if (view.level !== null && one.team.level !== view.level) return false;
  if (view.fault !== null && !faults.get(one.id)?.includes(view.fault)) return false;
  if (view.standing !== null && !stands(one, view.standing)) return false;
  const said = `${one.key} ${one.title} ${one.team.name}`.toLocaleLowerCase();
  return words.every((word) => said.includes(word));
}

/** A confidence that asks for a decision. Source: design §3.3. */
const low = 3;

function stands({ signals }: MapObjective, standing: StandingFilter): boolean {
  switch (standing) {
    case 'stale':
      return signals.stale > 0;
    case 'low-confidence':
      return signals.confidence !== null && signals.confidence <= low;
    case 'ahead':
    case 'on-pace':
    case 'behind':
    case 'far-behind':
    case 'unknown':
      return signals.byPace[standing] > 0;
  }
}
