import type { CheckIn } from '../../../src/domain/check-in';
import type { KeyResultDefinition, Metric, Unit } from '../../../src/domain/metric';
import { defaultRules as rules } from '../../../src/domain/rules';
import {
  changeUnit,
  sayByPace,
  sayChange,
  sayDay,
  sayEstimate,
  sayForecast,
  sayOutcome,
  sayProgress,
  saySize,
  sayValue,
} from '../../../src/domain/say';
import { standing } from '../../../src/domain/standing';
import { checkIn, day, defined, milestone, milestoneIds, record, rise, values } from './build';

/** Locales part numbers and units with several kinds of blanks. */
const blanks = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const euro: Unit = { kind: 'currency', code: 'EUR' };
const yen: Unit = { kind: 'currency', code: 'JPY' };
const days: Unit = { kind: 'duration', of: 'days' };
const nps: Unit = { kind: 'custom', text: 'NPS' };

test.each<[number, Unit, string, string]>([
  [1250, { kind: 'plain' }, 'en-US', '1,250'],
  [1250.5, { kind: 'plain' }, 'de-DE', '1.250,5'],
  [0.012345, { kind: 'plain' }, 'en-US', '0.0123'],
  [-0, { kind: 'plain' }, 'en-US', '0'],
  [45, { kind: 'percent' }, 'en-US', '45%'],
  [45.25, { kind: 'percent' }, 'fr-FR', '45,25 %'],
  [2_000_000, euro, 'en-US', '€2,000,000'],
  [0.5, euro, 'de-DE', '0,50 €'],
  [1200, yen, 'en-US', '¥1,200'],
  [1, days, 'en-US', '1 day'],
  [3, days, 'de-DE', '3 Tage'],
  [37, nps, 'en-US', '37 NPS'],
])('%d %j in %s is %s', (value, unit, locale, text) => {
  expect(blanks(sayValue(value, unit, locale))).toBe(text);
});

test.each<[number, Unit, string]>([
  [3, { kind: 'percent' }, '+3 points'],
  [-1, { kind: 'percent' }, '-1 point'],
  [0, { kind: 'percent' }, '0 points'],
  [0.5, { kind: 'percent' }, '+0.5 points'],
  [-200, euro, '-€200'],
  [4, { kind: 'plain' }, '+4'],
  [2, days, '+2 days'],
])('a change of %d %j is %s', (change, unit, text) => {
  expect(blanks(sayChange(change, unit, 'en-US'))).toBe(text);
});

test.each<[[number, number, number], Unit, [string, string, string]]>([
  // A range 7.9 wide makes sense of tenths, one 43 wide of whole numbers, one 2,500 wide of hundreds.
  [[6.2481, 2.3, 10.2], { kind: 'percent' }, ['+6.2 points', '+2.3 points', '+10.2 points']],
  [[-3.7, -25.2, 17.8], { kind: 'plain' }, ['-4', '-25', '+18']],
  [[1234, -16, 2484], euro, ['+€1,200', '€0', '+€2,500']],
])('an estimate is no finer than its range: %j %j', ([size, low, high], unit, [said, from, to]) => {
  const texts = sayEstimate({ size, low, high }, unit, 'en-US');
  expect([texts.size, texts.low, texts.high].map(blanks)).toEqual([said, from, to]);
});

test.each<[number, Unit, string]>([
  [4.8271, { kind: 'percent' }, '4.8 points'],
  [-1, { kind: 'percent' }, '1 point'],
  [123.4, euro, '€120'],
])('the size of %d %j is %s', (size, unit, text) => {
  expect(blanks(saySize(size, unit, 'en-US'))).toBe(text);
});

test('what a change is asked in', () => {
  expect([{ kind: 'percent' } as const, euro, days, nps, { kind: 'plain' } as const].map(changeUnit)).toEqual(
    ['points', 'EUR', 'days', 'NPS', ''],
  );
});

test.each([
  [0.63, '63% of the way'],
  [1.28, '128% of the way'],
  [-0.12, '-12% of the way'],
  [0.9999, '99% of the way'], // not there yet
  [1, '100% of the way'],
  [-0.001, '0% of the way'],
])('%d is %s', (raw, text) => {
  expect(sayProgress({ raw, clamped: 0 }, 'en-US')).toBe(text);
});

