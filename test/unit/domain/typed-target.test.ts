import type { Unit } from '../../../src/domain/metric';
import { readTarget, targetFrom } from '../../../src/domain/typed-target';

const percent: Unit = { kind: 'percent' };
const plain: Unit = { kind: 'plain' };

test.each<[string, Unit, ReturnType<typeof readTarget>]>([
  ['68', plain, { kind: 'absolute', value: 68 }],
  ['68 %', percent, { kind: 'absolute', value: 68 }],
  ['-5', plain, { kind: 'absolute', value: -5 }],
  ['1,250', plain, { kind: 'absolute', value: 1250 }],
  ['1.250.000', plain, { kind: 'absolute', value: 1_250_000 }],
  ['1,250.75', plain, { kind: 'absolute', value: 1250.75 }],
  ['4,5', plain, { kind: 'absolute', value: 4.5 }],
  ["1'250.75", plain, { kind: 'absolute', value: 1250.75 }],
  ['0.825', plain, { kind: 'absolute', value: 0.825 }],
  ['0.0005', plain, { kind: 'absolute', value: 0.0005 }],
  ['1,250.125', plain, { kind: 'absolute', value: 1250.125 }],
  ['12.375 %', percent, { kind: 'absolute', value: 12.375 }],
  ['31.12.2026', plain, null],
  ['by 15 %', percent, { kind: 'change', amount: 15, of: 'ask' }],
  ['By 15 percent', percent, { kind: 'change', amount: 15, of: 'ask' }],
  ['+15%', percent, { kind: 'change', amount: 15, of: 'ask' }],
  ['by 15 %', plain, { kind: 'change', amount: 15, of: 'start' }],
  ['by 15 points', percent, { kind: 'change', amount: 15, of: 'unit' }],
  ['-3 pp', percent, { kind: 'change', amount: -3, of: 'unit' }],
  ['by 200', plain, { kind: 'change', amount: 200, of: 'unit' }],
  ['by −200', plain, { kind: 'change', amount: -200, of: 'unit' }],
  ['a lot', plain, null],
  ['', plain, null],
  ['by', plain, null],
  ['12 monkeys', plain, null],
])('“%s” as %j', (text, unit, expected) => {
  expect(readTarget(text, unit)).toEqual(expected);
});

test.each([
  ['15 % of 40, up', 40, 15, 'start', false, 46],
  ['15 points from 40, up', 40, 15, 'unit', false, 55],
  ['reduce by 15 %', 40, 15, 'start', true, 34],
  ['reduce by 15 points', 40, 15, 'unit', true, 25],
  ['reduce by −15 points', 40, -15, 'unit', true, 25],
  ['up 10 % from −50', -50, 10, 'start', false, -45],
  ['no tail of digits', 0.1, 0.2, 'unit', false, 0.3],
] as const)('%s', (_, start, amount, of, falling, target) => {
  expect(targetFrom(start, amount, of, falling)).toBe(target);
});
