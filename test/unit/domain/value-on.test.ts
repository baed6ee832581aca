import { valueOn, valuesAlong } from '../../../src/domain/value-on';
import { day, defined, finishedOn, initiative, rise, values, work } from './build';

const record = {
  definition: defined(rise),
  checkIns: values({ '2026-03-20': 38, '2026-04-10': 42, '2026-04-24': 47, '2026-07-08': 61 }),
};

test.each([
  ['2026-03-19', null],
  ['2026-03-20', { value: 38, on: '2026-03-20' }], // history counts: it was so that day
  ['2026-04-23', { value: 42, on: '2026-04-10' }],
  ['2026-04-24', { value: 47, on: '2026-04-24' }],
  ['2026-12-01', { value: 61, on: '2026-07-08' }],
])('on %s', (on, value) => {
  expect(valueOn(record, day(on))).toEqual(value);
});

test('a period that had not ended that day says nothing yet', () => {
  const monthly = {
    definition: defined(rise, { behaviour: { kind: 'per-period', period: 'month' } }),
    checkIns: values({ '2026-04-30': 42, '2026-05-20': 44 }),
  };
  expect(valueOn(monthly, day('2026-05-25'))).toEqual({ value: 42, on: '2026-04-30' });
  expect(valueOn(monthly, day('2026-06-01'))).toEqual({ value: 44, on: '2026-05-20' });
});

test('along an initiative: kept when attached, else as the check-ins have it; null for what has not happened', () => {
  const one = initiative({
    valueAtAttach: 39.5,
    work: { ...finishedOn('2026-04-24'), startedOn: day('2026-04-12'), firstChildDoneOn: day('2026-04-20') },
  });
  expect(valuesAlong(one, record, 'UTC')).toEqual({
    attached: { on: '2026-04-02', value: 39.5 },
    started: { on: '2026-04-12', value: 42 },
    live: { on: '2026-04-20', value: 42 },
    done: { on: '2026-04-24', value: 47 },
  });
  expect(valuesAlong(initiative({ work: work() }), { ...record, checkIns: [] }, 'UTC')).toEqual({
    attached: { on: '2026-04-02', value: null },
    started: null,
    live: null,
    done: null,
  });
});
