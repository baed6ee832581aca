import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis';
import type { scaleLinear, scaleUtc } from '@visx/scale';
import type { LocalDate } from '../../../../../src/domain/dates';
import styles from './chart.module.css';

/** Milliseconds of a calendar day, for the scale: days have no time zone, so UTC. */
export const at = (day: LocalDate) => Date.parse(`${day}T00:00:00Z`);

export type DayScale = ReturnType<typeof scaleUtc<number>>;
export type ValueScale = ReturnType<typeof scaleLinear<number>>;

/** Half of a day's label, in pixels: one that begins nearer to the edge would be cut off. */
const halfDay = 24;

type Props = {
  x: DayScale;
  y: ValueScale;
  /** Where the plot begins and ends, in pixels of the figure. */
  left: number;
  bottom: number;
  width: number;
  sayValue: (value: number) => string;
  locale: string;
};

/** The two axes of every chart: values on the left, days beneath, as many as the width has room for. */
export function Axes({ x, y, left, bottom, width, sayValue, locale }: Props) {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <g aria-hidden="true">
      <AxisLeft
        scale={y}
        left={left}
        numTicks={5}
        hideAxisLine
        hideTicks
        tickFormat={(value) => sayValue(Number(value))}
        tickComponent={(props) => <Tick {...props} anchor="end" dy="0.3em" />}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        numTicks={Math.max(2, Math.floor(width / 110))}
        axisLineClassName={styles.axis ?? ''}
        hideTicks
        tickFormat={(value) => day.format(Number(value))}
        tickComponent={(props) => (
          <Tick {...props} anchor={props.x > width - halfDay ? 'end' : 'middle'} dy="0.5em" />
        )}
      />
    </g>
  );
}

type TickProps = TickRendererProps & { anchor: 'end' | 'middle'; dy: string };

function Tick({ x, y, formattedValue, anchor, dy }: TickProps) {
  return (
    <text className={styles.tick} x={x} y={y} dy={dy} textAnchor={anchor}>
      {formattedValue}
    </text>
  );
}
