import type { CheckIn } from '../../domain/check-in';
import { countsNotFor, type Countable } from '../../domain/counts-for';
import type { KeyResultId } from '../../domain/ids';
import type { PlacedKeyResult } from '../../storage/records';
import type { Dependencies } from '../dependencies';
import { derivedId } from '../measuring/derived-id';

/** A key result as the rules of counting ask for it. */
export function countable({ keyResult, objective, cycle }: PlacedKeyResult): Countable {
  return { definition: keyResult.definition, restricted: objective.restricted, cycle };
}

/**
 * The key result of a longer cycle for which values of `own` count now, too; null: none. One that was removed, whose cycle
 * was closed, or that measures something else by now takes none.
 */
export async function alsoCounted(
  deps: Pick<Dependencies, 'countsFor' | 'keyResults' | 'me'>,
  own: PlacedKeyResult,
): Promise<KeyResultId | null> {
  const standing = await deps.countsFor.find(own.keyResult.id);
  if (!standing?.longerKeyResultId) return null;
  // Whoever chose it could see and write it; who checks in need not.
  const other = await deps.keyResults.find(standing.longerKeyResultId, standing.changedBy);
  if (!other || other.removed || other.objectiveRemoved || other.cycle.phase === 'closed') return null;
  return countsNotFor(countable(own), countable(other)) === null ? standing.longerKeyResultId : null;
}

/** The measurement of a check-in as the other key result keeps it; null: it has no value. Its id follows from the check-in's. */
export function measuredFor(forId: KeyResultId, checkIn: CheckIn): CheckIn | null {
  if (checkIn.value === null) return null;
  return {
    ...checkIn,
    id: derivedId(`${forId} ${checkIn.id}`),
    source: 'key-result',
    reached: null,
    confidence: null,
    blocker: '',
    decision: null,
    ask: null,
  };
}
