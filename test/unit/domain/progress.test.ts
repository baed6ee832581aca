import fc from 'fast-check';
import { instant } from '../../../src/domain/dates';
import { measurements, offeredStart, placeOf } from '../../../src/domain/measurements';
import type { Behaviour, Metric } from '../../../src/domain/metric';
import { isReached, progressAt, progressOf, valueAt } from '../../../src/domain/progress';
import { checkIn, day, defined, fall, milestone, milestoneIds, record, rise, values } from './build';

const today = day('2026-06-30');

describe('from start to target', () => {
  test.each<[string, Metric, number, number, number]>([
    // (value − start) ÷ (target − start)
    ['at the start', rise, 40, 0, 0],
    ['a quarter of the way', rise, 50, 0.25, 0.25], // 10 ÷ 40
    ['at the target', rise, 80, 1, 1],
    ['beyond the target', rise, 91.2, 1.28, 1], // 51.2 ÷ 40
    ['below the start', rise, 35.2, -0.12, 0], // −4.8 ÷ 40
    ['falling, at the start', fall, 100, 0, 0],
    ['falling, half way', fall, 60, 0.5, 0.5], // −40 ÷ −80
    ['falling beyond the target', fall, 0, 1.25, 1], // −100 ÷ −80
    ['falling, gone up instead', fall, 120, -0.25, 0], // 20 ÷ −80
    ['negative numbers rising', { kind: 'increase', start: -50, target: -10 }, -20, 0.75, 0.75], // 30 ÷ 40
    ['negative numbers falling', { kind: 'decrease', start: -10, target: -50 }, -20, 0.25, 0.25], // −10 ÷ −40
    ['through zero upwards', { kind: 'increase', start: -20, target: 30 }, 0, 0.4, 0.4], // 20 ÷ 50
    ['through zero downwards', { kind: 'decrease', start: 20, target: -20 }, -10, 0.75, 0.75], // −30 ÷ −40
    ['from zero', { kind: 'increase', start: 0, target: 2_000_000 }, 500_000, 0.25, 0.25],
  ])('%s', (_, metric, value, raw, clamped) => {
    const progress = progressOf(record(defined(metric), values({ '2026-05-12': value })), today);
    expect(progress?.raw).toBeCloseTo(raw, 12);
    expect(progress?.clamped).toBeCloseTo(clamped, 12);
  });

  test('a falling number at its start is at 0, not at −0', () => {
    const progress = progressOf(record(defined(fall), values({ '2026-05-12': 100 })), today);
    expect(Object.is(progress?.raw, 0)).toBe(true);
  });

  test('no measurement is no progress, and one is enough', () => {
    expect(progressOf(record(defined(rise), []), today)).toBeNull();
    expect(progressOf(record(defined(rise), [checkIn('2026-05-01', { confidence: 7 })]), today)).toBeNull();
    expect(progressOf(record(defined(rise), values({ '2026-05-01': 60 })), today)?.raw).toBe(0.5);
  });

  const line = fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.001, max: 1e6, noNaN: true }))
    .chain(([start, way]) =>
      fc.constantFrom<Extract<Metric, { kind: 'increase' | 'decrease' }>>(
        { kind: 'increase', start, target: start + way },
        { kind: 'decrease', start, target: start - way },
      ),
    );

  test('law: 0 at the start and 1 at the target, in either direction', () => {
    fc.assert(
      fc.property(line, (metric) => {
        expect(progressAt(metric, metric.start).raw).toBe(0);
        expect(progressAt(metric, metric.target).raw).toBe(1);
        expect(isReached({ metric }, progressAt(metric, metric.target).raw)).toBe(true);
      }),
    );
  });

  test('law: nearer to the target is never less, and bars stay within 0…1', () => {
    fc.assert(
      fc.property(
        line,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (metric, a, b) => {
          const [less, more] = [
            progressAt(metric, valueAt(metric, Math.min(a, b))),
            progressAt(metric, valueAt(metric, Math.max(a, b))),
          ];
          expect(less.raw).toBeLessThanOrEqual(more.raw);
          expect(less.clamped).toBeGreaterThanOrEqual(0);
          expect(more.clamped).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('which values count', () => {
  test.each([
    ['2026-03-31', 'history'],
    ['2026-04-01', 'inside'],
    ['2026-07-01', 'inside'],
    ['2026-07-02', 'follow-up'],
  ])('%s is %s', (on, place) => {
    expect(placeOf(defined(rise), day(on))).toBe(place);
  });

  test('the first and the last day count, the days around them do not', () => {
    const after = day('2026-08-01');
    const progress = (on: string) =>
      progressOf(record(defined(rise), values({ [on]: 60 })), after)?.raw ?? null;
    expect(['2026-03-31', '2026-04-01', '2026-07-01', '2026-07-02'].map(progress)).toEqual([
      null,
      0.5,
      0.5,
      null,
    ]);
  });

  test('history and follow-up stay on the chart', () => {
    const all = values({ '2026-03-01': 38, '2026-04-08': 44, '2026-07-15': 90 });
    const series = measurements(defined(rise), all, day('2026-08-01'));
    expect(series.map(({ on, value, place }) => [on, value, place])).toEqual([
      ['2026-03-01', 38, 'history'],
      ['2026-04-08', 44, 'inside'],
      ['2026-07-15', 90, 'follow-up'],
    ]);
  });

  test('of one day the later recorded counts, wherever it stands in the list', () => {
    const early = checkIn('2026-05-12', { value: 50, recordedAt: instant(1000) });
    const late = checkIn('2026-05-12', { value: 60, recordedAt: instant(2000) });
    expect(progressOf(record(defined(rise), [late, early]), today)?.raw).toBe(0.5);
    expect(measurements(defined(rise), [late, early], today)).toHaveLength(1);
  });

  test('a value recorded later for an earlier day is not the last one', () => {
    const late = checkIn('2026-05-05', { value: 44, madeOn: day('2026-05-20') });
    expect(progressOf(record(defined(rise), [...values({ '2026-05-12': 60 }), late]), today)?.raw).toBe(0.5);
  });

  test('days after today are not known yet', () => {
    const both = values({ '2026-05-12': 50, '2026-06-12': 70 });
    expect(progressOf(record(defined(rise), both), day('2026-06-11'))?.raw).toBe(0.25);
  });

  const inside = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 100 }));
  const at = (offset: number) =>
    new Date(Date.parse('2026-04-01') + offset * 86_400_000).toISOString().slice(0, 10);

  test('law: the order of check-ins in the list does not matter', () => {
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 8 }), (pairs) => {
        const list = pairs.map(([offset, value], i) =>
          checkIn(at(offset), { value, recordedAt: instant(i) }),
        );
        const backwards = [...list].reverse();
        expect(measurements(defined(rise), backwards, today)).toEqual(
          measurements(defined(rise), list, today),
        );
        expect(progressOf(record(defined(rise), backwards), today)).toEqual(
          progressOf(record(defined(rise), list), today),
        );
      }),
    );
  });

  test('law: history and follow-up never change progress', () => {
    const outside = fc.tuple(
      fc.oneof(fc.integer({ min: -60, max: -1 }), fc.integer({ min: 92, max: 150 })),
      fc.integer(),
    );
    const later = day('2026-12-01');
    fc.assert(
      fc.property(
        fc.array(inside, { maxLength: 5 }),
        fc.array(outside, { minLength: 1, maxLength: 5 }),
        (ins, outs) => {
          const of = (pairs: [number, number][], from: number) =>
            pairs.map(([offset, value], i) => checkIn(at(offset), { value, recordedAt: instant(from + i) }));
          const kept = of(ins, 0);
          for (const metric of [rise, { kind: 'maintain', min: 40, max: null } as const]) {
            const before = progressOf(record(defined(metric), kept), later);
            expect(progressOf(record(defined(metric), [...kept, ...of(outs, 100)]), later)).toEqual(before);
          }
        },
      ),
    );
  });
});

