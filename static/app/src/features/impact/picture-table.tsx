import { daysBetween } from '../../../../../src/domain/dates';
import type { Impact } from '../../../../../src/domain/impact';
import { sayValue } from '../../../../../src/domain/say';
import type { Stood } from '../../components/how-it-stands';
import { chart } from '../../messages/en/chart';
import { impact as texts } from '../../messages/en/impact';
import { useWords } from '../../messages/use-words';
import { sayWhy } from './left-out-words';
import type { Picture } from './picture';
import styles from './picture.module.css';
import { unitOf } from './say-verdict';

type TableProps = { picture: Picture; impact: Impact; title: string; say: (value: number) => string };

/** The picture in words, for those who do not see it. */
export function PictureTable({ picture, impact: { trend }, title, say }: TableProps) {
  const words = useWords();
  const { t } = words;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {[chart.date, chart.value, texts.use, texts.usual].map((head) => (
            <th key={head.id} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.points.map((point) => (
          <tr key={`${point.on} ${point.use} ${point.value}`}>
            <th scope="row">{words.day(point.on)}</th>
            <td>{say(point.value)}</td>
            <td>
              {point.use === 'left-out'
                ? `${t(texts.left)}: ${sayWhy(point.why, words)}`
                : t(point.use === 'before' ? texts.before : texts.after)}
            </td>
            <td>
              {trend === null || point.use === 'left-out'
                ? ''
                : say(trend.at + trend.perDay * daysBetween(trend.on, point.on))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything left out, by its reason: also what no axis of the picture can hold. */
export function LeftOutList({ of, impact: { leftOut } }: { of: Stood; impact: Impact }) {
  const words = useWords();
  const { t, day, locale } = words;
  if (leftOut.length === 0) return null;
  const unit = unitOf(of);
  const inOrder = [...leftOut].sort((a, b) => (a.on < b.on ? -1 : 1));
  const reasons = [...new Set(inOrder.map(({ why }) => why))];
  return (
    <details className={styles.leftOut}>
      <summary>{t(texts.leftOutTitle, { count: leftOut.length })}</summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {inOrder
              .filter(({ why }) => why === reason)
              .map(
                ({ on, value }) =>
                  `${day(on, of.today)} (${sayValue(Number(value.toPrecision(6)), unit, locale)})`,
              )
              .join(', ')}
            : {sayWhy(reason, words)}
          </li>
        ))}
      </ul>
    </details>
  );
}
