import { refuse } from '../../contract/result';
import type { CyclePhase } from '../../contract/readings';
import type { CheckIn } from '../../domain/check-in';
import type { KeyResultDefinition } from '../../domain/metric';
import type { Refused } from '../acts';

type Place = { cycle: { phase: CyclePhase }; keyResult: { definition: KeyResultDefinition } };
type Said = Pick<CheckIn, 'day' | 'value' | 'reached' | 'confidence'>;

/**
 * Refuses on a closed cycle what is not follow-up: a confidence, and values of days up to the due date. `path` goes
 * before the field's name. Source: design §3.1.
 */
export function refuseOnClosed({ cycle, keyResult }: Place, said: Said, path = ''): Refused | null {
  if (cycle.phase !== 'closed') return null;
  if (said.confidence !== null) {
    return refuse(
      'closed',
      'This cycle is closed: record what happened since, without a confidence.',
      `${path}confidence`,
    );
  }
  if ((said.value !== null || said.reached !== null) && said.day <= keyResult.definition.dueOn) {
    return refuse(
      'closed',
      'This cycle is closed: only values from after the due date are taken.',
      `${path}day`,
    );
  }
  return null;
}
