import type { LocalDate } from '../../../../../src/domain/dates';
import type { Impact } from '../../../../../src/domain/impact';
import type { Picture } from './picture';
import styles from './picture.module.css';

type Place = { x: (day: LocalDate) => number; y: (value: number) => number };

/** The band of noise around the trend and its continuation. */
export function Noise({ picture: { noise }, x, y }: Place & { picture: Picture }) {
  const [first, last] = noise;
  if (!first || !last) return null;
  const corners = [
    [x(first.on), y(first.high)],
    [x(last.on), y(last.high)],
    [x(last.on), y(last.low)],
    [x(first.on), y(first.low)],
  ];
  return <polygon className={styles.noise} points={corners.map((corner) => corner.join(',')).join(' ')} />;
}

/** The trend before, and dashed where it would have gone on. */
export function Trend({ picture: { trend, continued }, x, y }: Place & { picture: Picture }) {
  const line = (points: Picture['trend']) => points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ');
  if (trend.length === 0) return null;
  return (
    <>
      <polyline className={styles.trend} points={line(trend)} />
      <polyline className={styles.trend} data-continued="true" points={line(continued)} />
    </>
  );
}

/** Half the width of the range's ends, in pixels. */
const cap = 5;

/** From where the trend would have been to where the values are, and the range of that. */
export function Difference({ picture: { difference }, x, y }: Place & { picture: Picture }) {
  if (!difference) return null;
  const { on, usual, size, low, high } = difference;
  const at = x(on) + 18;
  return (
    <g className={styles.difference}>
      <line x1={at} x2={at} y1={y(usual + low)} y2={y(usual + high)} />
      {[low, high].map((end) => (
        <line key={end} x1={at - cap} x2={at + cap} y1={y(usual + end)} y2={y(usual + end)} />
      ))}
      <line data-size="true" x1={at} x2={at} y1={y(usual)} y2={y(usual + size)} />
      <circle cx={at} cy={y(usual + size)} r={4} />
    </g>
  );
}

type VerticalProps = Place & { impact: Impact; picture: Picture; top: number; bottom: number; right: number };

/** The days that divide the picture: when people got it, from when it should show, what else happened. */
export function Verticals({
  impact: { live, showsOn, gains },
  picture,
  x,
  y,
  top,
  bottom,
  right,
}: VerticalProps) {
  const line = (day: LocalDate, kind: string) => (
    <line className={styles.vertical} data-kind={kind} x1={x(day)} x2={x(day)} y1={top - 6} y2={bottom} />
  );
  return (
    <>
      {gains && <line className={styles.zero} x1={x(picture.from)} x2={right} y1={y(0)} y2={y(0)} />}
      {picture.others.map((day, index) => (
        <g key={`${day} ${index}`}>
          {line(day, 'other')}
          <text className={styles.number} x={x(day)} y={top - 9} textAnchor="middle">
            {index + 2}
          </text>
        </g>
      ))}
      {showsOn > live.on && line(showsOn, 'shows')}
      {line(live.on, 'live')}
      {picture.others.length > 0 && (
        <text className={styles.number} x={x(live.on)} y={top - 9} textAnchor="middle">
          1
        </text>
      )}
    </>
  );
}
