/** A simulated key result and one piece of work on it, of which the truth is known. Days count from its start. */
import { addDays, instant, localDate, type LocalDate } from '../../src/domain/dates';
import type { AccountId, InitiativeId, OutsideEventId } from '../../src/domain/ids';
import type { ImpactInput } from '../../src/domain/impact-window';
import type { Initiative } from '../../src/domain/initiative';
import type { Behaviour, Metric } from '../../src/domain/metric';
import type { OutsideEventKind } from '../../src/domain/outside-event';
import { checkIn, defined, initiative, work } from '../../test/unit/domain/build';

export type Series = {
  points: { day: number; value: number }[];
  /** The day people got the work: between two measurements. */
  live: number;
  /** The day somebody decided to do it. */
  began: number;
  /** What the work was expected to change, and after how many days. */
  hypothesis: { effect: number; lagDays: number } | null;
  behaviour: Behaviour;
  metric: Metric;
  others: { live: number }[];
  events: { kind: OutsideEventKind; on: number }[];
};

export const week = 7;
const start = localDate('2025-01-06');
const level: Behaviour = { kind: 'level', averageOverDays: null };

/** Weekly values, `before` of them before the work is live; it began three weeks earlier. */
export function weekly(values: readonly number[], before: number): Series {
  const live = (before - 1) * week + 3;
  return {
    points: values.map((value, index) => ({ day: index * week, value })),
    live,
    began: live - 3 * week,
    hypothesis: null,
    behaviour: level,
    metric: { kind: 'increase', start: 0, target: 1000 },
    others: [],
    events: [],
  };
}

/** The day everything simulated is known. */
export function lastDay({ points, live }: Series): LocalDate {
  return on(Math.max(live, ...points.map(({ day }) => day)) + 1);
}

/** The series as the domain's rules take it. */
export function toInput(series: Series): ImpactInput {
  const { points, live, began, hypothesis, behaviour, metric, others, events } = series;
  const piece = (id: string, liveDay: number, beganDay: number): Initiative =>
    initiative({
      id: id as InitiativeId,
      attachedAt: instant(Date.parse(on(beganDay))),
      hypothesis: { kind: 'skipped' },
      live: { on: on(liveDay), reason: '', by: 'simulated' as AccountId },
      work: work({ startedOn: on(beganDay) }),
    });
  const judged: Initiative = {
    ...piece('judged', live, began),
    ...(hypothesis && { hypothesis: { kind: 'stated', hypothesis: { ...hypothesis, why: '' } } }),
  };
  return {
    definition: defined(metric, { behaviour, startsOn: start, dueOn: addDays(start, 1000) }),
    cadence: 'weekly',
    checkIns: points.map(({ day, value }) => checkIn(on(day), { value })),
    initiative: judged,
    initiatives: [judged, ...others.map((other, index) => piece(`other-${index}`, other.live, other.live))],
    events: events.map((event, index) => ({
      id: `event-${index}` as OutsideEventId,
      version: 1,
      kind: event.kind,
      on: on(event.on),
      until: null,
      title: '',
    })),
  };
}

function on(day: number): LocalDate {
  return addDays(start, day);
}
