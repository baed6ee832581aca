import type { ReactNode } from 'react';
import { chart } from '../../messages/en/chart';
import { useWords } from '../../messages/use-words';
import styles from './chart.module.css';
import { MarkShape } from './lanes';
import type { ChartSeries, Mark } from './series';

type Props = { series: ChartSeries; say: (value: number) => string; /** Today is drawn. */ today: boolean };

/** What the lines and marks stand for: only those that are drawn. */
export function ChartKey({ series, say, today }: Props) {
  const { t } = useWords();
  const kinds = new Set(series.lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const mark = (kind: Mark['kind'], label: string) =>
    kinds.has(kind) && (
      <Entry label={label}>
        <MarkShape kind={kind} x={8} y={8} />
      </Entry>
    );
  const line = (className: string | undefined, label: string) => (
    <Entry label={label}>
      <line className={className} x1={0} x2={16} y1={8} y2={8} />
    </Entry>
  );
  const dot = (look: string, label: string) => (
    <Entry label={label}>
      <circle className={styles.point} data-look={look} cx={8} cy={8} r={4} />
    </Entry>
  );
  return (
    <ul className={styles.key} aria-hidden="true">
      {series.points.length > 0 && dot('full', t(chart.measured))}
      {series.points.some(({ place }) => place !== 'inside') && dot('apart', t(chart.outside))}
      {series.points.some(({ unfinished }) => unfinished) && dot('hollow', t(chart.unfinished))}
      {series.pace.length > 0 && line(styles.pace, t(chart.pace))}
      {series.full.length > 0 && line(styles.full, t(chart.full))}
      {today && line(styles.today, t(chart.today))}
      {series.target !== null && line(styles.target, t(chart.target, { value: say(series.target) }))}
      {series.band !== null && (
        <Entry label={t(chart.band)}>
          <rect className={styles.band} width={16} height={16} />
        </Entry>
      )}
      {mark('attached', t(chart.attached))}
      {mark('started', t(chart.started))}
      {mark('live', t(chart.live))}
      {mark('done', t(chart.done))}
      {series.events.length > 0 && (
        <Entry label={t(chart.event)}>
          <MarkShape kind="event" x={8} y={8} />
        </Entry>
      )}
    </ul>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className={styles.keyEntry}>
      <svg width={16} height={16}>
        {children}
      </svg>
      {label}
    </li>
  );
}
