/** Amounts as people write them in a sentence: "45 %", "$2M", "1,200", "10k users", "3.5 days", "EUR 40,000". */
import type { Unit } from './metric';
import { readTarget } from './typed-target';

/** An amount with its unit; `text` is the number and its percent sign as written. */
export type SaidAmount = { value: number; unit: Unit; text: string };

const digits = String.raw`\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*`;
const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  thousand: 1e3,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};
const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const codes = 'USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN|BRL';
const lengths: readonly (readonly [RegExp, 'seconds' | 'minutes' | 'hours' | 'days'])[] = [
  [/^(?:s|sec|secs|seconds?)$/i, 'seconds'],
  [/^(?:min|mins|minutes?)$/i, 'minutes'],
  [/^(?:h|hrs?|hours?)$/i, 'hours'],
  [/^(?:d|days?)$/i, 'days'],
];
/** Lengths of time Waymark has no unit for. */
const others = /^(?:ms|weeks?|months?|years?)$/i;

/** The pattern of an amount, in groups that begin with `name`, for a regular expression with flags `iu`. */
export function amountPattern(name: string): string {
  return (
    String.raw`(?<${name}Sign>[€$£¥]|\b(?:${codes})(?=\s?\d))?\s?(?<${name}>[-−]?${digits})` +
    String.raw`(?:\s?(?<${name}Size>million|thousand|billion|mn|bn|[kmb])(?![\p{L}\d]))?` +
    String.raw`(?:[\s-]?(?<${name}Unit>%|percent(?:age points?)?|[€$£¥]|(?:${codes}|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|ms|weeks?|months?|years?|[shd])(?![\p{L}\d])))?` +
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
  const read = readTarget(written, { kind: 'plain' });
  if (read?.kind !== 'absolute') return null;
  const size = sizes[groups[`${name}Size`]?.toLowerCase() ?? ''] ?? 1;
  const value = Number((read.value * size).toPrecision(15));
  const mark = groups[`${name}Unit`] ?? groups[`${name}Sign`];
  const unit = unitOf(mark);
  return { value, unit, text: unit.kind === 'percent' ? `${written} %` : String(value) };
}

function unitOf(mark: string | undefined): Unit {
  if (mark === undefined) return { kind: 'plain' };
  if (mark === '%' || /^percent/i.test(mark)) return { kind: 'percent' };
  const code = signs[mark] ?? (new RegExp(`^(?:${codes})$`, 'i').test(mark) ? mark.toUpperCase() : undefined);
  if (code !== undefined) return { kind: 'currency', code };
  const length = lengths.find(([pattern]) => pattern.test(mark));
  if (length !== undefined) return { kind: 'duration', of: length[1] };
  return others.test(mark) ? { kind: 'custom', text: mark.toLowerCase() } : { kind: 'plain' };
}
