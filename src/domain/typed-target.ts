/** What a person means who types a target as a change (design §3.1): start and target are stored as absolute numbers. */
import type { Unit } from './metric';
import { writtenNumber } from './written-number';

export type TypedTarget =
  | { kind: 'absolute'; value: number }
  /**
   * "by 15 %". `of` says of what: `start` a part of the start; `unit` in the unit itself (points of a percentage);
   * `ask`: of a percentage it may be either, and only the person knows.
   */
  | { kind: 'change'; amount: number; of: 'start' | 'unit' | 'ask' };

/** No number a person types is longer. */
const longest = 60;
const shape = /^(by\s+)?([+\-−])?\s*(\d[\d,. \u00a0\u202f'’]*)\s*(%|percent|points?|pp)?$/i;

/**
 * Reads a typed target: "68", "68 %", "by 15 %", "+15 points"; `writtenNumber` says how digits are understood. null when it
 * is not a number. Source: design §3.1 ("typing by 15 %").
 */
export function readTarget(text: string, unit: Unit): TypedTarget | null {
  if (text.length > longest) return null;
  const [, by, sign, digits = '', mark = ''] = shape.exec(text.trim()) ?? [];
  const size = writtenNumber(digits, mark === '%' || /^percent/i.test(mark));
  if (size === null) return null;
  const amount = sign === '-' || sign === '−' ? -size : size;
  const points = /^p(oint|p)/i.test(mark);
  // A bare "−5" is a value like any other; "+5", "by 5" and "5 points" can only be changes.
  if (by === undefined && sign !== '+' && !points) return { kind: 'absolute', value: amount };
  if (mark === '' || points) return { kind: 'change', amount, of: 'unit' };
  return { kind: 'change', amount, of: unit.kind === 'percent' ? 'ask' : 'start' };
}

/**
 * The absolute target a change leads to; `of` is the person's answer where `readTarget` asks. `falling`: "by 15" takes away,
 * since people say "reduce by 15". Source: design §3.1.
 */
export function targetFrom(start: number, amount: number, of: 'start' | 'unit', falling: boolean): number {
  const change = falling ? -Math.abs(amount) : amount;
  // Fifteen digits are what a double holds: 40 + 15 % is 46, not 46.000000000000004.
  return Number((of === 'start' ? start + (Math.abs(start) * change) / 100 : start + change).toPrecision(15));
}
