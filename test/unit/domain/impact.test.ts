import fc from 'fast-check';
import type { CheckIn } from '../../../src/domain/check-in';
import { addDays } from '../../../src/domain/dates';
import type { InitiativeId, OutsideEventId } from '../../../src/domain/ids';
import { impactOf, type Impact } from '../../../src/domain/impact';
import type { ImpactInput } from '../../../src/domain/impact-window';
import type { Initiative } from '../../../src/domain/initiative';
import type { KeyResultDefinition, Metric } from '../../../src/domain/metric';
import type { OutsideEvent, OutsideEventKind } from '../../../src/domain/outside-event';
import {
  checkIn,
  day,
  defined,
  expecting,
  fall,
  initiative,
  milestone,
  milestoneIds,
  rise,
  work,
} from './build';

const firstDay = day('2026-04-01');

/** A value every Wednesday from 1 April on, at most one a slot; null: not measured. */
function weekly(values: readonly (number | null)[]): CheckIn[] {
  return values.flatMap((value, index) =>
    value === null ? [] : [checkIn(addDays(firstDay, 7 * index), { value })],
  );
}

/** Work begun on 2 April; people got it on `on`. */
function liveSince(on: string, more: Partial<Initiative> = {}): Initiative {
  return initiative({
    live: { on: day(on), reason: 'released', by: initiative().attachedBy },
    work: work({ startedOn: day('2026-04-02') }),
    ...more,
  });
}

function input(
  checkIns: CheckIn[],
  judged: Initiative,
  more: Partial<ImpactInput> & { metric?: Metric; defines?: Partial<KeyResultDefinition> } = {},
): ImpactInput {
  const { metric = rise, defines = {}, ...rest } = more;
  return {
    definition: defined(metric, defines),
    cadence: 'weekly',
    checkIns,
    initiative: judged,
    initiatives: [judged],
    events: [],
    ...rest,
  };
}

function event(kind: OutsideEventKind, on: string, until: string | null = null): OutsideEvent {
  return {
    id: `${kind} ${on}` as OutsideEventId,
    version: 1,
    kind,
    on: day(on),
    until: until === null ? null : day(until),
    title: kind,
  };
}

function impact(of: ImpactInput, today = '2026-12-31'): Impact {
  const found = impactOf(of, day(today));
  if (!found) throw new Error('There is no impact yet.');
  return found;
}

const days = (values: readonly { on: string }[]) => values.map(({ on }) => on);
const leftOut = (of: Impact) => of.leftOut.map(({ on, why }) => `${on} ${why}`).sort();

/** Six weeks about 40, then six about 55. Live on Friday 8 May, between the sixth and the seventh. */
const jump = [40, 41, 39.5, 40.5, 41.5, 40, 55, 56, 54.5, 55.5, 56.5, 55];
const same = [40, 41, 39.5, 40.5, 41.5, 40, 40.5, 41.5, 39.8, 40.7, 41.2, 40.1];
const live = '2026-05-08';

