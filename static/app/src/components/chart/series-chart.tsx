import { scaleLinear, scaleUtc } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { ReactNode } from 'react';
import type { InitiativeId } from '../../../../../src/domain/ids';
import type { Unit } from '../../../../../src/domain/metric';
import { chart } from '../../messages/en/chart';
import { useWords } from '../../messages/use-words';
import { at, Axes } from './axes';
import styles from './chart.module.css';
import { ChartKey } from './chart-key';
import { Events } from './events';
import { GoalMarks, GoalMoves, type GoalMove } from './goal-moves';
import { Lanes, laneHeight, shownLanes } from './lanes';
import type { ChartPoint, ChartSeries } from './series';
import { useWidth } from './use-width';

const margin = { top: 12, right: 16, bottom: 28, left: 64 };
const plotHeight = 220;

type Props = {
  series: ChartSeries;
  /** Where the goal was moved, drawn as lines. */
  moves?: readonly GoalMove[];
  unit: Unit;
  say: (value: number) => string;
  today: LocalDate;
  /** Says the same to screen readers. */
  table: ReactNode;
  /** Said where there is no value yet. */
  empty?: string;
  /** What the band is called. */
  bandName?: string;
  onChoose?: (id: InitiativeId) => void;
};

/**
 * Dated values against what they are judged by, with a mark for each day of each initiative and for what happened outside of
 * it. Values of unfinished periods are hollow; history and follow-up are drawn apart.
 */
export function SeriesChart({
  series,
  moves = [],
  unit,
  say,
  today,
  table,
  empty,
  bandName,
  onChoose,
}: Props) {
  const words = useWords();
  const { ref, width } = useWidth(640);
  // A unit in words would not fit beside the axis; the key and the table say it.
  const inWords = unit.kind === 'custom' || unit.kind === 'duration';
  const tick = (value: number) => (inWords ? words.number(value) : say(value));
  const lanes = series.lanes.slice(0, shownLanes);
  const height = margin.top + plotHeight + margin.bottom + lanes.length * laneHeight;
  const x = scaleUtc({
    domain: [at(series.from), at(series.to)],
    range: [margin.left, Math.max(margin.left + 40, width - margin.right)],
  });
  const y = scaleLinear({
    domain: extent(series),
    range: [margin.top + plotHeight, margin.top],
    nice: true,
  });
  const showsToday = today >= series.from && today <= series.to;
  const inside = series.points.filter(({ place, unfinished }) => place === 'inside' && !unfinished);
  return (
    <figure className={styles.chart} ref={ref}>
      <svg width={width} height={height} aria-hidden="true">
        <Band series={series} y={y} left={margin.left} right={width - margin.right} />
        <Axes
          x={x}
          y={y}
          left={margin.left}
          bottom={margin.top + plotHeight}
          width={width}
          sayValue={tick}
          locale={words.locale}
        />
        <Events
          events={series.events}
          x={(day) => x(at(day))}
          top={margin.top}
          bottom={margin.top + plotHeight}
        />
        <GoalMarks moves={moves} x={(day) => x(at(day))} top={margin.top} bottom={margin.top + plotHeight} />
        {series.target !== null && (
          <line
            className={styles.target}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(series.target)}
            y2={y(series.target)}
          />
        )}
        <Line look="full" points={series.full} x={x} y={y} />
        <Line look="pace" points={series.pace} x={x} y={y} />
        {showsToday && (
          <line
            className={styles.today}
            x1={x(at(today))}
            x2={x(at(today))}
            y1={margin.top}
            y2={margin.top + plotHeight}
          />
        )}
        <Line look="line" points={inside} x={x} y={y} />
        {series.points.map((point) => (
          <circle
            key={`${point.on} ${point.place}`}
            className={styles.point}
            data-look={lookOf(point)}
            cx={x(at(point.on))}
            cy={y(point.value)}
            r={4}
          />
        ))}
        <Lanes
          lanes={lanes}
          x={(day) => x(at(day))}
          top={margin.top + plotHeight + margin.bottom}
          plotTop={margin.top}
          onChoose={onChoose}
        />
      </svg>
      {series.points.length === 0 && <p className={styles.empty}>{empty ?? words.t(chart.empty)}</p>}
      {series.lanes.length > lanes.length && (
        <p className={styles.empty}>{words.t(chart.more, { count: series.lanes.length - lanes.length })}</p>
      )}
      <ChartKey
        series={series}
        moved={moves.length > 0}
        say={say}
        today={showsToday}
        bandName={bandName ?? words.t(chart.band)}
      />
      <GoalMoves moves={moves} />
      {table}
    </figure>
  );
}

function lookOf({ place, unfinished }: ChartPoint): string {
  if (unfinished) return 'hollow';
  return place === 'inside' ? 'full' : 'apart';
}

/** Lowest and highest number drawn. A flat series gets room on both sides. */
function extent({ points, pace, full, target, band }: ChartSeries): [number, number] {
  const values = [...points, ...pace, ...full].map(({ value }) => value);
  for (const value of [target, band?.min, band?.max]) if (typeof value === 'number') values.push(value);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
  return [low - room, high + room];
}

type LineProps = {
  look: 'line' | 'pace' | 'full';
  points: { on: LocalDate; value: number }[];
  x: (ms: number) => number;
  y: (value: number) => number;
};

function Line({ look, points, x, y }: LineProps) {
  return (
    <LinePath
      className={styles[look] ?? ''}
      data={points}
      x={({ on }) => x(at(on))}
      y={({ value }) => y(value)}
    />
  );
}

type BandProps = { series: ChartSeries; y: (value: number) => number; left: number; right: number };

function Band({ series: { band }, y, left, right }: BandProps) {
  if (band === null) return null;
  const top = band.max === null ? margin.top : y(band.max);
  const bottom = band.min === null ? margin.top + plotHeight : y(band.min);
  return (
    <rect
      className={styles.band}
      x={left}
      width={Math.max(0, right - left)}
      y={top}
      height={Math.max(0, bottom - top)}
    />
  );
}
