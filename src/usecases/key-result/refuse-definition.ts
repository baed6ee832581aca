import type { KeyResultId, ObjectiveId } from '../../domain/ids';
import { checkDefinition, checkWeights } from '../../domain/check-definition';
import type { KeyResultDefinition } from '../../domain/metric';
import { refusedBy, type Refused } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuse } from '../../contract/result';

/**
 * Refuses a definition that makes no sense, alone or beside the objective's other key results: with all weights
 * at 0 nothing would count. Reads the others only when this one's weight is 0.
 */
export async function refuseDefinition(
  deps: Pick<Dependencies, 'okrs' | 'me'>,
  place: { objectiveId: ObjectiveId; keyResultId: KeyResultId },
  definition: KeyResultDefinition,
): Promise<Refused | null> {
  const refused = refusedBy(checkDefinition(definition), 'keyResult.definition');
  if (refused || definition.weight > 0) return refused;
  const { objectives } = await deps.okrs.read({ by: 'objective', id: place.objectiveId }, deps.me);
  const others = objectives
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ id }) => id !== place.keyResultId);
  const together = checkWeights([definition.weight, ...others.map((other) => other.definition.weight)]);
  const [finding] = together;
  return finding ? refuse('invalid', finding.message, 'keyResult.definition.weight') : null;
}