describe('the verdict on an initiative', () => {
  it('is not asked for while people have not got it', () => {
    expect(impactOf(input(weekly(jump), initiative()), day('2026-12-31'))).toBeNull();
    expect(impactOf(input(weekly(jump), liveSince('2026-08-01')), day('2026-07-31'))).toBeNull();
  });

  it('is that the number moved after this, with size and share of the hypothesis', () => {
    const found = impact(input(weekly(jump), liveSince(live, { hypothesis: expecting(30, 0) })));
    expect(found.verdict).toBe('moved');
    expect(found.before).toHaveLength(6);
    expect(found.after).toHaveLength(6);
    // 15 and a bit of slope: by least squares 14.6, half of the 30 that were expected.
    expect(found.change?.size).toBeGreaterThan(13);
    expect(found.change?.size).toBeLessThan(16.5);
    expect(found.share?.size).toBeCloseTo((found.change?.size ?? NaN) / 30, 9);
    expect(found.change?.low).toBeGreaterThan(0);
  });

  it('is that it moved the wrong way where the key result should fall', () => {
    expect(impact(input(weekly(jump), liveSince(live), { metric: fall })).verdict).toBe('moved-wrong-way');
  });

  it('is that it did not move only where the hypothesis would have been seen', () => {
    const of = (effect: number) =>
      impact(input(weekly(same), liveSince(live, { hypothesis: expecting(effect, 0) })));
    expect(of(15).verdict).toBe('no-visible-effect');
    expect(of(-15).verdict).toBe('no-visible-effect');
    const small = of(0.3);
    expect(small.verdict).toBe('could-not-see');
    expect(small.smallestSeen).toBeGreaterThan(0.3);
    expect(impact(input(weekly(same), liveSince(live))).verdict).toBe('could-not-see');
  });

  it('asks for earlier values where fewer than three lie before', () => {
    const found = impact(input(weekly(jump), liveSince('2026-04-10')));
    expect(found.verdict).toBe('no-baseline');
    expect(found.missing.before).toBe(1);
    expect(found.change).toBeNull();
  });

  it('is too early with two values after, and says the day of the third', () => {
    const found = impact(input(weekly(jump.slice(0, 8)), liveSince(live)), '2026-05-21');
    expect(found.verdict).toBe('too-early');
    expect(days(found.after)).toEqual(['2026-05-13', '2026-05-20']);
    // The last value is of 20 May; the next weekly one is the third.
    expect(found.judgeOn).toBe('2026-05-27');
    expect(found.missing).toEqual({ before: 0, after: 1 });
  });

  it('counts values after from live and the lag on', () => {
    const found = impact(
      input(weekly(jump), liveSince(live, { hypothesis: expecting(15, 14) })),
      '2026-06-18',
    );
    expect(found.showsOn).toBe('2026-05-22');
    expect(days(found.after)).toEqual(['2026-05-27', '2026-06-03', '2026-06-10', '2026-06-17']);
    expect(leftOut(found)).toEqual(['2026-05-13 spans-live', '2026-05-20 spans-live']);
  });

  it('cannot separate two that went live together, and says how the number changed around both', () => {
    const other = liveSince('2026-05-12', { id: 'second' as InitiativeId });
    const judged = liveSince(live);
    const found = impact(input(weekly(jump), judged, { initiatives: [judged, other] }));
    expect(found.verdict).toBe('cannot-separate');
    expect(found.change).toBeNull();
    expect(found.together).toEqual([{ kind: 'initiative', initiative: other }]);
    expect(found.joint?.direction).toBe('good');
    // From before 8 May to after 12 May: 15, the same values as for one.
    expect(found.joint?.size).toBeCloseTo(impact(input(weekly(jump), judged)).change?.size ?? NaN, 9);
  });

  it('cannot separate an outage in the same weeks', () => {
    const events = [event('outage', '2026-05-10', '2026-05-11')];
    const found = impact(input(weekly(jump), liveSince(live), { events }));
    expect(found.verdict).toBe('cannot-separate');
    expect(found.together).toEqual([{ kind: 'event', event: events[0] }]);
  });

  it('leaves out what lies beyond another change, and judges the rest', () => {
    // Live on 10 July, the sixteenth week on. The other was live on 3 April and had until 1 May to settle.
    const values = [30, 31, 33, 34, 36, ...same];
    const judged = liveSince('2026-06-12');
    const other = liveSince('2026-04-03', { id: 'second' as InitiativeId });
    const found = impact(input(weekly(values), judged, { initiatives: [judged, other] }));
    expect(found.verdict).toBe('could-not-see');
    expect(days(found.before)[0]).toBe('2026-05-06');
    expect(leftOut(found)).toEqual([
      '2026-04-01 other-change',
      '2026-04-08 other-change',
      '2026-04-15 other-change',
      '2026-04-22 other-change',
      '2026-04-29 other-change',
    ]);
  });

  it('stops at a later change once three values are there', () => {
    const events = [event('campaign', '2026-06-01')];
    const found = impact(input(weekly(jump), liveSince(live), { events }));
    expect(found.verdict).toBe('moved');
    expect(days(found.after)).toEqual(['2026-05-13', '2026-05-20', '2026-05-27']);
  });

  it('takes a changed definition for a new baseline', () => {
    const values = [90, 91, 89.5, ...same];
    const events = [event('definition', '2026-04-22')];
    const found = impact(
      input(weekly(values), liveSince('2026-05-29', { hypothesis: expecting(15, 0) }), { events }),
    );
    expect(found.verdict).toBe('no-visible-effect');
    expect(days(found.before)[0]).toBe('2026-04-22');
    expect(found.leftOut.filter(({ why }) => why === 'old-definition')).toHaveLength(3);
  });

  it('leaves out the two values before work that was live as soon as it began: they may be why', () => {
    const judged = liveSince(live, {
      attachedAt: initiative().attachedAt,
      work: work({ startedOn: day('2026-05-07') }),
    });
    const begun = impact(input(weekly(jump), judged));
    // Attached on 2 April: the decision is older than the two low weeks.
    expect(begun.before).toHaveLength(6);
    const decided = impact(input(weekly(jump), { ...judged, attachedAt: checkIn('2026-05-07').recordedAt }));
    expect(days(decided.before)).toEqual(['2026-04-01', '2026-04-08', '2026-04-15', '2026-04-22']);
    expect(leftOut(decided)).toEqual(['2026-04-29 why-work-began', '2026-05-06 why-work-began']);
  });
});

