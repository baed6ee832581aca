import type { Unit } from '../../../src/domain/metric';
import { amountIn, unitIn } from '../../../static/app/src/features/import/cell-amount';
import { dueDayIn } from '../../../static/app/src/features/import/due-day';
import { readColumns } from '../../../static/app/src/features/import/said-columns';

const percent: Unit = { kind: 'percent' };
const money = (code: string): Unit => ({ kind: 'currency', code });
const own = (text: string): Unit => ({ kind: 'custom', text });
const columns = (said: Partial<Parameters<typeof readColumns>[0]>, locale = 'en') =>
  readColumns({ start: '', target: '', current: '', unit: '', due: '', ...said }, locale);

test.each<[string, number, Unit | null]>([
  ['1.5', 1.5, null],
  ['-5', -5, null],
  ['1,200', 1200, null],
  ['12k', 12_000, null],
  ['1.1 million', 1_100_000, null],
  ['12k users', 12_000, own('users')],
  ['37 NPS', 37, own('NPS')],
  ['45 %', 45, percent],
  ['€1,200', 1200, money('EUR')],
  ['€1.2M', 1_200_000, money('EUR')],
  ['€1.2m', 1_200_000, money('EUR')],
  ['-€500', -500, money('EUR')],
  ['\u2212500 USD', -500, money('USD')],
  ['CHF 40’000', 40_000, money('CHF')],
  ['900 ms', 900, own('ms')],
  ['3 days', 3, { kind: 'duration', of: 'days' }],
  ['1.5 h', 1.5, { kind: 'duration', of: 'hours' }],
])('%s in a cell is an amount with its sign, magnitude and unit', (text, value, unit) => {
  expect(amountIn(text, 'en')).toEqual({ value, unit });
});

test.each([
  '',
  'ten',
  '9,5',
  '(500)',
  '~5',
  '> 90 %',
  '10-20',
  '8/10',
  '3 of 5',
  '5m',
  '15 m',
  '12T',
  '1h 30m',
  '1:30',
  '10 20',
  '+15 %',
  '2 pp',
  '$5 per seat',
])('%j in a cell is not understood as a whole, or could be read in two ways', (text) => {
  expect(amountIn(text, 'en')).toBeNull();
});

test('a German decimal comma keeps its magnitude', () => {
  expect(amountIn('1,2 Mio €', 'de')).toEqual({ value: 1_200_000, unit: money('EUR') });
});

test.each<[string, Unit | null, boolean]>([
  ['', null, true],
  ['Number', null, true],
  ['%', percent, true],
  ['Percentage', percent, true],
  ['% of users', percent, false],
  ['EUR', money('EUR'), true],
  ['$', money('USD'), true],
  ['hrs', { kind: 'duration', of: 'hours' }, true],
  ['ms', own('ms'), true],
  ['k€', own('k€'), true],
  ['NPS', own('NPS'), true],
  ['EUR in thousands', null, false],
])('the unit that a column of %j names', (text, unit, whole) => {
  expect(unitIn(text)).toEqual({ unit, whole });
});

test('units said in cells fill the unit where they agree', () => {
  expect(columns({ start: '€1.2M', target: '€2M', current: '€1.5M' })).toEqual({
    draft: { metric: 'increase', start: '1200000', target: '2000000', unit: 'currency', currency: 'EUR' },
    current: 1_500_000,
    left: [],
  });
  expect(columns({ start: '900 ms', target: '400' })).toEqual({
    draft: { metric: 'decrease', start: '900', target: '400', unit: 'custom', ownUnit: 'ms' },
    current: null,
    left: [],
  });
  expect(columns({ start: '12k', target: '20k' })).toEqual({
    draft: { metric: 'increase', start: '12000', target: '20000' },
    current: null,
    left: [],
  });
});

test('amounts in different units stay in the notes; the column of units counts before the cells', () => {
  expect(columns({ start: '3 days', target: '5 hours', current: '4' })).toEqual({
    draft: {},
    current: null,
    left: ['Start: 3 days', 'Target: 5 hours', 'Current: 4'],
  });
  expect(columns({ start: '3', target: '5 hours', current: '4 days', unit: 'Days' })).toEqual({
    draft: { unit: 'duration', duration: 'days' },
    current: 4,
    left: ['Target: 5 hours', 'Start: 3'],
  });
});

test('a number that is not understood and a unit that is too long stay in the notes as they are written', () => {
  expect(columns({ start: '(500)', target: '200', unit: 'EUR in thousands' })).toEqual({
    draft: { target: '200' },
    current: null,
    left: ['Start: (500)', 'Unit: EUR in thousands'],
  });
});

test.each([
  ['2026-06-30', '2026-06-30'],
  ['2026-06-30T12:00:00.000Z', '2026-06-30'],
  ['2026/6/30', '2026-06-30'],
  ['31.12.2026', '2026-12-31'],
  ['3.4.2026', '2026-04-03'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['12/31/2026 0:00', '2026-12-31'],
  ['30 June 2026', '2026-06-30'],
  ['30-Jun-26', '2026-06-30'],
  ['June 30th, 2026', '2026-06-30'],
  ['Tue, 1 Sept 2026', '2026-09-01'],
])('%s can be meant in one way', (text, day) => {
  expect(dueDayIn(text)).toBe(day);
});

test.each([
  '',
  '03/04/2026',
  '06/07/26',
  '31.02.2026',
  '31/31/2026',
  '31 June 2026',
  '30 June',
  'end of June 2026',
  'June 2026',
  '2026-06-30 or later',
  'soon',
])('%j says no day, one that does not exist, or one of two', (text) => {
  expect(dueDayIn(text)).toBeNull();
});
