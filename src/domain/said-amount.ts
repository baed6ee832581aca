/** Amounts as people write them in a sentence: "45 %", "$2M", "1,200", "10k users", "3.5 days", "EUR 40,000". */
import type { Unit } from './metric';
import { writtenNumber } from './written-number';

/** An amount with its unit; `text` is the number and its percent sign as written. */
export type SaidAmount = {
  value: number;
  unit: Unit;
  text: string;
  /** Said in points of a percentage: "2 pp", "2 percentage points". */
  inPoints: boolean;
  /** What a word or letter multiplied it by: 1,000 in "10k"; 1 without. */
  size: number;
  /** Written with nothing but a small m: minutes beside another length of time, otherwise millions. */
  mayBeMinutes: boolean;
};

const digits = String.raw`\d+(?:[.,]\d+|[ \u00a0\u202f'’]\d{3}(?!\d))*`;
const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  thousand: 1e3,
  bn: 1e9,
  b: 1e9,
  mrd: 1e9,
  billion: 1e9,
};
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  us$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};
const codes =
  'USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN|BRL|CZK|HUF|RON|ZAR|MXN|SGD|HKD|NZD|CNY|KRW|ILS|AED|THB';
const lengths: readonly (readonly [RegExp, 'seconds' | 'minutes' | 'hours' | 'days'])[] = [
  [/^(?:s|sec|secs|seconds?)$/i, 'seconds'],
  [/^(?:min|mins|minutes?)$/i, 'minutes'],
  [/^(?:h|hrs?|hours?)$/i, 'hours'],
  [/^(?:d|days?)$/i, 'days'],
];
/** Lengths of time Waymark has no unit for, as they are shown. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|milliseconds?)$/i, 'ms'],
  [/^weeks?$/i, 'weeks'],
  [/^months?$/i, 'months'],
  [/^years?$/i, 'years'],
];
/** What else is measured in, kept as it is written. */
const symbols = '[kmgt]i?b|kg|km|[kmg]wh|°c|stars?|x';

/** The pattern of an amount, in groups that begin with `name`, for a regular expression with flags `iu`. */
export function amountPattern(name: string): string {
  return (
    String.raw`(?<${name}Minus>(?<![\p{L}\d%])[-−](?=us\$|[€$£¥₹]))?` +
    String.raw`(?<${name}Sign>us\$|[€$£¥₹]|\b(?:${codes})(?=\s?\d))?\s?\+?` +
    // The dash of a range is no sign: "5-7".
    String.raw`(?<${name}>(?:(?<![\p{L}\d%])[-−])?${digits})` +
    String.raw`(?:\s?(?<${name}Size>million|thousand|billion|mio|mrd|mn|bn|[kmb])\.?(?![\p{L}\d]))?` +
    String.raw`(?:[\s-]?(?<${name}Unit>%|pp(?![\p{L}\d])|percent(?:age points?)?|[€$£¥₹]|(?:${codes}|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|ms|milliseconds?|weeks?|months?|years?|${symbols}|[shd])(?![\p{L}\d])))?` +
    // A grade says what it is out of, which changes nothing: "3.8/5", "4 out of 5".
    String.raw`(?:\s?\/\s?(?:5|7|10|100)(?![\p{L}\d/])|\s+out\s+of\s+\d+)?` +
    String.raw`(?![\p{L}\d])`
  );
}

/** The amount that groups of `amountPattern` hold; null when they hold none that is a finite number. */
export function readAmount(
  groups: Readonly<Record<string, string | undefined>>,
  name: string,
): SaidAmount | null {
  const written = groups[name];
  if (written === undefined) return null;
  const mark = groups[`${name}Unit`] ?? groups[`${name}Sign`];
  const unit = unitOf(mark);
  const read = writtenNumber(written.replace(/^[-−]/, ''), unit.kind === 'percent');
  if (read === null) return null;
  const size = sizes[groups[`${name}Size`]?.toLowerCase() ?? ''] ?? 1;
  const isNegative = groups[`${name}Minus`] !== undefined || /^[-−]/.test(written);
  const value = exact(isNegative ? 0 - read * size : read * size);
  const number = size === 1 ? written : String(value);
  return {
    value,
    unit,
    text: unit.kind === 'percent' ? `${number} %` : number,
    inPoints: /^(?:pp|percentage)/i.test(mark ?? ''),
    size,
    mayBeMinutes: mark === undefined && groups[`${name}Size`] === 'm',
  };
}

let alone: RegExp | undefined;

/** The amount that a text is, with nothing around it: "-10", "$2M", "1 h 30 min"; null when it is none. */
export function amountOf(text: string): SaidAmount | null {
  alone ??= new RegExp(`^${amountPattern('value')}$`, 'iu');
  const groups = alone.exec(wholeLengths(text))?.groups;
  return groups ? readAmount(groups, 'value') : null;
}

const coarse = 'weeks?|d|days?|h|hrs?|hours?|m|mins?|minutes?';
const fine = 'd|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?';
let parts: RegExp | undefined;