describe('what a verdict is computed from', () => {
  it('is one value a slot and one a day, the last', () => {
    const twice = [
      ...weekly(jump),
      checkIn('2026-04-10', { value: 99 }),
      checkIn('2026-05-13', { value: 77, recordedAt: checkIn('2026-05-12').recordedAt }),
    ];
    const found = impact(input(twice, liveSince(live)));
    // 10 April is in the slot that began on 8 April, and later than its value.
    expect(days(found.before)).toContain('2026-04-10');
    expect(leftOut(found)).toEqual(['2026-04-08 same-slot']);
    expect(found.after[0]?.value).toBe(55);
  });

  it('drops a value that was typed again, and keeps one where numbers are coarse', () => {
    const again = [40.13, 40.13, 41.27, 39.56, 39.56, 40.81, 55.2, 55.2, 56.31, 54.77, 55.9];
    const found = impact(input(weekly(again), liveSince(live)));
    expect(leftOut(found)).toEqual(['2026-04-08 retyped', '2026-04-29 retyped', '2026-05-20 retyped']);
    const coarse = [2, 3, 2, 2, 1, 2, 0, 1, 0, 0, 1];
    expect(impact(input(weekly(coarse), liveSince(live), { metric: fall })).leftOut).toEqual([]);
  });

  it('is the gain of a week for a running total', () => {
    const totals = [10, 20, 31, 39, 50, 60, 82, 103, 123, 145];
    const found = impact(
      input(weekly(totals), liveSince(live), {
        metric: { kind: 'increase', start: 0, target: 500 },
        defines: { behaviour: { kind: 'running-total' } },
      }),
    );
    // The first total is of the first day itself. From 6 to 13 May it spans the day people got it.
    expect(found.gains).toBe(true);
    expect(found.before.map(({ value }) => value)).toEqual([10, 11, 8, 11, 10]);
    expect(found.after.map(({ value }) => value)).toEqual([21, 20, 22]);
    expect(found.verdict).toBe('moved');
    expect(found.change?.size).toBeGreaterThan(9);
  });

  it('spreads the hypothesis of a running total over the weeks that are left', () => {
    const totals = [10, 20, 31, 39, 50, 60, 82, 103, 123, 145];
    const found = impact(
      input(weekly(totals), liveSince(live, { hypothesis: expecting(77, 0) }), {
        metric: { kind: 'increase', start: 0, target: 500 },
        defines: { behaviour: { kind: 'running-total' }, dueOn: day('2026-07-24') },
      }),
    );
    // 77 days from 8 May to 24 July: eleven weeks.
    expect(found.expected).toBeCloseTo(7, 9);
  });

  it('skips windows of a rolling average that overlap each other or the day people got it', () => {
    const found = impact(
      input(weekly(jump), liveSince(live), {
        defines: { behaviour: { kind: 'level', averageOverDays: 14 } },
      }),
    );
    expect(days(found.before)).toEqual(['2026-04-08', '2026-04-22', '2026-05-06']);
    // The first window that begins after 8 May ends on 22 May or later.
    expect(days(found.after)).toEqual(['2026-05-27', '2026-06-10']);
    expect(found.verdict).toBe('too-early');
  });

  it('leaves out a period that has not ended or that spans the day people got it', () => {
    const monthly = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month, index) =>
      checkIn(`2026-${month}-20`, { value: [50, 52, 49, 51, 40, 30, 29, 31][index] ?? 0 }),
    );
    const found = impact(
      input(monthly, liveSince('2026-05-08'), {
        metric: fall,
        defines: { behaviour: { kind: 'per-period', period: 'month' } },
      }),
      '2026-08-25',
    );
    expect(days(found.before)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(days(found.after)).toEqual(['2026-06-30', '2026-07-31']);
    expect(leftOut(found)).toEqual(['2026-05-31 spans-live', '2026-08-20 unfinished']);
    expect(found.verdict).toBe('too-early');
  });

  it('is history and follow-up too', () => {
    const values = weekly(jump);
    const found = impact(
      input(values, liveSince(live), {
        defines: { startsOn: day('2026-05-06'), dueOn: day('2026-05-20') },
      }),
    );
    expect(found.before).toHaveLength(6);
    expect(found.after).toHaveLength(6);
  });

  it('is the share of milestones reached in a week', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const reached = [0, 0, 1, 1, 1, 2, 4, 6, 8];
    const metric: Metric = { kind: 'milestones', milestones: all.map((id) => milestone(id, 1)) };
    const said = reached.map((count, index) =>
      checkIn(addDays(firstDay, 7 * index), { reached: milestoneIds(...all.slice(0, count)) }),
    );
    const found = impact(input(said, liveSince(live), { metric }));
    // In % of the way a week: one of ten is 10 %.
    expect(found.before.map(({ value }) => value)).toEqual([0, 10, 0, 0, 10]);
    expect(found.after.map(({ value }) => value)).toEqual([20, 20]);
    expect(found.verdict).toBe('too-early');
  });
});

