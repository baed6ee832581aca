/** Where a key result's goal was moved after its cycle began: marked on its chart (design §3.7, §3.12). */
import type { Instant } from './dates';
import type { Metric } from './metric';

/** One change of one act, from and to as JSON text. */
type Change = { field: string; from: string; to: string };

const goal = new Set(['metric', 'startsOn', 'dueOn']);

/**
 * The changes of start, target, metric or dates of a key result, the oldest first, since its cycle began to run (`publishedAt`
 * null: it never did). Giving a number to what was not measurable yet is no such change. `history`: entries of the key result.
 */
export function goalMoves<Entry extends { at: Instant; act: string; changes: readonly Change[] }>(
  history: readonly Entry[],
  publishedAt: Instant | null,
): (Entry & { goal: Change[] })[] {
  if (publishedAt === null) return [];
  return history
    .filter(({ at, act }) => act === 'edit' && at >= publishedAt)
    .map((entry) => ({ ...entry, goal: entry.changes.filter(({ field }) => goal.has(field)) }))
    .filter(({ goal: moved }) => moved.length > 0 && !moved.some(givesNumber))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function givesNumber({ field, from }: Change): boolean {
  return field === 'metric' && (JSON.parse(from) as Partial<Metric> | null)?.kind === 'not-measurable-yet';
}
