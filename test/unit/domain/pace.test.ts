import fc from 'fast-check';
import type { KeyResultDefinition, Metric } from '../../../src/domain/metric';
import {
  elapsed,
  expectedProgress,
  expectedValue,
  fullTargetLine,
  paceLine,
  paceOf,
} from '../../../src/domain/pace';
import { defaultRules as rules } from '../../../src/domain/rules';
import { day, defined, fall, milestone, rise } from './build';

/** 100 days from 1 April: 26 April is a quarter, 21 May half, 10 June seven tenths. */
const hundred = { startsOn: day('2026-04-01'), dueOn: day('2026-07-10') };
const of = (metric: Metric, more: Partial<KeyResultDefinition> = {}) =>
  defined(metric, { ...hundred, ...more });

describe('elapsed', () => {
  test.each([
    ['2026-03-01', 0],
    ['2026-04-01', 0], // the first day
    ['2026-04-02', 0.01],
    ['2026-05-21', 0.5],
    ['2026-07-09', 0.99],
    ['2026-07-10', 1], // the last day
    ['2026-12-01', 1],
  ])('on %s it is %d', (today, share) => {
    expect(elapsed(hundred, day(today))).toBe(share);
  });

  test('a leap day is a day', () => {
    const dates = { startsOn: day('2028-02-28'), dueOn: day('2028-03-03') }; // 28, 29, 1, 2, 3: four days
    expect(elapsed(dates, day('2028-02-29'))).toBe(0.25);
    expect(elapsed(dates, day('2028-03-01'))).toBe(0.5);
  });

  test('the hour that daylight saving takes is not counted', () => {
    const dates = { startsOn: day('2026-03-28'), dueOn: day('2026-03-30') };
    expect(elapsed(dates, day('2026-03-29'))).toBe(0.5);
  });

  test('one that was added mid-cycle starts then', () => {
    const dates = { startsOn: day('2026-05-21'), dueOn: day('2026-07-10') }; // 50 days
    expect(elapsed(dates, day('2026-05-31'))).toBe(0.2);
  });
});