/** A text with each length of time that is said in parts said in the finest of them: "2h 30m" becomes "150 minutes". */
export function wholeLengths(text: string): string {
  parts ??= new RegExp(
    String.raw`(?<![\p{L}\d.,'’−-])(?<many>\d{1,6}(?:[.,]\d{1,2})?)\s?(?<unit>${coarse})` +
      // "Between 1 hour and 90 minutes" are two.
      String.raw`(?:\s+|(?<!\bbetween\b.{0,40})\s+and\s+|(?<=[dhmn])(?=\d))` +
      String.raw`(?<few>\d{1,4}(?:[.,]\d{1,3})?)\s?(?<rest>${fine})(?![\p{L}\d])`,
    'giu',
  );
  let whole = text;
  // "1 d 2 h 30 min" is joined one part at a time.
  for (let joined = 1; joined <= 3; joined += 1) {
    whole = whole.replace(parts, (said: string, many: string, unit: string, few: string, rest: string) => {
      const [larger, smaller] = [partOf(unit, /^s/i.test(rest)), partOf(rest, /^h/i.test(unit))];
      const [inLarger, inSmaller] = [seconds[larger ?? ''], seconds[smaller ?? '']];
      const [all, more] = [writtenNumber(many, false), writtenNumber(few, false)];
      if (inLarger === undefined || inSmaller === undefined || all === null || more === null) return said;
      // "7 days 24 hours" are two.
      if (more * inSmaller >= inLarger) return said;
      return `${String(exact((all * inLarger) / inSmaller + more))} ${smaller ?? ''}`;
    });
  }
  return whole;
}

function partOf(mark: string, mIsMinutes: boolean): string | null {
  if (/^m$/i.test(mark)) return mIsMinutes ? 'minutes' : null;
  return lengthOf(unitOf(mark));
}

const seconds: Readonly<Record<string, number>> = {
  ms: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  weeks: 604_800,
};

/**
 * Two amounts of one thing in one unit: what is said in lengths of time in the finer of both ("from 3 hours to 45 minutes"), what
 * has no unit in the other's ("from 60 to 35 days"). null: they are of different things, or months, whose days differ.
 */
export function inOneUnit(
  one: SaidAmount,
  other: SaidAmount,
): { first: number; second: number; unit: Unit } | null {
  return inSameUnit(beside(other, one), beside(one, other));
}

/** "From 1 h to 45m": an m beside another length of time is minutes, beside weeks and longer ones months. */
function beside({ unit }: SaidAmount, amount: SaidAmount): SaidAmount {
  const length = lengthOf(unit);
  if (!amount.mayBeMinutes || length === null) return amount;
  const value = exact(amount.value / amount.size);
  const m = /^(?:weeks|months|years)$/.test(length) ? 'months' : 'minutes';
  return { ...amount, value, text: String(value), unit: unitOf(m), size: 1, mayBeMinutes: false };
}

function inSameUnit(
  first: SaidAmount,
  second: SaidAmount,
): { first: number; second: number; unit: Unit } | null {
  const [one, other] = [lengthOf(first.unit), lengthOf(second.unit)];
  if (one !== null && other !== null && one !== other) {
    const [inFirst, inSecond] = [seconds[one], seconds[other]];
    if (inFirst === undefined || inSecond === undefined) return null;
    const finer = Math.min(inFirst, inSecond);
    return {
      first: exact((first.value * inFirst) / finer),
      second: exact((second.value * inSecond) / finer),
      unit: finer === inFirst ? first.unit : second.unit,
    };
  }
  const unit = second.unit.kind === 'plain' ? first.unit : second.unit;
  const differ = [first.unit, second.unit].every(({ kind }) => kind !== 'plain');
  if (differ && JSON.stringify(first.unit) !== JSON.stringify(second.unit)) return null;
  return { first: first.value * sizeFor(first, second), second: second.value, unit };
}

/** "From 1.5 to 2 million" says the size once; "from 800 to 1 million" says both. */
function sizeFor(first: SaidAmount, { value, size }: SaidAmount): number {
  const ratio = Math.abs((first.value * size) / value);
  return first.size === 1 && size > 1e3 && ratio > 0.1 && ratio < 10 ? size : 1;
}

function lengthOf(unit: Unit): string | null {
  if (unit.kind === 'duration') return unit.of;
  return unit.kind === 'custom' && others.some(([, text]) => text === unit.text) ? unit.text : null;
}

/** Fifteen digits are what a double holds: 1.1 million is 1,100,000, not 1,100,000.0000000002. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}

function unitOf(mark: string | undefined): Unit {
  if (mark === undefined) return { kind: 'plain' };
  if (mark === '%' || /^(?:percent|pp$)/i.test(mark)) return { kind: 'percent' };
  const code =
    signs[mark.toLowerCase()] ??
    (new RegExp(`^(?:${codes})$`, 'i').test(mark) ? mark.toUpperCase() : undefined);
  if (code !== undefined) return { kind: 'currency', code };
  const length = lengths.find(([pattern]) => pattern.test(mark));
  if (length !== undefined) return { kind: 'duration', of: length[1] };
  const other = others.find(([pattern]) => pattern.test(mark));
  return { kind: 'custom', text: other === undefined ? mark : other[1] };
}
