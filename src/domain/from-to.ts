import { readTarget } from './typed-target';

/** From where to where a sentence says a number goes, with what it is counted in. */
export type FromTo = { start: number; target: number; unit: FoundUnit };
export type FoundUnit =
  | { kind: 'plain' | 'percent' }
  | { kind: 'currency'; code: string }
  | { kind: 'duration'; of: 'seconds' | 'minutes' | 'hours' | 'days' };

const digits = String.raw`\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*`;
const amount = (name: string) =>
  String.raw`(?<${name}Sign>[€$£])?\s?(?<${name}>${digits})\s?(?<${name}Unit>%|percent|[€$£]|seconds?|minutes?|hours?|days?)?(?![\p{L}\d])`;
const shape = new RegExp(
  String.raw`\bfrom\s+(?:about\s+)?${amount('start')}(?:\s+\p{L}+){0,2}?\s+to\s+(?:about\s+)?${amount('target')}`,
  'iu',
);
const currencies: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/**
 * Reads "from 30 % to 10 %" in a sentence; null when it says no such thing. "From 2025 to 2026" are years, not values.
 */
export function readFromTo(sentence: string): FromTo | null {
  const groups = shape.exec(sentence)?.groups;
  const start = value(groups?.['start']);
  const target = value(groups?.['target']);
  if (!groups || start === null || target === null || start === target) return null;
  const unit = unitOf([groups['targetUnit'], groups['startUnit'], groups['targetSign'], groups['startSign']]);
  if (unit.kind === 'plain' && isYear(start) && isYear(target)) return null;
  return { start, target, unit };
}

function value(text: string | undefined): number | null {
  const read = text === undefined ? null : readTarget(text, { kind: 'plain' });
  return read?.kind === 'absolute' ? read.value : null;
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number < 2200;
}

function unitOf(marks: (string | undefined)[]): FoundUnit {
  const mark = marks.find((one) => one !== undefined)?.toLowerCase();
  if (mark === undefined) return { kind: 'plain' };
  if (mark === '%' || mark === 'percent') return { kind: 'percent' };
  const code = currencies[mark];
  if (code !== undefined) return { kind: 'currency', code };
  const of = (['seconds', 'minutes', 'hours', 'days'] as const).find((one) => one.startsWith(mark));
  return of === undefined ? { kind: 'plain' } : { kind: 'duration', of };
}
