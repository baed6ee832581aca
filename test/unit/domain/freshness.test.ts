import { confidenceFreshness, valueFreshness } from '../../../src/domain/freshness';
import type { CheckIn } from '../../../src/domain/check-in';
import type { Cadence, KeyResultDefinition } from '../../../src/domain/metric';
import { defaultRules } from '../../../src/domain/rules';
import { checkIn, day, defined, milestone, milestoneIds, record, rise, values } from './build';

/** [state, due on] of the value. */
function value(
  checkIns: CheckIn[],
  today: string,
  {
    holidays = [],
    cadence = 'weekly',
    ...more
  }: Partial<KeyResultDefinition> & { holidays?: string[]; cadence?: Cadence } = {},
) {
  const rules = { ...defaultRules, holidays: holidays.map(day) };
  const freshness = valueFreshness({ definition: defined(rise, more), cadence, checkIns }, rules, day(today));
  return [freshness.state, freshness.dueOn];
}

describe('a weekly value of 12 May, due on the 19th', () => {
  const list = values({ '2026-05-05': 44, '2026-05-12': 50 });

  test.each([
    ['2026-05-12', 'fresh'],
    ['2026-05-18', 'fresh'],
    ['2026-05-19', 'due'],
    ['2026-05-26', 'due'], // seven days overdue: one interval, not more
    ['2026-05-27', 'stale'],
    ['2026-06-20', 'stale'],
  ])('on %s: %s', (today, state) => {
    expect(value(list, today)).toEqual([state, '2026-05-19']);
  });

  test('each holiday gives a day', () => {
    // Due on the 20th for the 14th; stale after the 27th and one day more for the 25th.
    const holidays = ['2026-05-14', '2026-05-25', '2026-01-01'];
    expect(value(list, '2026-05-19', { holidays })).toEqual(['fresh', '2026-05-20']);
    expect(value(list, '2026-05-20', { holidays })).toEqual(['due', '2026-05-20']);
    expect(value(list, '2026-05-28', { holidays })).toEqual(['due', '2026-05-20']);
    expect(value(list, '2026-05-29', { holidays })).toEqual(['stale', '2026-05-20']);
  });

  test('a holiday on the day it would be due moves it, and so does the next', () => {
    expect(value(list, '2026-05-20', { holidays: ['2026-05-19', '2026-05-20'] })).toEqual([
      'fresh',
      '2026-05-21',
    ]);
  });
});

test.each([
  ['every-two-weeks', '2026-05-26', '2026-06-09', '2026-06-10'],
  ['monthly', '2026-06-12', '2026-07-12', '2026-07-13'],
] as const)('%s: due on %s, stale after %s', (cadence, dueOn, lastDue, stale) => {
  const list = values({ '2026-05-12': 50 });
  const more = { cadence, dueOn: day('2026-12-31') };
  expect(value(list, dueOn, more)).toEqual(['due', dueOn]);
  expect(value(list, lastDue, more)).toEqual(['due', dueOn]);
  expect(value(list, stale, more)).toEqual(['stale', dueOn]);
});

test('a number that exists monthly follows the month, whatever the team’s cadence', () => {
  expect(value(values({ '2026-04-30': 50 }), '2026-05-29', { measuredEvery: { kind: 'monthly' } })).toEqual([
    'fresh',
    '2026-05-30',
  ]);
});

test('a number per period has no next one before its next period ends', () => {
  const behaviour = { kind: 'per-period', period: 'month' } as const;
  // April's number, said on the 20th, is of the month that ends on the 30th; May's exists on 31 May.
  expect(value(values({ '2026-04-20': 50 }), '2026-05-25', { behaviour })).toEqual(['fresh', '2026-05-31']);
  // May's partial number keeps nothing fresh; one interval later April's is stale.
  expect(value(values({ '2026-04-20': 50, '2026-06-02': 9 }), '2026-06-30', { behaviour })).toEqual([
    'due',
    '2026-05-31',
  ]);
});

