/** What is worked out once for all initiatives of a key result never stands in for what it was not worked out for. */
import { addDays } from '../../../src/domain/dates';
import type { InitiativeId, OutsideEventId } from '../../../src/domain/ids';
import { impactOf } from '../../../src/domain/impact';
import type { ImpactInput } from '../../../src/domain/impact-window';
import type { Initiative } from '../../../src/domain/initiative';
import { checkIn, day, defined, expecting, initiative, rise, work } from './build';

const firstDay = day('2026-04-01');
const values = [40, 41, 39.5, 40.5, 41.5, 40, 40.6, 55, 56, 54.5, 55.5, 56.5, 55];

function live(id: string, on: string, lagDays = 0): Initiative {
  return initiative({
    id: id as InitiativeId,
    live: { on: day(on), reason: 'released', by: initiative().attachedBy },
    work: work({ startedOn: day('2026-04-02') }),
    hypothesis: expecting(15, lagDays),
  });
}

/** Weekly from 1 April on; one work live after the seventh value, one long before, one at the end. */
function shared(): Omit<ImpactInput, 'initiative'> {
  return {
    definition: defined(rise),
    cadence: 'weekly',
    checkIns: values.map((value, week) => checkIn(addDays(firstDay, 7 * week), { value })),
    initiatives: [live('first', '2026-05-14'), live('second', '2026-04-20', 7), live('third', '2026-06-20')],
    events: [],
  };
}

const verdictsOf = (of: Omit<ImpactInput, 'initiative'>, today: string) =>
  of.initiatives.map((one) => impactOf({ ...of, initiative: one }, day(today)));

test('each initiative beside the others comes to what it comes to by itself', () => {
  const of = shared();
  // The second one still had time to take full effect; it is not told from itself.
  const others = verdictsOf(of, '2026-06-24').map((impact) =>
    impact?.together.map((one) => (one.kind === 'initiative' ? one.initiative.id : one.event.id)),
  );
  expect(others).toEqual([
    ['second'],
    expect.not.arrayContaining(['second']),
    expect.not.arrayContaining(['third']),
  ]);
  expect(verdictsOf(of, '2026-06-24')).toEqual(
    of.initiatives.map((one) => impactOf({ ...structuredClone(of), initiative: one }, day('2026-06-24'))),
  );
});

test('another day, another definition, another value and another event each make another', () => {
  const of = shared();
  const before = verdictsOf(of, '2026-06-24');
  const fresh = (other: typeof of, today = '2026-06-24') => verdictsOf(structuredClone(other), today);

  expect(verdictsOf(of, '2026-06-02')).toEqual(fresh(of, '2026-06-02'));
  expect(verdictsOf(of, '2026-06-02')).not.toEqual(before);

  const average = { ...of, definition: defined(rise, { behaviour: { kind: 'level', averageOverDays: 14 } }) };
  expect(verdictsOf(average, '2026-06-24')).toEqual(fresh(average));
  expect(verdictsOf(average, '2026-06-24')).not.toEqual(before);

  const monthly = { ...of, cadence: 'monthly' as const };
  expect(verdictsOf(monthly, '2026-06-24')).toEqual(fresh(monthly));
  expect(verdictsOf(monthly, '2026-06-24')).not.toEqual(before);

  const outage = {
    id: 'outage' as OutsideEventId,
    version: 1,
    kind: 'outage' as const,
    on: day('2026-05-15'),
    until: null,
    title: 'Log-in was down',
  };
  const marked = { ...of, events: [outage] };
  expect(verdictsOf(marked, '2026-06-24')[0]?.together).toHaveLength(2);
  expect(verdictsOf(of, '2026-06-24')).toEqual(before);

  of.checkIns.push(checkIn('2026-06-24', { value: 70 }), checkIn('2026-07-01', { value: 71 }));
  expect(verdictsOf(of, '2026-07-02')).toEqual(fresh(of, '2026-07-02'));
});