test('no progress is said as such', () => {
  expect(sayProgress(null, 'en-US')).toBe('not measured');
});

test('a day has its year when it is another', () => {
  expect(sayDay(day('2026-05-12'), 'en-GB', day('2026-06-01'))).toBe('12 May');
  expect(sayDay(day('2025-05-12'), 'en-GB', day('2026-06-01'))).toBe('12 May 2025');
  expect(sayDay(day('2028-02-29'), 'en-US', day('2028-03-01'))).toBe('Feb 29');
});

describe('the outcome in the metric', () => {
  const today = day('2026-05-21');
  const hundred = { dueOn: day('2026-07-10') }; // half way on 21 May
  const said = (metric: Metric, checkIns: CheckIn[], more: Partial<KeyResultDefinition> = {}) => {
    const definition = defined(metric, { unit: { kind: 'plain' }, ...hundred, ...more });
    return blanks(
      sayOutcome(definition, standing(record(definition, checkIns), rules, today), 'en-GB', today),
    );
  };

  test.each<[string, string, Metric, CheckIn[]]>([
    ['on the way', '57 on 19 May; 60 would be on pace', rise, values({ '2026-05-19': 57 })],
    ['not measured', 'not measured', rise, []],
    ['stale', 'unknown since 3 May; last 45', rise, values({ '2026-05-03': 45 })],
    [
      'a band',
      '97 on 19 May; 95 or more would be inside',
      { kind: 'maintain', min: 95, max: null },
      values({ '2026-05-19': 97 }),
    ],
    [
      'a band below',
      '97 on 19 May; 95 or less would be inside',
      { kind: 'maintain', min: null, max: 95 },
      values({ '2026-05-19': 97 }),
    ],
    [
      'a band of two sides',
      '97 on 19 May; 90 to 99 would be inside',
      { kind: 'maintain', min: 90, max: 99 },
      values({ '2026-05-19': 97 }),
    ],
    [
      'not measurable yet',
      'not measurable yet',
      { kind: 'not-measurable-yet', target: null, findBy: day('2026-06-01') },
      [],
    ],
    [
      'not measurable yet, with a value',
      '97 on 19 May',
      { kind: 'not-measurable-yet', target: null, findBy: day('2026-06-01') },
      values({ '2026-05-19': 97 }),
    ],
    [
      'milestones',
      '25% of the way on 19 May; 75% would be on pace',
      { kind: 'milestones', milestones: [milestone('a', 1), milestone('b', 3, '2026-05-20')] },
      [checkIn('2026-05-19', { reached: milestoneIds('a') })],
    ],
  ])('%s', (_, text, metric, checkIns) => {
    expect(said(metric, checkIns)).toBe(text);
  });

  test('an expectation is rounded to what the way needs', () => {
    // 0 to 70 half way is 35; aspirational 0.35 × 70 = 24.5 → 25 (70 ÷ 25 is 2.8: whole numbers)
    expect(
      said({ kind: 'increase', start: 0, target: 70 }, values({ '2026-05-19': 20 }), {
        commitment: 'aspirational',
      }),
    ).toBe('20 on 19 May; 25 would be on pace');
    // 1.2 to 0.9 half way: 1.05; 0.3 ÷ 25 is 0.012: hundredths
    expect(said({ kind: 'decrease', start: 1.2, target: 0.9 }, values({ '2026-05-19': 1.1 }))).toBe(
      '1.1 on 19 May; 1.05 would be on pace',
    );
    // 0 to 3,000,000: 120,000 → hundred thousands
    expect(
      said({ kind: 'increase', start: 0, target: 3_000_000 }, values({ '2026-05-19': 1_400_000 }), {
        unit: euro,
      }),
    ).toBe('€1,400,000 on 19 May; €1,500,000 would be on pace');
  });
});

test('paces in one line, ahead to unknown', () => {
  const byPace = { ahead: 0, 'on-pace': 2, behind: 0, 'far-behind': 1, unknown: 1 };
  expect(sayByPace(byPace)).toBe('2 on pace · 1 far behind · 1 unknown');
  expect(sayByPace(byPace, ', ')).toBe('2 on pace, 1 far behind, 1 unknown');
});

test('a forecast is a range', () => {
  expect(sayForecast({ low: 58.204, high: 65.871 }, { kind: 'percent' }, 'en-US')).toBe(
    'between 58.2% and 65.9% by the due date',
  );
});
