/** How a sentence says that a number moves or has a bound: "from 45 to 60", "instead of 9", "at least 30 %". */
import type { Unit } from '../metric';
import { inOneUnit } from '../said-amount';
import { amountIn, isEndOfRange, type Quantity } from './quantities';
import type { Word } from './words';

/** From one number to another. */
export type Change = {
  from: Quantity;
  to: Quantity;
  /** What both values are counted in, where the fields have a unit for it. */
  unit: Unit | null;
  /** false: they are said in units between which nothing is known, such as months and days. */
  isComparable: boolean;
};
/** `least`: the number may be larger; `most`: smaller. */
export type Bound = 'least' | 'most';

/** How many words may stand between two numbers of one movement: "from 6 per quarter to 2". */
const farthest = 5;

/** The movement that a sentence states; null without one. "Instead of", "up from" and "down from" name the start last. */
export function changeIn(sentence: readonly Word[], quantities: readonly Quantity[]): Change | null {
  for (let index = 0; index + 1 < quantities.length; index += 1) {
    const left = quantities[index];
    const right = quantities[index + 1];
    if (!left || !right || right.first - left.last - 1 > farthest) continue;
    const between = sentence.slice(left.last + 1, right.first).map(({ lower }) => lower);
    const said = ` ${between.join(' ')} `;
    if (isEndOfRange(sentence, left) || isEndOfRange(sentence, right)) continue;
    if (/ instead of | rather than | up from | down from /.test(said)) return changeOf(sentence, right, left);
    if (!/ (?:to|→|➔|➜|⇒|-|–|— )? ?> | to | → | ➔ | ➜ | ⇒ | into /.test(said)) continue;
    if (!mayBeOneKind(sentence, left, right)) continue;
    return changeOf(sentence, left, right);
  }
  return null;
}

function mayBeOneKind(sentence: readonly Word[], left: Quantity, right: Quantity): boolean {
  if (left.kind === right.kind || left.kind === 'plain' || right.kind === 'plain') return true;
  // "From 2 h to 45 m": minutes and no metres.
  const m = [left, right].find(({ kind }) => kind === 'unit');
  return (left.kind === 'duration' || right.kind === 'duration') && sentence[m?.last ?? -1]?.text === 'm';
}

/** Both in one unit, as the fields understand them. */
function changeOf(sentence: readonly Word[], from: Quantity, to: Quantity): Change {
  const [start, target] = [amountIn(sentence, from), amountIn(sentence, to)];
  if (start && target) {
    const both = inOneUnit(start, target);
    if (both === null) return { from, to, unit: null, isComparable: false };
    const { first, second, unit } = both;
    return { from: { ...from, value: first }, to: { ...to, value: second }, unit, isComparable: true };
  }
  // "From 5 business days to 4 hours": how many hours those have is not known.
  const [one, other] = [from, to].map(({ last }) => sentence[last]?.lower.replace(/s$/, ''));
  const isComparable = from.kind !== 'duration' || to.kind !== 'duration' || one === other;
  return { from, to, unit: null, isComparable };
}

const least = /^(?:≥|>|above|over|exceed|exceeds|exceeding|least|minimum|min)$/;
const most = /^(?:≤|<|below|under|beneath|most|maximum|max)$/;

/** The bound a number is given; null when it is a bare number. */
export function boundOf(sentence: readonly Word[], quantity: Quantity): Bound | null {
  const before = sentence[quantity.first - 1]?.lower ?? '';
  const two = sentence[quantity.first - 2]?.lower ?? '';
  const three = sentence[quantity.first - 3]?.lower ?? '';
  if (before === '=' && (two === '>' || two === '<')) return two === '>' ? 'least' : 'most';
  if (least.test(before)) return 'least';
  if (most.test(before)) return 'most';
  if (before === 'than') {
    const negated = three === 'no' || three === 'not';
    if (/^(?:more|higher|greater|better|larger|longer)$/.test(two)) return negated ? 'most' : 'least';
    if (/^(?:less|fewer|lower|smaller|shorter)$/.test(two)) return negated ? 'least' : 'most';
  }
  if (before === 'to' && two === 'down') return 'most';
  const after = sentence.slice(quantity.last + 1, quantity.last + 3).map(({ lower }) => lower);
  if (after[0] === '+') return 'least';
  if (after[0] !== 'or' && after[0] !== 'and') return null;
  if (/^(?:more|higher|better|above|over|greater)$/.test(after[1] ?? '')) return 'least';
  return /^(?:less|fewer|lower|below|under)$/.test(after[1] ?? '') ? 'most' : null;
}
