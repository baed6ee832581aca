import fc from 'fast-check';
import { instant } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import type { StatusCategory, WorkUnit } from '../../../src/domain/initiative';
import { defaultRules } from '../../../src/domain/rules';
import { asksWhenLive, countWork, isFinished, isRunning, liveOn } from '../../../src/domain/work';
import { day, initiative, item, work } from './build';

const by = (countBy: WorkUnit) => ({ ...defaultRules, countBy });
const done = (more = {}) => item({ category: 'done', resolution: 'Done', ...more });
const dropped = (resolution: string, more = {}) => item({ category: 'done', resolution, ...more });

describe('counting', () => {
  test('7 of 12 done, 1 left out', () => {
    const children = [
      ...Array.from({ length: 7 }, () => done()),
      ...Array.from({ length: 3 }, () => item()),
      ...Array.from({ length: 2 }, () => item({ category: 'indeterminate' })),
      dropped("Won't Do"),
    ];
    expect(countWork(item({ category: 'indeterminate' }), children, by('count'))).toEqual({
      unit: 'count',
      fellBack: false,
      done: 7,
      counted: 12,
      leftOut: 1,
      category: 'indeterminate',
      notDelivered: false,
    });
  });

  test.each(["won't do", "WON'T FIX", ' Duplicate ', 'Declined', 'Cannot Reproduce', 'Obsolete'])(
    '“%s” is left out',
    (resolution) => {
      expect(countWork(item(), [dropped(resolution)], by('count'))).toMatchObject({
        done: 0,
        counted: 0,
        leftOut: 1,
      });
    },
  );

  test('a resolution the site does not name counts, and so does work reopened with its old resolution', () => {
    const children = [dropped('Fixed'), item({ category: 'indeterminate', resolution: "Won't Do" })];
    expect(countWork(item(), children, by('count'))).toMatchObject({ done: 1, counted: 2, leftOut: 0 });
  });

  test('by points; a child without adds nothing, one left out neither', () => {
    const children = [done({ points: 3 }), item({ points: 5 }), item(), dropped('Obsolete', { points: 8 })];
    expect(countWork(item(), children, by('points'))).toMatchObject({
      unit: 'points',
      fellBack: false,
      done: 3,
      counted: 8,
      leftOut: 1,
    });
  });

  test('by time', () => {
    const children = [done({ estimateSeconds: 3600 }), item({ estimateSeconds: 7200 })];
    expect(countWork(item(), children, by('time'))).toMatchObject({
      unit: 'time',
      done: 3600,
      counted: 10_800,
    });
  });

  test('without any points it falls back to count, and says so', () => {
    const children = [done(), item(), dropped('Obsolete', { points: 8 })];
    expect(countWork(item(), children, by('points'))).toMatchObject({
      unit: 'count',
      fellBack: true,
      done: 1,
      counted: 2,
    });
  });

  test('without children its own status speaks', () => {
    const alone = countWork(item({ category: 'done', resolution: 'Done' }), [], by('points'));
    expect(alone).toMatchObject({
      unit: 'points',
      fellBack: false,
      done: 0,
      counted: 0,
      category: 'done',
      notDelivered: false,
    });
    expect(countWork(dropped("Won't Do"), [], by('count')).notDelivered).toBe(true);
  });

  test('law: done is never more than counted, and what is left out is never in either', () => {
    const child = fc.record({
      category: fc.constantFrom<StatusCategory>('new', 'indeterminate', 'done'),
      resolution: fc.constantFrom(null, 'Done', "Won't Do", 'duplicate'),
      points: fc.option(fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constant(Number.NaN))),
      estimateSeconds: fc.option(fc.integer({ min: 0, max: 100_000 })),
    });
    fc.assert(
      fc.property(fc.array(child), fc.constantFrom<WorkUnit>('count', 'points', 'time'), (children, unit) => {
        const items = children.map(item);
        const result = countWork(item(), items, by(unit));
        expect(result.done).toBeGreaterThanOrEqual(0);
        expect(result.done).toBeLessThanOrEqual(result.counted);
        const left = items.filter(
          ({ category, resolution }) => category === 'done' && resolution !== null && resolution !== 'Done',
        );
        expect(result.leftOut).toBe(left.length);
        const without = countWork(
          item(),
          items.filter((one) => !left.includes(one)),
          by(unit),
        );
        expect(without).toEqual({ ...result, leftOut: 0 });
      }),
    );
  });
});

test.each([
  ['nothing begun', work({ counted: 4 }), false, false],
  ['one of four done', work({ done: 1, counted: 4 }), false, true],
  ['in progress', work({ category: 'indeterminate' }), false, true],
  ['every child done', work({ done: 4, counted: 4, category: 'indeterminate' }), true, false],
  [
    'every point done, the issue open',
    work({ unit: 'points', done: 9, counted: 9, category: 'indeterminate' }),
    false,
    true,
  ],
  ['the issue done', work({ done: 3, counted: 4, category: 'done' }), true, false],
  ['not delivered', work({ category: 'done', notDelivered: true }), false, false],
])('%s: finished %s, running %s', (_, count, finished, running) => {
  expect([isFinished(count), isRunning(count)]).toEqual([finished, running]);
});

describe('when people got it', () => {
  const said = { on: day('2026-05-20'), reason: 'Rolled out', by: 'ana' as AccountId };
  const both = work({ firstChildDoneOn: day('2026-05-01'), doneOn: day('2026-05-12'), category: 'done' });

  test('as somebody said, else first child done, else done', () => {
    expect(liveOn(initiative({ live: said, work: both }))).toEqual({ on: '2026-05-20', source: 'said' });
    expect(liveOn(initiative({ work: both }))).toEqual({ on: '2026-05-01', source: 'first-child-done' });
    expect(liveOn(initiative({ work: { ...both, firstChildDoneOn: null } }))).toEqual({
      on: '2026-05-12',
      source: 'done',
    });
    expect(liveOn(initiative({ work: work({ category: 'indeterminate' }) }))).toBeNull();
    expect(liveOn(initiative())).toBeNull();
  });

  test('what was not delivered reached nobody', () => {
    const never = work({ category: 'done', notDelivered: true, doneOn: day('2026-05-12') });
    expect(liveOn(initiative({ work: never }))).toBeNull();
    expect(asksWhenLive(initiative({ work: never }))).toBe(false);
  });

  test('it is asked once the first work is done and nobody has said', () => {
    expect(asksWhenLive(initiative({ work: both }))).toBe(true);
    expect(asksWhenLive(initiative({ work: both, live: said }))).toBe(false);
    expect(asksWhenLive(initiative({ work: work({ done: 0, counted: 3 }) }))).toBe(false);
    expect(asksWhenLive(initiative({ work: { ...both, gone: true, asOf: instant(1) } }))).toBe(false);
  });
});