describe('which way is good for a band', () => {
  const band = (min: number | null, max: number | null): Metric => ({ kind: 'maintain', min, max });
  const verdict = (metric: Metric, values: number[]) =>
    impact(input(weekly(values), liveSince(live), { metric })).verdict;
  const down = [...jump.slice(6), ...jump.slice(0, 6)];

  it.each([
    ['up to a minimum', band(50, null), jump, 'moved'],
    ['down from a minimum', band(50, null), down, 'moved-wrong-way'],
    ['down to a maximum', band(null, 45), down, 'moved'],
    ['up from a maximum', band(null, 45), jump, 'moved-wrong-way'],
    ['up into both', band(50, 60), jump, 'moved'],
    ['up out of both', band(35, 45), jump, 'moved-wrong-way'],
  ])('%s', (_, metric, values, expected) => {
    expect(verdict(metric, values)).toBe(expected);
  });
});

describe('the laws of a verdict', () => {
  const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 });

  it('does not depend on the order of check-ins', () => {
    fc.assert(
      fc.property(
        values,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], { minLength: 12 }),
        (list, order) => {
          const ordered = weekly(list);
          const shuffled = order.flatMap((index) => ordered[index] ?? []);
          const judged = liveSince(live, { hypothesis: expecting(3, 0) });
          expect(impact(input(shuffled, judged))).toEqual(impact(input(ordered, judged)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('mirrors: what is good for a rising number is bad for a falling one', () => {
    const mirrored: Record<string, string> = { moved: 'moved-wrong-way', 'moved-wrong-way': 'moved' };
    fc.assert(
      fc.property(values, fc.double({ min: -9, max: 9, noNaN: true }), (list, step) => {
        const checkIns = weekly(list.map((value, index) => value + (index >= 6 ? step : 0)));
        const judged = liveSince(live, { hypothesis: expecting(3, 0) });
        const up = impact(input(checkIns, judged)).verdict;
        const down = impact(input(checkIns, judged, { metric: fall })).verdict;
        expect(down).toBe(mirrored[up] ?? up);
      }),
      { numRuns: 100 },
    );
  });

  it('comes from measurements alone: what Jira says of the work changes nothing but the days', () => {
    const judged = liveSince(live, { hypothesis: expecting(3, 0) });
    const before = impact(input(weekly(jump), judged));
    const after = impact(
      input(weekly(jump), {
        ...judged,
        work: work({ startedOn: day('2026-04-02'), done: 12, counted: 12, category: 'done' }),
      }),
    );
    expect(after).toEqual(before);
  });
});
