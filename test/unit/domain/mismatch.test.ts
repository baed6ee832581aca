import type { AccountId } from '../../../src/domain/ids';
import { mismatches, topMismatch, type MismatchInput } from '../../../src/domain/mismatch';
import { defaultRules as rules } from '../../../src/domain/rules';
import {
  checkIn,
  day,
  defined,
  expecting,
  finishedOn,
  initiative,
  judgement,
  milestone,
  milestoneIds,
  near,
  rise,
  values,
  work,
} from './build';

const started = work({ category: 'indeterminate' });
/** Weekly, on the way from 40 to 80 between 1 April and 1 July; nothing unusual unless said. */
function input(more: Partial<MismatchInput> = {}): MismatchInput {
  return {
    definition: defined(rise),
    cadence: 'weekly',
    checkIns: values({ '2026-04-08': 41, '2026-05-20': 42 }),
    initiatives: [initiative({ work: started })],
    goalChangedOn: null,
    cycleStartsOn: day('2026-04-01'),
    events: [],
    ...more,
  };
}
const found = (more: Partial<MismatchInput>, today = '2026-05-21') =>
  mismatches(input(more), rules, day(today));
const judgements = [judgement('moved')];

test('nothing unusual is nothing to say', () => {
  expect(found({})).toEqual([]);
  expect(topMismatch(input(), rules, day('2026-05-21'))).toBeNull();
});

describe('work finished, number flat', () => {
  /** Live on 10 April, to show after 14 days: 24 April. At 41 on that day: 0.025 of the way. */
  const finished = [initiative({ work: finishedOn('2026-04-10'), hypothesis: expecting(8, 14), judgements })];

  test('under 5 % of the way gained since', () => {
    // 42 is 0.05 of the way: 0.025 gained.
    expect(found({ initiatives: finished })).toEqual([
      { kind: 'finished-but-flat', gained: near(0.025, 12), initiatives: 1 },
    ]);
  });

  test.each([
    ['5 % gained is not flat', { checkIns: values({ '2026-04-08': 41, '2026-05-20': 43 }) }], // 0.075 − 0.025
    ['no value since the lag passed', { checkIns: values({ '2026-04-08': 41, '2026-04-23': 41 }) }],
    ['never measured', { checkIns: [] }],
    ['one still at work', { initiatives: [...finished, initiative({ work: started })] }],
    ['nothing known of one', { initiatives: [...finished, initiative()] }],
    ['a number at its target cannot rise', { checkIns: values({ '2026-04-08': 80, '2026-05-20': 80 }) }],
  ])('not when %s', (_, more) => {
    expect(found({ initiatives: finished, ...more }).map(({ kind }) => kind)).not.toContain(
      'finished-but-flat',
    );
  });

  test('not before the lag has passed', () => {
    // Shows on 21 May.
    const slow = [initiative({ work: finishedOn('2026-04-10'), hypothesis: expecting(8, 41), judgements })];
    expect(found({ initiatives: slow })).toEqual([]);
  });

  test('a number that fell is flat, too; work deleted or not delivered is left aside', () => {
    const initiatives = [
      ...finished,
      initiative({ work: work({ category: 'done', notDelivered: true }) }),
      initiative({ work: work({ category: 'indeterminate', gone: true }) }),
    ];
    const checkIns = values({ '2026-04-08': 48, '2026-05-20': 40 });
    expect(found({ initiatives, checkIns })).toEqual([
      { kind: 'finished-but-flat', gained: near(-0.2, 12), initiatives: 1 },
    ]);
  });

  test('measured since the first of them went live', () => {
    // Live on 10 April (0.025) and 10 May; the gain between them is the work's as much as any.
    const two = [...finished, initiative({ work: finishedOn('2026-05-10'), judgements })];
    const checkIns = values({ '2026-04-08': 41, '2026-05-08': 50, '2026-05-20': 50 });
    expect(found({ initiatives: two, checkIns })).toEqual([]);
  });

  test('counted from the day somebody said', () => {
    const live = { on: day('2026-05-15'), reason: '', by: 'ana' as AccountId };
    expect(
      found({
        initiatives: [initiative({ work: finishedOn('2026-04-10'), live, hypothesis: expecting(8, 7) })],
      }),
    ).toEqual([]);
  });
});

describe('number moving, no work', () => {
  test('over 10 % of the way and nothing attached', () => {
    const checkIns = values({ '2026-04-08': 44.4 });
    expect(found({ initiatives: [], checkIns }, '2026-04-09')).toEqual([
      { kind: 'moving-without-work', gained: near(0.11, 12) },
    ]);
  });

  test('10 % is not over it', () => {
    expect(found({ initiatives: [], checkIns: values({ '2026-04-08': 44 }) }, '2026-04-09')).toEqual([]);
  });
});

