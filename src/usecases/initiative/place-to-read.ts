import type { KeyResultId } from '../../domain/ids';
import type { KeyResultFacts, PlacedObjective } from '../../storage/records';
import type { Dependencies } from '../dependencies';

/** A key result with its check-ins, where it belongs; null: gone, or not for this person to see. */
export async function placeToRead(
  { okrs, me }: Dependencies,
  keyResultId: KeyResultId,
): Promise<(PlacedObjective & { keyResult: KeyResultFacts }) | null> {
  const { objectives } = await okrs.read({ by: 'key-results', ids: [keyResultId] }, me);
  const [found] = objectives;
  const keyResult = found?.keyResults.find(({ id }) => id === keyResultId);
  return found && keyResult ? { ...found, keyResult } : null;
}
