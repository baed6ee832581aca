import type { Unit } from '../../../../../src/domain/metric';
import { amountPattern, exact, readAmount } from '../../../../../src/domain/said-amount';
import { parseNumber } from '../../components/number-text';

/** An amount in a cell; `unit` null: the cell names none. */
export type CellAmount = { value: number; unit: Unit | null };
/** A column's unit; `whole`: it says nothing beside that. */
export type ColumnUnit = { unit: Unit | null; whole: boolean };

/** How long a unit of one's own may be. */
const longestUnit = 12;
const amount = new RegExp(
  `^${amountPattern('cell')}(?:\\s+(?<word>\\p{L}[\\p{L}-]{1,${longestUnit - 1}}))?$`,
  'iu',
);
/** A letter that is a million beside a currency, and metres, minutes or months beside none. */
const unclearSize = /^[mb]$/u;
const noUnit = /^(?:number|numeric|#|count|numerical|amount|value|money|currency|time|duration)?$/iu;

/**
 * An amount with its sign, magnitude and unit: "45 %", "€1.2M", "-€500", "12k users", "900 ms". null: what is not understood as a
 * whole (`(500)`, `~5`, `8/10`), could be read in two ways (`9,5` in English, `5m`), or is a change (`+15 %`, `2 pp`).
 */
export function amountIn(text: string, locale: string): CellAmount | null {
  if (/^[-\u2212]?[\d.,]+$/u.test(text)) return withUnit(numberIn(text, locale), null, 1);
  if (/[+/]|\bof\b/u.test(text)) return null;
  // A minus before the sign of a currency is the number's.
  const groups = amount.exec(text.replace(/^([-\u2212])\s?([^\d\s]+)\s?(?=\d)/u, '$2$1'))?.groups;
  if (groups === undefined) return null;
  const { cell = '', cellSign, cellSize = '', cellUnit, word } = groups;
  const marks = [cellSign, cellUnit, word].filter((mark) => mark !== undefined);
  // How a number's marks are read is the locale's; the rest says its unit and its magnitude.
  const rest = readAmount({ ...groups, cell: '1' }, 'cell');
  if (rest === null || rest.inPoints || marks.length > 1) return null;
  if (unclearSize.test(cellSize) && rest.unit.kind !== 'currency') return null;
  const unit: Unit | null = word === undefined ? said(rest.unit) : { kind: 'custom', text: word };
  return withUnit(numberIn(cell.replace(/['’]/gu, ''), locale), unit, rest.size);
}

/** The unit that a column names: one Waymark has, else one of its own as written, if that is short enough. */
export function unitIn(text: string): ColumnUnit {
  if (noUnit.test(text)) return { unit: null, whole: true };
  for (const written of [`1 ${text}`, `${text}1`]) {
    const groups = amount.exec(written)?.groups;
    const read = groups && groups['word'] === undefined ? readAmount(groups, 'cell') : null;
    const unit = read && read.value === 1 && read.size === 1 && !read.inPoints ? said(read.unit) : null;
    if (unit !== null) return { unit, whole: true };
  }
  if (/^(?:%|percent)/iu.test(text))
    return { unit: { kind: 'percent' }, whole: /^percent(?:age)?$/iu.test(text) };
  return text.length > longestUnit
    ? { unit: null, whole: false }
    : { unit: { kind: 'custom', text }, whole: true };
}

const said = (unit: Unit): Unit | null => (unit.kind === 'plain' ? null : unit);

function numberIn(text: string, locale: string): number | null {
  return parseNumber(text, locale) ?? parseNumber(text, 'en');
}

function withUnit(number: number | null, unit: Unit | null, size: number): CellAmount | null {
  return number === null ? null : { value: exact(number * size), unit };
}
