import type { Unit } from '../../../../../src/domain/metric';
import type { KeyResultDraft } from '../objective/key-result-draft';
import { saidDraft } from '../objective/said-draft';
import { amountIn, unitIn } from './cell-amount';
import type { SaidColumns } from './document';
import { dueDayIn } from './due-day';

/** What columns say of a key result's number, as far as it is clear; `left`: what is not, to go into the notes. */
export type ReadColumns = { draft: Partial<KeyResultDraft>; current: number | null; left: string[] };

/** Numbers, unit and due day of a row. */
export function readColumns(said: SaidColumns, locale: string): ReadColumns {
  const left: string[] = [];
  const { unit, fits } = unitsOf(said, locale);
  const amount = (name: 'start' | 'target' | 'current', head: string) => {
    const read = amountIn(said[name], locale);
    if (read !== null && fits(read.unit)) return read.value;
    if (said[name] !== '') left.push(`${head}: ${said[name]}`);
    return null;
  };
  const start = amount('start', 'Start');
  const target = amount('target', 'Target');
  const current = amount('current', 'Current');
  if (!unitIn(said.unit).whole) left.push(`Unit: ${said.unit}`);
  const dueOn = dueDayIn(said.due);
  if (dueOn === null && said.due !== '') left.push(`Due: ${said.due}`);
  const isWay = start !== null && target !== null && start !== target;
  if (start !== null && !isWay) left.push(`Start: ${said.start}`);
  return {
    draft: saidDraft(
      {
        metric: isWay ? (target > start ? 'increase' : 'decrease') : null,
        start: isWay ? start : null,
        target,
        change: null,
        min: null,
        max: null,
        unit,
        behaviour: null,
        dueOn,
        unclearDay: null,
      },
      locale,
    ),
    current,
    left,
  };
}

/**
 * The unit of a row, and which amounts are in it. The column for it counts before the cells; where there is none and cells name
 * different units, none of their numbers can stand beside another.
 */
function unitsOf(
  said: SaidColumns,
  locale: string,
): { unit: Unit | null; fits: (unit: Unit | null) => boolean } {
  const column = unitIn(said.unit);
  const cells = [said.start, said.target, said.current].flatMap((text) => amountIn(text, locale)?.unit ?? []);
  const [first = null] = cells;
  if (column.unit !== null || !column.whole)
    return { unit: column.unit, fits: (unit) => unit === null || isSame(unit, column.unit) };
  const agree = cells.every((unit) => isSame(unit, first));
  return { unit: agree ? first : null, fits: () => agree };
}

const isSame = (one: Unit, other: Unit | null) =>
  JSON.stringify(one).toLowerCase() === JSON.stringify(other).toLowerCase();
