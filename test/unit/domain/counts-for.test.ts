import { countsNotFor, type Countable } from '../../../src/domain/counts-for';
import { localDate } from '../../../src/domain/dates';
import type { KeyResultDefinition } from '../../../src/domain/metric';
import { defined, rise } from './build';

const quarter = { startsOn: localDate('2026-04-01'), endsOn: localDate('2026-06-30') };
const year = { startsOn: localDate('2026-01-01'), endsOn: localDate('2026-12-31') };
const own = (more: Partial<KeyResultDefinition> = {}, restricted = false): Countable => ({
  definition: defined(rise, more),
  restricted,
  cycle: quarter,
});
const annual = (more: Partial<KeyResultDefinition> = {}, cycle = year): Countable => ({
  definition: defined({ kind: 'increase', start: 30, target: 90 }, more),
  restricted: false,
  cycle,
});
const total = { behaviour: { kind: 'running-total' as const } };
const milestones = { metric: { kind: 'milestones' as const, milestones: [] } };

test.each<[string, Countable, Countable, ReturnType<typeof countsNotFor>]>([
  ['the same rate in quarter and year', own(), annual(), null],
  ['another unit', own(), annual({ unit: { kind: 'plain' } }), 'unit'],
  ['a level and a total', own(), annual(total), 'behaviour'],
  [
    'totals that begin on different days',
    own(total),
    annual({ ...total, startsOn: localDate('2026-01-01') }),
    'behaviour',
  ],
  ['totals that begin on one day', own(total), annual(total), null],
  ['milestones', own(milestones), annual(), 'milestones'],
  ['the same cycle', own(), annual({}, quarter), 'cycle'],
  ['the other way round', { ...annual(), cycle: year }, { ...own(), cycle: quarter }, 'cycle'],
  ['what is restricted', own({}, true), annual(), 'restricted'],
])('%s', (_, from, to, expected) => {
  expect(countsNotFor(from, to)).toBe(expected);
});