describe('never measured', () => {
  test.each([
    ['2026-03-20', 'fresh'], // nothing is expected before the start
    ['2026-04-01', 'fresh'],
    ['2026-04-07', 'fresh'],
    ['2026-04-08', 'due'],
    ['2026-04-09', 'stale'], // after its first interval, at once
    ['2026-08-01', 'stale'], // silence is never green
  ])('on %s: %s', (today, state) => {
    expect(value([], today)).toEqual([state, '2026-04-08']);
  });

  test('history is no measurement of its time', () => {
    expect(value(values({ '2026-03-31': 38 }), '2026-04-09')).toEqual(['stale', '2026-04-08']);
  });

  test('a confidence alone is no value', () => {
    expect(value([checkIn('2026-04-08', { confidence: 7 })], '2026-04-09')).toEqual(['stale', '2026-04-08']);
  });

  test('one shorter than its interval is due with itself', () => {
    expect(value([], '2026-04-05', { dueOn: day('2026-04-04') })).toEqual(['stale', '2026-04-04']);
  });
});

describe('around the due date', () => {
  test('nothing more is expected when the next would come after it', () => {
    expect(value(values({ '2026-06-25': 70 }), '2026-09-01')).toEqual(['fresh', null]);
  });

  test('what was late on the due date stays late, and what was stale stays stale', () => {
    expect(value(values({ '2026-06-20': 70 }), '2026-09-01')).toEqual(['due', '2026-06-27']);
    expect(value(values({ '2026-06-10': 70 }), '2026-09-01')).toEqual(['stale', '2026-06-17']);
  });

  test('follow-up does not freshen', () => {
    expect(value(values({ '2026-06-10': 70, '2026-07-05': 75 }), '2026-07-06')).toEqual([
      'stale',
      '2026-06-17',
    ]);
  });
});

describe('measured once, on 15 June', () => {
  const more = { measuredEvery: { kind: 'once', on: day('2026-06-15') } } as const;

  test.each([
    ['2026-04-20', 'fresh'],
    ['2026-06-14', 'fresh'],
    ['2026-06-15', 'due'],
    ['2026-06-22', 'due'],
    ['2026-06-23', 'stale'],
    ['2026-09-01', 'stale'],
  ])('without it, on %s: %s', (today, state) => {
    expect(value([], today, more)).toEqual([state, '2026-06-15']);
  });

  test('with it nothing more is expected; one before its day is not it', () => {
    expect(value(values({ '2026-06-16': 70 }), '2026-06-30', more)).toEqual(['fresh', null]);
    expect(value(values({ '2026-05-01': 42 }), '2026-06-23', more)).toEqual(['stale', '2026-06-15']);
  });
});

test('not measurable yet: the first number is due on its find-by date', () => {
  const definition = defined({ kind: 'not-measurable-yet', target: null, findBy: day('2026-05-15') });
  const state = (today: string) => valueFreshness(record(definition, []), defaultRules, day(today)).state;
  expect(['2026-05-14', '2026-05-15', '2026-05-16'].map(state)).toEqual(['fresh', 'due', 'stale']);
});

test('milestones are heard of when somebody says which are reached, even none', () => {
  const definition = defined({ kind: 'milestones', milestones: [milestone('a', 1)] });
  const list = [checkIn('2026-05-12', { reached: milestoneIds() })];
  expect(valueFreshness(record(definition, list), defaultRules, day('2026-05-20'))).toEqual({
    state: 'due',
    last: '2026-05-12',
    dueOn: '2026-05-19',
  });
});

describe('confidence follows the team’s cadence', () => {
  const state = (checkIns: CheckIn[], today: string, more: Partial<KeyResultDefinition> = {}) => {
    const { state: name, dueOn } = confidenceFreshness(
      record(defined(rise, more), checkIns),
      defaultRules,
      day(today),
    );
    return [name, dueOn];
  };
  const said = [checkIn('2026-05-12', { confidence: 7 })];

  test('and the day it was said, whenever its number exists', () => {
    const monthly = { measuredEvery: { kind: 'monthly' } } as const;
    expect(state(said, '2026-05-18', monthly)).toEqual(['fresh', '2026-05-19']);
    expect(state(said, '2026-05-26', monthly)).toEqual(['due', '2026-05-19']);
    expect(state(said, '2026-05-27', monthly)).toEqual(['stale', '2026-05-19']);
  });

  test('a value alone does not freshen it', () => {
    expect(state(values({ '2026-05-12': 50 }), '2026-05-13')).toEqual(['stale', '2026-04-08']);
  });

  test('said while drafting, the first interval begins with the key result', () => {
    expect(state([checkIn('2026-03-10', { confidence: 6 })], '2026-04-07')).toEqual(['fresh', '2026-04-08']);
  });
});
