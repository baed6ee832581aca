import fc from 'fast-check';
import { instant } from '../../../src/domain/dates';
import { byNeed, inOrderOfNeed } from '../../../src/domain/ordering';
import { rollUp } from '../../../src/domain/roll-up';
import { defaultRules as rules } from '../../../src/domain/rules';
import { standing, type Pace, type Standing } from '../../../src/domain/standing';
import { checkIn, day, defined, milestone, milestoneIds, near, record, rise, values } from './build';

/** 100 days from 1 April to 10 July; 21 May is half way. */
const definition = defined(rise, { dueOn: day('2026-07-10') });

describe('how a key result stands', () => {
  test('on pace, with everything that is known', () => {
    const list = [
      checkIn('2026-05-12', { value: 57, confidence: 8 }),
      checkIn('2026-05-19', { value: 59, confidence: 7 }),
    ];
    expect(standing(record(definition, list), rules, day('2026-05-21'))).toEqual({
      latest: { value: 59, on: '2026-05-19' },
      reached: [],
      progress: { raw: 0.475, clamped: 0.475 }, // 19 ÷ 40
      expected: { progress: 0.5, value: 60 },
      gap: near(-0.025, 12),
      pace: 'on-pace',
      confidence: { value: 7, on: '2026-05-19', tone: 'green', change: -1 },
      needsDecision: false,
      freshness: {
        value: { state: 'fresh', last: '2026-05-19', dueOn: '2026-05-26' },
        confidence: { state: 'fresh', last: '2026-05-19', dueOn: '2026-05-26' },
      },
      forecast: null,
    });
  });

  test.each<[number, Pace]>([
    [62, 'ahead'], // 0.55 − 0.5
    [61, 'on-pace'], // 0.525
    [58, 'on-pace'], // 0.45: a gap of −0.05
    [57, 'behind'], // 0.425
    [54, 'behind'], // 0.35: a gap of −0.15
    [53, 'far-behind'], // 0.325
  ])('%d half way is %s', (value, pace) => {
    expect(standing(record(definition, values({ '2026-05-19': value })), rules, day('2026-05-21')).pace).toBe(
      pace,
    );
  });

  test('stale: pace unknown, the last value and its progress stay with their date', () => {
    const list = values({
      '2026-04-08': 44,
      '2026-04-10': 45,
      '2026-04-12': 45,
      '2026-04-14': 46,
      '2026-04-16': 46,
    });
    const result = standing(record(definition, list), rules, day('2026-05-21'));
    expect([result.pace, result.gap, result.forecast]).toEqual(['unknown', null, null]);
    expect(result.latest).toEqual({ value: 46, on: '2026-04-16' });
    expect(result.progress?.raw).toBeCloseTo(0.15, 12);
  });

  test('not measured: pace unknown before it is stale, and after', () => {
    const paces = ['2026-04-02', '2026-05-21'].map((today) =>
      standing(record(definition, []), rules, day(today)),
    );
    expect(paces.map(({ pace, progress, latest }) => [pace, progress, latest])).toEqual([
      ['unknown', null, null],
      ['unknown', null, null],
    ]);
  });

  test('not measurable yet: a value is shown, and its pace is unknown', () => {
    const unmeasured = defined({ kind: 'not-measurable-yet', target: 80, findBy: day('2026-06-01') });
    const result = standing(record(unmeasured, values({ '2026-05-19': 59 })), rules, day('2026-05-21'));
    expect([result.pace, result.progress, result.latest?.value, result.expected.value]).toEqual([
      'unknown',
      null,
      59,
      null,
    ]);
  });

  test('on its first day it is on pace at its start, on its last day it must be there', () => {
    const first = standing(record(definition, values({ '2026-04-01': 40 })), rules, day('2026-04-01'));
    expect([first.gap, first.pace]).toEqual([0, 'on-pace']);
    const last = standing(record(definition, values({ '2026-07-10': 78 })), rules, day('2026-07-10'));
    expect([last.expected.value, last.pace]).toEqual([80, 'on-pace']); // 0.95 − 1
  });

  test('a band is judged against being inside always', () => {
    const band = { ...definition, metric: { kind: 'maintain', min: 95, max: null } as const };
    const list = values({ '2026-05-05': 96, '2026-05-12': 94, '2026-05-19': 97 });
    const result = standing(record(band, list), rules, day('2026-05-21'));
    expect(result.pace).toBe('far-behind'); // 2 ÷ 3 − 1
    expect(result.latest?.value).toBe(97);
  });

  test('milestones say which are reached', () => {
    const steps = {
      ...definition,
      metric: {
        kind: 'milestones',
        milestones: [milestone('a', 1, '2026-05-01'), milestone('b', 1)],
      } as const,
    };
    const list = [checkIn('2026-05-19', { reached: milestoneIds('a') })];
    const result = standing(
      record({ ...steps, metric: { ...steps.metric, milestones: [...steps.metric.milestones] } }, list),
      rules,
      day('2026-05-21'),
    );
    expect([result.reached, result.pace, result.latest]).toEqual([['a'], 'on-pace', null]);
  });

  test('law: history and follow-up change nothing of how it stands', () => {
    const at = (offset: number) =>
      new Date(Date.parse('2026-04-01') + offset * 86_400_000).toISOString().slice(0, 10);
    const inside = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 120 }));
    const outside = fc.tuple(
      fc.oneof(fc.integer({ min: -90, max: -1 }), fc.integer({ min: 101, max: 160 })),
      fc.integer({ min: 0, max: 120 }),
    );
    const list = (pairs: [number, number][], from: number) =>
      pairs.map(([offset, value], i) => checkIn(at(offset), { value, recordedAt: instant(from + i) }));
    fc.assert(
      fc.property(
        fc.array(inside, { maxLength: 8 }),
        fc.array(outside, { minLength: 1 }),
        fc.integer({ min: 0, max: 200 }),
        (ins, outs, now) => {
          const kept = list(ins, 0);
          const more = [...list(outs, 1000), ...kept];
          expect(standing(record(definition, more), rules, day(at(now)))).toEqual(
            standing(record(definition, kept), rules, day(at(now))),
          );
        },
      ),
    );
  });
});