describe('the three behaviours of a number', () => {
  const monthly: Behaviour = { kind: 'per-period', period: 'month' };
  const complaints: Metric = { kind: 'decrease', start: 100, target: 20 };
  const all = values({ '2026-04-30': 80, '2026-05-20': 15 });

  test('a level and a running total count what was said last', () => {
    const total = defined(
      { kind: 'increase', start: 0, target: 200 },
      { behaviour: { kind: 'running-total' } },
    );
    expect(progressOf(record(total, values({ '2026-05-01': 30, '2026-05-08': 80 })), today)?.raw).toBe(0.4); // 80 ÷ 200
  });

  test('a period counts from the day after its last', () => {
    const definition = defined(complaints, { behaviour: monthly });
    // May is unfinished through 31 May: April's 80 stands, −20 ÷ −80.
    expect(progressOf(record(definition, all), day('2026-05-31'))?.raw).toBe(0.25);
    // On 1 June May has ended: −85 ÷ −80.
    expect(progressOf(record(definition, all), day('2026-06-01'))?.raw).toBe(1.0625);
  });

  test('the unfinished period is on the chart, hollow', () => {
    const series = measurements(defined(complaints, { behaviour: monthly }), all, day('2026-05-31'));
    expect(series.map(({ on, unfinished }) => [on, unfinished])).toEqual([
      ['2026-04-30', false],
      ['2026-05-20', true],
    ]);
  });

  test('a period that straddles the due date keeps its value inside', () => {
    const june = values({ '2026-06-10': 60, '2026-06-28': 20 });
    const definition = defined(complaints, { behaviour: monthly, dueOn: day('2026-06-15') });
    expect(progressOf(record(definition, june), day('2026-07-01'))?.raw).toBe(0.5); // −40 ÷ −80
  });

  test('of one period its last value stands', () => {
    const two = values({ '2026-05-10': 7, '2026-05-28': 60 });
    const series = measurements(defined(complaints, { behaviour: monthly }), two, today);
    expect(series.map(({ on, value }) => [on, value])).toEqual([['2026-05-28', 60]]);
  });
});

