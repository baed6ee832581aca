/** When the measurements of one key result are those of another, in a longer cycle, too (design §3.12). */
import { liesWithin, type Span } from './cycle-parts';
import type { KeyResultDefinition } from './metric';

/** A key result as far as this asks of it. */
export type Countable = { definition: KeyResultDefinition; restricted: boolean; cycle: Span };

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
const isNumber = ({ kind }: KeyResultDefinition['metric']) => kind !== 'milestones';

/**
 * Why values of `own` cannot count for `other`; null: they can. Both measure the same number in the same way, and the cycle of
 * `other` is the longer one around. A total that runs up from each start is not the same number. What is restricted does not
 * tell its values elsewhere.
 */
export function countsNotFor(
  own: Countable,
  other: Countable,
): 'milestones' | 'unit' | 'behaviour' | 'cycle' | 'restricted' | null {
  if (!isNumber(own.definition.metric) || !isNumber(other.definition.metric)) return 'milestones';
  if (!same(own.definition.unit, other.definition.unit)) return 'unit';
  const { behaviour } = own.definition;
  if (!same(behaviour, other.definition.behaviour)) return 'behaviour';
  if (behaviour.kind === 'running-total' && own.definition.startsOn !== other.definition.startsOn) {
    return 'behaviour';
  }
  if (!liesWithin(own.cycle, other.cycle) || liesWithin(other.cycle, own.cycle)) return 'cycle';
  return own.restricted ? 'restricted' : null;
}