describe('the roll-up of an objective', () => {
  const of = (raw: number | null, pace: Pace) => ({
    progress: raw === null ? null : { raw, clamped: Math.min(1, Math.max(0, raw)) },
    pace,
  });

  test('mean of clamped progress by weight, never alone', () => {
    const items = [
      { weight: 1, standing: of(1.4, 'ahead') }, // counts as 1
      { weight: 2, standing: of(0.5, 'on-pace') },
      { weight: 1, standing: of(-0.3, 'far-behind') }, // counts as 0
      { weight: 1, standing: of(null, 'unknown') }, // counts as 0
    ];
    expect(rollUp(items)).toEqual({
      progress: 0.4, // (1 + 2 × 0.5) ÷ 5
      measured: 3,
      of: 4,
      byPace: { ahead: 1, 'on-pace': 1, behind: 0, 'far-behind': 1, unknown: 1 },
    });
  });

  test('a weight of 0 is counted and adds nothing', () => {
    const result = rollUp([
      { weight: 0, standing: of(0.1, 'far-behind') },
      { weight: 1, standing: of(0.6, 'on-pace') },
    ]);
    expect([result.progress, result.of, result.byPace['far-behind']]).toEqual([0.6, 2, 1]);
  });

  test('nothing to roll up is no progress; nothing measured is 0 and says so', () => {
    expect(rollUp([]).progress).toBeNull();
    expect(rollUp([{ weight: 0, standing: of(0.5, 'on-pace') }]).progress).toBeNull();
    expect(rollUp([{ weight: 1, standing: of(null, 'unknown') }])).toMatchObject({
      progress: 0,
      measured: 0,
      of: 1,
    });
  });

  test('law: within 0…1, whatever the order', () => {
    const item = fc.record({
      weight: fc.double({ min: 0, max: 1000, noNaN: true }),
      standing: fc.option(fc.double({ min: -5, max: 5, noNaN: true })).map((raw) => of(raw, 'unknown')),
    });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { progress } = rollUp(items);
        if (progress === null) return;
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(rollUp([...items].reverse()).progress).toBeCloseTo(progress, 9);
      }),
    );
  });
});

describe('the order of need', () => {
  const calm: Standing = standing(
    record(definition, [checkIn('2026-05-19', { value: 60, confidence: 8 })]),
    rules,
    day('2026-05-21'),
  );
  const fresh = calm.freshness;
  const stale = { state: 'stale', last: null, dueOn: null } as const;
  const cases: [string, Standing][] = [
    ['ahead', { ...calm, pace: 'ahead', gap: 0.3 }],
    ['on pace', calm],
    ['unknown', { ...calm, pace: 'unknown', gap: null }],
    ['behind', { ...calm, pace: 'behind', gap: -0.1 }],
    ['confidence not said in time', { ...calm, freshness: { ...fresh, confidence: stale } }],
    ['far behind by less', { ...calm, pace: 'far-behind', gap: -0.2 }],
    ['far behind by more', { ...calm, pace: 'far-behind', gap: -0.4 }],
    ['no decision yet', { ...calm, needsDecision: true }],
    [
      'dropped confidence',
      { ...calm, confidence: { value: 5, on: day('2026-05-19'), tone: 'amber', change: -3 } },
    ],
    ['stale', { ...calm, freshness: { ...fresh, value: stale } }],
  ];

  test('what needs a look comes first', () => {
    const names = inOrderOfNeed(cases, ([, of]) => of).map(([name]) => name);
    expect(names).toEqual(cases.map(([name]) => name).reverse());
  });

  test('equal ones keep their places; the lower confidence goes first', () => {
    expect(inOrderOfNeed(['b', 'a'], () => calm)).toEqual(['b', 'a']);
    const unsure: Standing = {
      ...calm,
      confidence: { value: 5, on: day('2026-05-19'), tone: 'amber', change: null },
    };
    expect(byNeed(unsure, calm)).toBeLessThan(0);
  });
});
