import { instant } from '../../../src/domain/dates';
import { isSaidSince, isSince, needOf, standsSince } from '../../../src/domain/need';
import type { ConfidenceSignal, FreshnessState, Pace } from '../../../src/domain/standing';
import { checkIn, day } from './build';

const said = (value: number, change: number | null): ConfidenceSignal => ({
  value,
  on: day('2026-05-12'),
  tone: value <= 3 ? 'red' : value < 7 ? 'amber' : 'green',
  change,
});
const fresh = (state: FreshnessState) => ({ state, last: day('2026-05-12'), dueOn: null });
const needing = (
  more: Partial<{
    value: FreshnessState;
    confidenceOn: FreshnessState;
    confidence: ConfidenceSignal;
    needsDecision: boolean;
    pace: Pace;
  }> = {},
) => ({
  freshness: { value: fresh(more.value ?? 'fresh'), confidence: fresh(more.confidenceOn ?? 'fresh') },
  confidence: more.confidence ?? said(7, 0),
  needsDecision: more.needsDecision ?? false,
  pace: more.pace ?? 'on-pace',
});

test('stale comes before a dropped confidence, then no decision, far behind, behind, due, and the rest', () => {
  const needs = [
    needing({ value: 'stale' }),
    needing({ confidence: said(4, -3), pace: 'far-behind' }),
    needing({ confidence: said(3, -1), needsDecision: true, pace: 'far-behind' }),
    needing({ pace: 'far-behind' }),
    needing({ pace: 'behind', value: 'due' }),
    needing({ confidenceOn: 'due' }),
    needing({ pace: 'ahead' }),
  ].map(needOf);
  expect(needs).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(needOf(needing({ confidenceOn: 'stale' }))).toBe(0);
  // A drop of two is no reason to talk.
  expect(needOf(needing({ confidence: said(5, -2) }))).toBe(6);
});

test('since the check-in before means a later day, or later on its day', () => {
  const since = { day: day('2026-05-12'), at: instant(Date.parse('2026-05-12T09:30:00.000Z')) };
  const at = (hour: string) => instant(Date.parse(`2026-05-12T${hour}:00:00.000Z`));
  expect(isSince(since, day('2026-05-12'), at('09'))).toBe(false);
  expect(isSince(since, day('2026-05-12'), at('10'))).toBe(true);
  expect(isSince(since, day('2026-05-13'), at('09'))).toBe(true);
  expect(isSince({ day: since.day, at: null }, day('2026-05-12'), at('10'))).toBe(false);
  expect(isSaidSince([checkIn('2026-05-12')], since)).toBe(true);
  expect(isSaidSince([checkIn('2026-05-11')], since)).toBe(false);
});

test('what was said stands for a cadence, also where a check-in was never ended with a digest', () => {
  const ended = (on: string) => ({ day: day(on), at: instant(Date.parse(`${on}T09:30:00.000Z`)) });
  const weekAgo = day('2026-05-12');
  expect(standsSince(ended('2026-05-13'), weekAgo)).toEqual(ended('2026-05-13'));
  expect(standsSince(ended('2026-05-12'), weekAgo)).toEqual(ended('2026-05-12'));
  expect(standsSince(ended('2026-05-04'), weekAgo)).toEqual({ day: weekAgo, at: null });
  expect(standsSince(null, weekAgo)).toEqual({ day: weekAgo, at: null });
});