describe('a band', () => {
  // Slots from 1 April: 1–7, 8–14, 15–21, 22–28 April. The last value of each slot speaks.
  const week = values({ '2026-04-02': 50, '2026-04-06': 99, '2026-04-09': 95, '2026-04-23': 90 });

  test.each([
    ['one side, at least', 95, null, 2 / 3], // 99 and 95 inside, 90 not; the third week was not measured
    ['one side, at most', null, 95, 2 / 3], // 95 and 90
    ['two sides', 90, 95, 2 / 3],
    ['a single value', 95, 95, 1 / 3],
    ['nothing inside', 200, null, 0],
  ])('%s', (_, min, max, share) => {
    const progress = progressOf(record(defined({ kind: 'maintain', min, max }), week), today);
    expect(progress?.raw).toBeCloseTo(share, 12);
  });

  test('slots are of the team’s cadence', () => {
    const monthly = {
      ...record(defined({ kind: 'maintain', min: 95, max: null }), week),
      cadence: 'monthly' as const,
    };
    expect(progressOf(monthly, today)?.raw).toBe(0); // April's last value is 90
  });

  test('not measured is not 0', () => {
    expect(progressOf(record(defined({ kind: 'maintain', min: 95, max: null }), []), today)).toBeNull();
  });
});

describe('milestones', () => {
  const definition = defined({
    kind: 'milestones',
    milestones: [milestone('a', 1), milestone('b', 3), milestone('c', 0)],
  });
  const reached = (...ids: string[]) =>
    progressOf(record(definition, [checkIn('2026-05-12', { reached: milestoneIds(...ids) })]), today)?.raw ??
    null;

  test('reached weight ÷ total weight', () => {
    expect([reached(), reached('a'), reached('b', 'c'), reached('a', 'b')]).toEqual([0, 0.25, 0.75, 1]);
  });

  test('the last word counts, even when it takes one back; a milestone that is gone does not', () => {
    const list = [
      checkIn('2026-05-12', { reached: milestoneIds('a', 'b') }),
      checkIn('2026-05-19', { reached: milestoneIds('b', 'gone') }),
    ];
    expect(progressOf(record(definition, list), today)?.raw).toBe(0.75);
  });

  test('nobody said anything: not measured', () => {
    expect(progressOf(record(definition, [checkIn('2026-05-12', { confidence: 5 })]), today)).toBeNull();
  });
});

test('not measurable yet: no progress, and the first value is offered as start', () => {
  const definition = defined({ kind: 'not-measurable-yet', target: 80, findBy: day('2026-05-01') });
  const list = values({ '2026-05-12': 47, '2026-05-05': 43 });
  expect(progressOf(record(definition, list), today)).toBeNull();
  expect(offeredStart(definition, list, today)).toEqual({ value: 43, on: '2026-05-05' });
  expect(offeredStart(definition, [], today)).toBeNull();
  expect(offeredStart(defined(rise), list, today)).toBeNull();
});
