/** Whether what a file says is what is there, row by row. */
import type { Noun, World } from './world';

/**
 * What of a row its site gives or keeps by itself, and a file cannot bring back: keys, who recorded a check-in when and from where,
 * what was asked of others, who attached when, labels that follow from a score.
 */
const given: Record<Noun, readonly string[]> = {
  teams: ['archived'],
  cycles: ['phase'],
  objectives: ['key'],
  keyResults: ['key'],
  checkIns: ['source', 'by', 'madeOn', 'recordedAt', 'ask'],
  initiatives: ['issueKey', 'issueTitle', 'attachedAt', 'attachedBy'],
  events: [],
  scores: ['label'],
  confirmations: [],
  retrospectives: [],
};

/** The fields in which two rows differ, of those that an import brings. */
export function differences(noun: Noun, a: object, b: object): string[] {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a)
    .filter(([field]) => !given[noun].includes(field) && other.has(field))
    .filter(([field, value]) => canonical(value) !== canonical(other.get(field)))
    .map(([field]) => field);
}

/** JSON with its parts in one order and one kind of line break. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return part.replaceAll('\r\n', '\n').trim();
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    // Who said when people got it is who imports it.
    const own = Object.entries(part).filter(([key]) => key !== 'by');
    return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Rows of every noun by their id. */
export function byId(world: World): Record<Noun, ReadonlyMap<string, object>> {
  const of = (rows: readonly { id: string }[]) => new Map<string, object>(rows.map((row) => [row.id, row]));
  return {
    teams: of(world.teams),
    cycles: of(world.cycles),
    objectives: of(world.objectives),
    keyResults: of(world.keyResults),
    checkIns: of(world.checkIns),
    initiatives: of(world.initiatives),
    events: of(world.events),
    scores: of(world.scores),
    confirmations: of(world.confirmations),
    retrospectives: of(world.retrospectives),
  };
}
