import { instant } from '../../../src/domain/dates';
import type { Metric } from '../../../src/domain/metric';
import { nextDefinition } from '../../../src/domain/next-definition';
import { publishedGoal, sameGoal, type GoalChange } from '../../../src/domain/published-goal';
import { checkIn, day, defined, milestone, milestoneIds, rise, values } from './build';

const at = (text: string) => instant(Date.parse(`${text}T12:00:00.000Z`));
const to = (target: number): Metric => ({ kind: 'increase', start: 40, target });
const dates = { startsOn: day('2026-04-01'), dueOn: day('2026-07-01') };
const now = { metric: to(60), ...dates };
const published = at('2026-04-01');

describe('the goal as published', () => {
  test('is what it is, where nothing was changed since', () => {
    expect(publishedGoal(now, [], published)).toEqual(now);
    const drafted: GoalChange[] = [{ at: at('2026-03-20'), from: { metric: to(90) } }];
    expect(publishedGoal(now, drafted, published)).toEqual(now);
  });

  test('takes back every change since, the first of each part last', () => {
    const changes: GoalChange[] = [
      { at: at('2026-03-20'), from: { metric: to(90) } },
      { at: at('2026-05-01'), from: { metric: to(80) } },
      { at: at('2026-06-01'), from: { metric: to(70), dueOn: day('2026-06-20') } },
    ];
    expect(publishedGoal(now, changes, published)).toEqual({
      metric: to(80),
      startsOn: dates.startsOn,
      dueOn: '2026-06-20',
    });
  });

  test('of what was not measurable yet is the first number it was given', () => {
    const changes: GoalChange[] = [
      {
        at: at('2026-05-01'),
        from: { metric: { kind: 'not-measurable-yet', target: null, findBy: dates.dueOn } },
      },
      { at: at('2026-06-01'), from: { metric: to(70) } },
    ];
    expect(publishedGoal(now, changes, published).metric).toEqual(to(70));
  });

  test('of a cycle that never ran is what it is', () => {
    expect(publishedGoal(now, [{ at: at('2026-05-01'), from: { metric: to(80) } }], null)).toEqual(now);
  });

  test('is the same only with the same metric and dates', () => {
    expect(sameGoal(now, { ...now, metric: to(60) })).toBe(true);
    expect(sameGoal(now, { ...now, metric: to(61) })).toBe(false);
    expect(sameGoal(now, { ...now, dueOn: day('2026-07-02') })).toBe(false);
  });
});

describe('a key result as a draft for the next cycle', () => {
  const next = { startsOn: day('2026-07-01'), dueOn: day('2026-09-30') };
  const today = day('2026-07-10');
  const from = (metric: Metric, checkIns = values({ '2026-06-20': 55 }), more = {}) =>
    nextDefinition({ definition: defined(metric, more), checkIns }, next, today);

  test('goes on from where it ended, follow-up included', () => {
    const checkIns = values({ '2026-06-20': 55, '2026-07-08': 57 });
    expect(from(rise, checkIns)).toMatchObject({
      metric: { kind: 'increase', start: 57, target: 80 },
      ...next,
    });
    expect(from(rise, [])).toMatchObject({ metric: { start: 40 } });
  });

  test('a running total begins again', () => {
    const total: Metric = { kind: 'increase', start: 0, target: 2000 };
    const behaviour = { behaviour: { kind: 'running-total' } };
    expect(from(total, values({ '2026-06-20': 1500 }), behaviour).metric).toEqual(total);
  });

  test('keeps the milestones that were not reached, without their days', () => {
    const steps: Metric = {
      kind: 'milestones',
      milestones: [milestone('a', 1), milestone('b', 2, '2026-06-01')],
    };
    const reached = [checkIn('2026-05-05', { reached: milestoneIds('a') })];
    expect(from(steps, reached).metric).toEqual({ kind: 'milestones', milestones: [milestone('b', 2)] });
  });

  test('drops checkpoints, and is measured once on its new last day', () => {
    const more = {
      checkpoints: [{ on: day('2026-05-01'), value: 50 }],
      measuredEvery: { kind: 'once', on: day('2026-06-30') },
    };
    expect(from(rise, [], more)).toMatchObject({
      checkpoints: [],
      measuredEvery: { kind: 'once', on: '2026-09-30' },
    });
  });
});
