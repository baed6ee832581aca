import type { MeasurementSource } from '../../../../../src/domain/check-in';
import { dayIn, type LocalDate } from '../../../../../src/domain/dates';
import type { Initiative } from '../../../../../src/domain/initiative';
import type { OutsideEvent } from '../../../../../src/domain/outside-event';
import { byDay, measurements, placeOf, type Place } from '../../../../../src/domain/measurements';
import { fullTargetLine, paceLine, type PacePoint } from '../../../../../src/domain/pace';
import { shareOfWeight } from '../../../../../src/domain/progress';
import { liveOn } from '../../../../../src/domain/work';
import type { Stood } from '../how-it-stands';

export type ChartPoint = {
  on: LocalDate;
  value: number;
  place: Place;
  unfinished: boolean;
  source: MeasurementSource;
};
export type Mark = { kind: 'attached' | 'started' | 'live' | 'done'; on: LocalDate };
export type Lane = { initiative: Initiative; marks: Mark[] };

/** Everything the chart draws, in the key result's unit (milestones: share of the weight, 0…1). */
export type ChartSeries = {
  points: ChartPoint[];
  pace: PacePoint[];
  full: PacePoint[];
  target: number | null;
  /** The wanted range of a band; a side without a limit is null. */
  band: { min: number | null; max: number | null } | null;
  lanes: Lane[];
  /** What happened outside the work. */
  events: OutsideEvent[];
  from: LocalDate;
  to: LocalDate;
};

/** What the chart of a key result shows today. */
export function seriesOf(
  { keyResult, objective, rules, today }: Stood,
  moves: readonly { on: LocalDate }[],
): ChartSeries {
  const { definition, checkIns, initiatives, events } = keyResult;
  const { metric } = definition;
  const points =
    metric.kind === 'milestones'
      ? [...checkIns].sort(byDay).flatMap(({ day, reached, source }) =>
          reached === null || day > today
            ? []
            : [
                {
                  on: day,
                  value: shareOfWeight(metric.milestones, reached),
                  place: placeOf(definition, day),
                  unfinished: false,
                  source,
                },
              ],
        )
      : measurements(definition, checkIns, today);
  const lanes = initiatives.map((initiative) => ({
    initiative,
    marks: marksOf(initiative, objective.team.timeZone),
  }));
  const days = [
    definition.startsOn,
    definition.dueOn,
    ...points.map(({ on }) => on),
    ...lanes.flatMap(({ marks }) => marks.map(({ on }) => on)),
    ...moves.map(({ on }) => on),
    ...events.flatMap(({ on, until }) => [on, until ?? on]),
  ].sort();
  return {
    points,
    pace: paceLine(definition, rules),
    full: fullTargetLine(definition),
    target: targetOf(metric),
    band: metric.kind === 'maintain' ? { min: metric.min, max: metric.max } : null,
    lanes,
    events,
    from: days[0] ?? definition.startsOn,
    to: days.at(-1) ?? definition.dueOn,
  };
}

function targetOf(metric: Stood['keyResult']['definition']['metric']): number | null {
  if (metric.kind === 'milestones') return 1;
  return metric.kind === 'maintain' ? null : metric.target;
}

/** The days of an initiative worth a mark, as far as they are known. `attached` is in the team's time zone. */
export function marksOf(initiative: Initiative, timeZone: string): Mark[] {
  const { work, attachedAt } = initiative;
  const days: [Mark['kind'], LocalDate | null | undefined][] = [
    ['attached', dayIn(timeZone, attachedAt)],
    ['started', work?.startedOn],
    ['live', liveOn(initiative)?.on],
    ['done', work?.doneOn],
  ];
  return days.flatMap(([kind, on]) => (on ? [{ kind, on }] : []));
}
