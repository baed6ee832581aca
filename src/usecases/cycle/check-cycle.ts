import { refuse } from '../../contract/result';
import type { LocalDate } from '../../domain/dates';
import { daysBetween } from '../../domain/dates';
import type { CycleId } from '../../domain/ids';
import type { Refused } from '../acts';
import type { Dependencies } from '../dependencies';

type Asked = { startsOn: LocalDate; endsOn: LocalDate; parentId: CycleId | null };

/** Longer than the longest plan anybody keeps; more is a slip of the keyboard. */
const longestDays = 366 * 6;

/** Refuses a cycle that ends before it starts, does not lie within the longer one, or leaves one out that lies within it. */
export async function checkCycle(
  deps: Pick<Dependencies, 'cycles'>,
  id: CycleId,
  { startsOn, endsOn, parentId }: Asked,
): Promise<Refused | null> {
  if (endsOn <= startsOn) {
    return refuse('invalid', 'The cycle ends before it starts. Choose a later last day.', 'cycle.endsOn');
  }
  if (daysBetween(startsOn, endsOn) > longestDays) {
    return refuse('invalid', 'A cycle lasts at most six years. Choose an earlier last day.', 'cycle.endsOn');
  }
  const cycles = await deps.cycles.list();
  const outside = cycles.find(
    (one) => one.parentId === id && (one.startsOn < startsOn || one.endsOn > endsOn),
  );
  if (outside) {
    const sentence = `${outside.name} lies within this cycle: keep its dates inside, or change ${outside.name} first.`;
    return refuse('invalid', sentence, outside.startsOn < startsOn ? 'cycle.startsOn' : 'cycle.endsOn');
  }
  if (parentId === null) return null;
  const above = new Map(cycles.map((one) => [one.id, one.parentId]));
  const seen = new Set<CycleId>();
  for (let at: CycleId | null = parentId; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id)
      return refuse('invalid', 'A cycle cannot lie within itself. Choose another.', 'cycle.parentId');
    seen.add(at);
  }
  const parent = cycles.find((one) => one.id === parentId);
  if (!parent) return refuse('not-found', 'The longer cycle is not there. Choose another.', 'cycle.parentId');
  if (parent.startsOn > startsOn || parent.endsOn < endsOn) {
    return refuse('invalid', 'The cycle must lie within the longer one’s dates.', 'cycle.parentId');
  }
  return null;
}
