import type { LocalDate } from '../../../../../src/domain/dates';
import type { Impact } from '../../../../../src/domain/impact';
import { KeyEntry, KeyList } from '../../components/chart/key-list';
import { impact as texts } from '../../messages/en/impact';
import { useWords } from '../../messages/use-words';
import type { Picture } from './picture';
import styles from './picture.module.css';

type Props = { impact: Impact; picture: Picture; today: LocalDate };

/** What the lines and marks stand for: only those that are drawn. */
export function PictureKey({ impact: { live, showsOn }, picture, today }: Props) {
  const { t, day } = useWords();
  const { points, trend, noise, difference, others } = picture;
  const dot = (use: string, label: string) =>
    points.some((point) => point.use === use) && (
      <KeyEntry label={label}>
        <g className={styles.point} data-use={use}>
          <circle cx={8} cy={8} r={use === 'left-out' ? 4 : 5} />
        </g>
      </KeyEntry>
    );
  const upright = (kind: string, label: string) => (
    <KeyEntry label={label}>
      <line className={styles.vertical} data-kind={kind} x1={8} x2={8} y1={0} y2={16} />
    </KeyEntry>
  );
  const lying = (continued: boolean, label: string) => (
    <KeyEntry label={label}>
      <line className={styles.trend} data-continued={continued} x1={0} x2={16} y1={8} y2={8} />
    </KeyEntry>
  );
  return (
    <KeyList>
      {dot('before', t(texts.before))}
      {dot('after', t(texts.after))}
      {dot('left-out', t(texts.left))}
      {upright('live', t(texts.liveLine, { day: day(live.on, today) }))}
      {showsOn > live.on && upright('shows', t(texts.showsLine, { day: day(showsOn, today) }))}
      {others.length > 0 && upright('other', t(texts.other))}
      {trend.length > 0 && lying(false, t(texts.trend))}
      {trend.length > 0 && lying(true, t(texts.continued))}
      {noise.length > 0 && (
        <KeyEntry label={t(texts.noise)}>
          <rect className={styles.noise} width={16} height={16} />
        </KeyEntry>
      )}
      {difference && (
        <KeyEntry label={t(texts.difference)}>
          <g className={styles.difference}>
            <line x1={8} x2={8} y1={0} y2={16} />
            <line data-size="true" x1={8} x2={8} y1={4} y2={10} />
            <circle cx={8} cy={6} r={3.5} />
          </g>
        </KeyEntry>
      )}
    </KeyList>
  );
}
