import { chart } from '../../messages/en/chart';
import { changeWords } from '../../messages/en/changes';
import { useWords } from '../../messages/use-words';
import styles from './chart.module.css';
import { KeyEntry, KeyList } from './key-list';
import { MarkShape } from './lanes';
import type { ChartSeries, Mark } from './series';

type Props = {
  series: ChartSeries;
  /** The goal was moved. */ moved: boolean;
  say: (value: number) => string;
  /** Today is drawn. */ today: boolean;
  bandName: string;
};

/** What the lines and marks stand for: only those that are drawn. */
export function ChartKey({ series, moved, say, today, bandName }: Props) {
  const { t } = useWords();
  const kinds = new Set(series.lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const mark = (kind: Mark['kind'], label: string) =>
    kinds.has(kind) && (
      <KeyEntry label={label}>
        <MarkShape kind={kind} x={8} y={8} />
      </KeyEntry>
    );
  const line = (className: string | undefined, label: string) => (
    <KeyEntry label={label}>
      <line className={className} x1={0} x2={16} y1={8} y2={8} />
    </KeyEntry>
  );
  const dot = (look: string, label: string) => (
    <KeyEntry label={label}>
      <circle className={styles.point} data-look={look} cx={8} cy={8} r={4} />
    </KeyEntry>
  );
  return (
    <KeyList>
      {series.points.length > 0 && dot('full', t(chart.measured))}
      {series.points.some(({ place }) => place !== 'inside') && dot('apart', t(chart.outside))}
      {series.points.some(({ unfinished }) => unfinished) && dot('hollow', t(chart.unfinished))}
      {series.pace.length > 0 && line(styles.pace, t(chart.pace))}
      {series.full.length > 0 && line(styles.full, t(chart.full))}
      {today && line(styles.today, t(chart.today))}
      {series.target !== null && line(styles.target, t(chart.target, { value: say(series.target) }))}
      {series.band !== null && (
        <KeyEntry label={bandName}>
          <rect className={styles.band} width={16} height={16} />
        </KeyEntry>
      )}
      {mark('attached', t(chart.attached))}
      {mark('started', t(chart.started))}
      {mark('live', t(chart.live))}
      {mark('done', t(chart.done))}
      {series.events.length > 0 && (
        <KeyEntry label={t(chart.event)}>
          <MarkShape kind="event" x={8} y={8} />
        </KeyEntry>
      )}
      {moved && (
        <KeyEntry label={t(changeWords.goalMoved)}>
          <MarkShape kind="goal" x={8} y={8} />
        </KeyEntry>
      )}
    </KeyList>
  );
}
