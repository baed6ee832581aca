import type { LocalDate } from '../../../../../src/domain/dates';
import type { OutsideEvent } from '../../../../../src/domain/outside-event';
import styles from './chart.module.css';
import { MarkShape } from './lanes';

type Props = { events: OutsideEvent[]; x: (day: LocalDate) => number; top: number; bottom: number };

/** What happened outside the work: its days behind the plot, and a mark at the top of the first. */
export function Events({ events, x, top, bottom }: Props) {
  return events.map(({ id, on, until, title }) => (
    <g key={id}>
      <title>{title}</title>
      {until !== null && (
        <rect
          className={styles.event}
          x={x(on)}
          width={Math.max(2, x(until) - x(on))}
          y={top}
          height={bottom - top}
        />
      )}
      <line className={styles.eventLine} x1={x(on)} x2={x(on)} y1={top} y2={bottom} />
      <MarkShape kind="event" x={x(on)} y={top} />
    </g>
  ));
}