describe('where it should be', () => {
  test.each<[string, KeyResultDefinition, string, number, number | null]>([
    ['straight, first day', of(rise), '2026-04-01', 0, 40],
    ['straight, a quarter', of(rise), '2026-04-26', 0.25, 50], // 40 + 0.25 × 40
    ['straight, last day', of(rise), '2026-07-10', 1, 80],
    ['straight, after it', of(rise), '2026-09-01', 1, 80],
    ['straight, before it', of(rise), '2026-03-01', 0, 40],
    ['falling, half way', of(fall), '2026-05-21', 0.5, 60], // 100 − 0.5 × 80
    ['aspirational, half way', of(rise, { commitment: 'aspirational' }), '2026-05-21', 0.35, 54], // 0.7 × 0.5; 40 + 14
    ['aspirational, last day', of(rise, { commitment: 'aspirational' }), '2026-07-10', 0.7, 68], // 40 + 28
    ['a band', of({ kind: 'maintain', min: 95, max: null }), '2026-04-01', 1, null],
    [
      'an aspirational band',
      of({ kind: 'maintain', min: 95, max: null }, { commitment: 'aspirational' }),
      '2026-05-21',
      1,
      null,
    ],
    [
      'not measurable yet',
      of({ kind: 'not-measurable-yet', target: 80, findBy: day('2026-05-01') }),
      '2026-05-21',
      0,
      null,
    ],
  ])('%s', (_, definition, today, progress, value) => {
    expect(expectedProgress(definition, rules, day(today))).toBeCloseTo(progress, 12);
    const shown = expectedValue(definition, rules, day(today));
    if (value === null) expect(shown).toBeNull();
    else expect(shown).toBeCloseTo(value, 9);
  });

  describe('through checkpoints', () => {
    // 40 on 1 April, 44 on 26 April (day 25), 60 on 10 June (day 70), 80 on 10 July (day 100); given out of order.
    const checkpoints = [
      { on: day('2026-06-10'), value: 60 },
      { on: day('2026-04-26'), value: 44 },
    ];

    test.each([
      ['2026-04-01', 40],
      ['2026-04-11', 41.6], // 10 of 25 days from 40 to 44
      ['2026-04-26', 44],
      ['2026-05-21', 52.888888889], // 44 + 25/45 × 16
      ['2026-06-10', 60],
      ['2026-06-25', 70], // half of 60 to 80
      ['2026-07-10', 80],
    ])('on %s: %d', (today, value) => {
      expect(expectedValue(of(rise, { checkpoints }), rules, day(today))).toBeCloseTo(value, 8);
    });

    test('falling', () => {
      const definition = of(fall, { checkpoints: [{ on: day('2026-05-21'), value: 90 }] });
      expect(expectedValue(definition, rules, day('2026-04-26'))).toBeCloseTo(95, 9);
      expect(expectedProgress(definition, rules, day('2026-05-21'))).toBeCloseTo(0.125, 12); // −10 ÷ −80
    });

    test('one outside the dates is passed over', () => {
      const outside = [
        { on: day('2026-03-01'), value: 70 },
        { on: day('2026-08-01'), value: 90 },
      ];
      const definition = of(rise, { checkpoints: outside });
      expect(expectedValue(definition, rules, day('2026-05-21'))).toBeCloseTo(60, 9);
      expect(paceLine(definition, rules)).toHaveLength(2);
    });

    test('a way that first gets worse', () => {
      const definition = of(rise, { checkpoints: [{ on: day('2026-05-21'), value: 30 }] });
      expect(expectedProgress(definition, rules, day('2026-05-21'))).toBeCloseTo(-0.25, 12); // −10 ÷ 40
    });

    test('aspirational ones are judged against 0.7 of them', () => {
      const definition = of(rise, { checkpoints, commitment: 'aspirational' });
      expect(expectedValue(definition, rules, day('2026-06-10'))).toBeCloseTo(54, 9); // 40 + 0.7 × 20
    });
  });

  test('milestones: the weight already due, on its day; without a day with the key result', () => {
    const milestones = [milestone('a', 1, '2026-04-26'), milestone('b', 2, '2026-06-10'), milestone('c', 1)];
    const definition = of({ kind: 'milestones', milestones });
    const on = (today: string) => expectedProgress(definition, rules, day(today));
    expect(['2026-04-25', '2026-04-26', '2026-06-10', '2026-07-09', '2026-07-10'].map(on)).toEqual([
      0, 0.25, 0.75, 0.75, 1,
    ]);
  });

  test('law: what is expected runs from 0 to 1 and never falls on a straight line', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 130 }), (offset) => {
        const at = (days: number) =>
          day(new Date(Date.parse('2026-04-01') + days * 86_400_000).toISOString().slice(0, 10));
        const [now, next] = [at(offset), at(offset + 1)].map((today) =>
          expectedProgress(of(rise), rules, today),
        );
        expect(now).toBeGreaterThanOrEqual(0);
        expect(next).toBeGreaterThanOrEqual(now ?? 0);
        expect(next).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the name of a gap', () => {
  test.each([
    [0.051, 'ahead'],
    [0.05, 'ahead'],
    [0.35 - 0.3, 'ahead'], // 0.04999999999999999 in doubles
    [0.049, 'on-pace'],
    [0, 'on-pace'],
    [-0.05, 'on-pace'],
    [0.3 - 0.35, 'on-pace'],
    [-0.051, 'behind'],
    [-0.15, 'behind'],
    [0.2 - 0.35, 'behind'],
    [-0.151, 'far-behind'],
    [-3, 'far-behind'],
  ])('%d is %s', (gap, pace) => {
    expect(paceOf(gap, rules)).toBe(pace);
  });

  test('thresholds are the site’s', () => {
    expect(paceOf(-0.2, { ...rules, pace: { ahead: 0.1, onPace: -0.1, behind: -0.3 } })).toBe('behind');
  });
});

describe('lines of a chart', () => {
  const ends = (line: { on: string; value: number }[]) =>
    line.map(({ on, value }) => [on, Number(value.toFixed(9))]);

  test('a committed one has one line', () => {
    const checkpoints = [{ on: day('2026-05-21'), value: 50 }];
    expect(ends(paceLine(of(rise, { checkpoints }), rules))).toEqual([
      ['2026-04-01', 40],
      ['2026-05-21', 50],
      ['2026-07-10', 80],
    ]);
    expect(fullTargetLine(of(rise))).toEqual([]);
  });

  test('an aspirational one has two', () => {
    const definition = of(fall, { commitment: 'aspirational' });
    expect(ends(paceLine(definition, rules))).toEqual([
      ['2026-04-01', 100],
      ['2026-07-10', 44], // 100 − 0.7 × 80
    ]);
    expect(ends(fullTargetLine(definition))).toEqual([
      ['2026-04-01', 100],
      ['2026-07-10', 20],
    ]);
  });

  test('milestones climb in steps', () => {
    const milestones = [milestone('a', 1, '2026-05-21'), milestone('b', 3)];
    expect(ends(paceLine(of({ kind: 'milestones', milestones }), rules))).toEqual([
      ['2026-04-01', 0],
      ['2026-05-21', 0],
      ['2026-05-21', 0.25],
      ['2026-07-10', 0.25],
      ['2026-07-10', 1],
    ]);
  });

  test('a band has none', () => {
    expect(paceLine(of({ kind: 'maintain', min: 1, max: 2 }), rules)).toEqual([]);
  });
});
