import { instant } from '../../../src/domain/dates';
import type { AccountId, KpiValueId } from '../../../src/domain/ids';
import { byNeed, checkKpi, healthyEnd, kpiStanding, type KpiRecord } from '../../../src/domain/kpi';
import { defaultRules } from '../../../src/domain/rules';
import { day } from './build';

/** A weekly KPI that is healthy from 2 to 5, with these values. */
function kpi(byDay: Record<string, number>, more: Partial<KpiRecord> = {}): KpiRecord {
  return {
    unit: { kind: 'percent' },
    min: 2,
    max: 5,
    cadence: 'weekly',
    madeOn: day('2026-04-01'),
    values: Object.entries(byDay).map(([on, value]) => ({
      id: on as KpiValueId,
      day: day(on),
      value,
      note: '',
      source: 'person',
      by: 'ana' as AccountId,
      recordedAt: instant(Date.parse(`${on}T12:00:00.000Z`)),
    })),
    ...more,
  };
}
const stands = (record: KpiRecord, on: string) => kpiStanding(record, defaultRules, day(on));

test.each([
  [2, 'healthy'],
  [5, 'healthy'],
  [1.9, 'below'],
  [5.1, 'above'],
])('a last value of %d is %s; both ends belong to the range', (value, health) => {
  expect(stands(kpi({ '2026-05-04': value }), '2026-05-05').health).toBe(health);
});

test('a KPI with one end alone has no other', () => {
  expect(stands(kpi({ '2026-05-04': 100 }, { max: null }), '2026-05-05').health).toBe('healthy');
  expect(stands(kpi({ '2026-05-04': -100 }, { min: null }), '2026-05-05').health).toBe('healthy');
});

test('silence is never healthy: due after a week, stale after two', () => {
  const record = kpi({ '2026-05-04': 3 });
  const at = (on: string) => {
    const { health, freshness } = stands(record, on);
    return [freshness.state, health];
  };
  expect(at('2026-05-10')).toEqual(['fresh', 'healthy']);
  expect(at('2026-05-11')).toEqual(['due', 'healthy']);
  expect(at('2026-05-18')).toEqual(['due', 'healthy']);
  expect(at('2026-05-19')).toEqual(['stale', 'unknown']);
  // Never measured: due a week after it was made, on 8 April, and stale the day after.
  expect(stands(kpi({}), '2026-04-08')).toMatchObject({ health: 'unknown', freshness: { state: 'due' } });
  expect(stands(kpi({}), '2026-04-09').freshness.state).toBe('stale');
});

const weeks = (...values: number[]) =>
  Object.fromEntries(values.map((value, at) => [`2026-05-${String(at * 7 + 1).padStart(2, '0')}`, value]));

test.each([
  [[3, 4], null],
  [[3, 3, 3], { direction: 'flat', towards: null }],
  [[3, 4, 4.5], { direction: 'rising', towards: 'inside' }],
  [[4, 5, 6], { direction: 'rising', towards: 'away' }],
  [[8, 7, 6], { direction: 'falling', towards: 'back' }],
  [[3, 2, 1], { direction: 'falling', towards: 'away' }],
  [[0, 0.5, 1], { direction: 'rising', towards: 'back' }],
  // Up and down by 2 around a line that rises by 0.5 over all: not to be told from noise.
  [[2, 4, 2, 4, 2.5], { direction: 'flat', towards: null }],
])('the trend of %j is %j', (values, trend) => {
  expect(stands(kpi(weeks(...values)), '2026-05-29').trend).toEqual(trend);
});

test('what is outside its range comes before what nobody measured, and that before what is healthy', () => {
  const named = {
    healthy: kpi({ '2026-05-04': 3 }),
    unknown: kpi({ '2026-04-04': 3 }),
    above: kpi({ '2026-05-04': 9 }),
    'above and due': kpi({ '2026-04-28': 9 }),
  };
  const sorted = Object.entries(named).sort(([, a], [, b]) =>
    byNeed(stands(a, '2026-05-05'), stands(b, '2026-05-05')),
  );
  expect(sorted.map(([name]) => name)).toEqual(['above and due', 'above', 'unknown', 'healthy']);
});

test('a range needs an end, and its ends an order; what is outside has an end to reach', () => {
  expect(checkKpi({ min: null, max: null })[0]?.field).toBe('min');
  expect(checkKpi({ min: 5, max: 5 })[0]?.field).toBe('max');
  expect(checkKpi({ min: 2, max: 5 })).toEqual([]);
  expect([1, 3, 9].map((value) => healthyEnd({ min: 2, max: 5 }, value))).toEqual([2, null, 5]);
});
