import { useState, type KeyboardEvent } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import { impact as texts } from '../../messages/en/impact';
import { useWords } from '../../messages/use-words';
import { sayWhy } from './left-out-words';
import type { Picture, PicturePoint } from './picture';
import styles from './picture.module.css';

type Props = {
  picture: Picture;
  /** Drawn over the days they were gained in. */
  gains: boolean;
  today: LocalDate;
  x: (day: LocalDate) => number;
  y: (value: number) => number;
  say: (value: number) => string;
  /** What the pointer or the focus is on; '' for nothing. */
  onRead: (text: string) => void;
};

/** The values: those compared, and faint those left out. The latter take the focus one after the other, with the arrow keys. */
export function Points({ picture: { points }, today, onRead, say, ...place }: Props) {
  const words = useWords();
  const [current, setCurrent] = useState(0);
  const out = points.filter(({ use }) => use === 'left-out');
  const read = (point: PicturePoint) =>
    point.use === 'left-out'
      ? words.t(texts.leftOutOf, {
          day: words.day(point.on, today),
          value: say(point.value),
          why: sayWhy(point.why, words),
        })
      : words.t(texts.usedOf, {
          day: words.day(point.on, today),
          value: say(point.value),
          use: words.t(point.use === 'before' ? texts.before : texts.after),
        });
  const move = (event: KeyboardEvent<SVGGElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(out.length - 1, Math.max(0, current + step));
    setCurrent(next);
    const all = event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[data-use="left-out"]');
    all?.[next]?.focus();
  };
  return (
    <g>
      {points.map((point) => {
        const order = out.indexOf(point);
        const focus =
          order < 0
            ? { 'aria-hidden': true }
            : {
                role: 'img',
                'aria-label': read(point),
                tabIndex: order === current ? 0 : -1,
                onKeyDown: move,
                onFocus: () => {
                  setCurrent(order);
                  onRead(read(point));
                },
                onBlur: () => onRead(''),
              };
        return (
          <g
            key={`${point.on} ${point.use} ${point.value}`}
            className={styles.point}
            data-use={point.use}
            onPointerEnter={() => onRead(read(point))}
            onPointerLeave={() => onRead('')}
            {...focus}
          >
            <PointShape point={point} {...place} />
          </g>
        );
      })}
    </g>
  );
}

type ShapeProps = { point: PicturePoint } & Pick<Props, 'gains' | 'x' | 'y'>;

function PointShape({ point: { on, from, value, use }, gains, x, y }: ShapeProps) {
  if (gains && from !== on) {
    const [top, bottom] = [y(value), y(0)].sort((a, b) => a - b);
    const width = Math.max(2, x(on) - x(from) - 2);
    return <rect x={x(from) + 1} width={width} y={top} height={Math.max(1, (bottom ?? 0) - (top ?? 0))} />;
  }
  return <circle cx={x(on)} cy={y(value)} r={use === 'left-out' ? 4 : 5} />;
}