describe('no initiative after two cadences', () => {
  test.each([
    ['weekly', '2026-04-14', []],
    ['weekly', '2026-04-15', [{ kind: 'no-initiative', cadences: 2 }]],
    ['weekly', '2026-04-29', [{ kind: 'no-initiative', cadences: 4 }]],
    ['monthly', '2026-05-31', []],
    ['monthly', '2026-06-01', [{ kind: 'no-initiative', cadences: 2 }]],
    ['weekly', '2026-07-02', []], // past the due date it helps nobody
  ] as const)('%s, on %s', (cadence, today, expected) => {
    expect(found({ initiatives: [], cadence, checkIns: [] }, today)).toEqual(expected);
  });

  test('one that is reached needs none', () => {
    expect(
      found({ initiatives: [], checkIns: values({ '2026-04-08': 80 }) }).map(({ kind }) => kind),
    ).toEqual(['moving-without-work']);
  });
});

test('work still running on a key result already reached', () => {
  const initiatives = [
    initiative({ work: started }),
    initiative({ work: work({ done: 1, counted: 3 }) }),
    initiative({ work: work() }),
  ];
  expect(found({ initiatives, checkIns: values({ '2026-05-20': 81 }) })).toEqual([
    { kind: 'reached-but-running', running: 2 },
  ]);
  const all = {
    definition: defined({ kind: 'milestones', milestones: [milestone('a', 1)] }),
    checkIns: [checkIn('2026-05-20', { reached: milestoneIds('a') })],
  };
  expect(found({ ...all, initiatives })).toEqual([{ kind: 'reached-but-running', running: 2 }]);
});

describe('initiative overdue', () => {
  /** Due on 1 July; to show by then after 21 days it has to be live on 10 June. */
  const late = [initiative({ work: started, hypothesis: expecting(8, 21) })];

  test.each([
    ['2026-06-10', []],
    ['2026-06-11', [{ kind: 'initiative-overdue', daysOver: 1 }]],
    ['2026-07-05', [{ kind: 'initiative-overdue', daysOver: 25 }]],
  ])('on %s', (today, expected) => {
    expect(found({ initiatives: late }, today)).toEqual(expected);
  });

  test('not once people have it, nor when it was given up', () => {
    expect(
      found(
        {
          initiatives: [
            initiative({
              work: work({ ...started, firstChildDoneOn: day('2026-06-01') }),
              hypothesis: expecting(8, 21),
            }),
          ],
        },
        '2026-06-20',
      ),
    ).toEqual([]);
    expect(
      found(
        {
          initiatives: [
            initiative({
              work: work({ category: 'done', notDelivered: true }),
              hypothesis: expecting(8, 21),
            }),
          ],
        },
        '2026-06-20',
      ),
    ).toEqual([]);
  });
});

describe('initiative done, not judged', () => {
  const done = [initiative({ work: finishedOn('2026-04-10'), hypothesis: expecting(8, 14) })];
  const moved = values({ '2026-04-08': 41, '2026-05-20': 60 });

  test('once its lag has passed', () => {
    expect(found({ initiatives: done, checkIns: moved })).toEqual([
      { kind: 'done-not-judged', initiatives: 1 },
    ]);
    expect(found({ initiatives: done, checkIns: moved }, '2026-04-23')).toEqual([]);
  });

  test('not before three values came since, where there are enough before', () => {
    const before = { '2026-03-25': 40, '2026-04-01': 40, '2026-04-08': 41 };
    const kinds = (after: Record<string, number>) =>
      found({ initiatives: done, checkIns: values({ ...before, ...after }) }).map(({ kind }) => kind);
    expect(kinds({ '2026-05-06': 59, '2026-05-13': 60 })).toEqual([]);
    expect(kinds({ '2026-05-06': 59, '2026-05-13': 60, '2026-05-20': 60 })).toEqual(['done-not-judged']);
  });

  test.each([
    ['a verdict judges it', judgement('no-visible-effect'), []],
    ['so does a decision on finished work', judgement(null, 'leave'), []],
    ['“too early” comes back', judgement('too-early'), ['done-not-judged']],
    ['a decision while it was under way judges nothing yet', judgement(null, 'keep'), ['done-not-judged']],
  ])('%s', (_, said, kinds) => {
    const initiatives = done.map((one) => ({ ...one, judgements: [said] }));
    expect(found({ initiatives, checkIns: moved }).map(({ kind }) => kind)).toEqual(kinds);
  });
});

test('start, target or metric changed after the cycle began', () => {
  expect(found({ goalChangedOn: day('2026-05-02') })).toEqual([{ kind: 'goal-changed', on: '2026-05-02' }]);
  expect(found({ goalChangedOn: day('2026-03-20') })).toEqual([]);
});

test('the most important comes first, and a list shows that one', () => {
  const initiatives = [initiative({ work: finishedOn('2026-04-10') })];
  const both = input({ initiatives, goalChangedOn: day('2026-05-02') });
  expect(mismatches(both, rules, day('2026-05-21')).map(({ kind }) => kind)).toEqual([
    'finished-but-flat',
    'done-not-judged',
    'goal-changed',
  ]);
  expect(topMismatch(both, rules, day('2026-05-21'))?.kind).toBe('finished-but-flat');
});
