import VisuallyHidden from '@atlaskit/visually-hidden';
import { scaleLinear } from '@visx/scale';
import { sayShare } from '../../../../../src/domain/say';
import { useWidth } from '../../components/chart/use-width';
import { KeyEntry, KeyList } from '../../components/chart/key-list';
import { learningWords as words } from '../../messages/en/learning';
import { useWords } from '../../messages/use-words';
import styles from './hypothesis-chart.module.css';
import type { NamedHypothesis } from './hypotheses';

const margin = { top: 8, right: 24, bottom: 28, left: 64 };
const row = 18;
/** Beyond these shares a range only says that it goes on: one wild hypothesis would press all others together. */
const [least, most] = [-1, 2.5];
const ticks = [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5];

const outcomeWords = { held: words.held, 'too-high': words.tooHigh, 'too-low': words.tooLow };

/** One line for each hypothesis: what was observed, in % of what was expected, with its range. A table says the same. */
export default function HypothesisChart({ hypotheses }: { hypotheses: readonly NamedHypothesis[] }) {
  const { t, locale } = useWords();
  const { ref, width } = useWidth(640);
  const shown = (share: number) => Math.min(most, Math.max(least, share));
  const low = Math.min(-0.25, ...hypotheses.map((hypothesis) => shown(hypothesis.low)));
  const high = Math.max(1.25, ...hypotheses.map((hypothesis) => shown(hypothesis.high)));
  const height = margin.top + hypotheses.length * row + margin.bottom;
  const bottom = height - margin.bottom;
  const x = scaleLinear({
    domain: [low, high],
    range: [margin.left, Math.max(margin.left + 80, width - margin.right)],
  });
  const labelled = ticks.filter((tick) => tick >= low && tick <= high && (width >= 480 || tick % 1 === 0));
  return (
    <figure className={styles.chart} ref={ref}>
      <figcaption className={styles.caption}>{t(words.chart)}</figcaption>
      <svg width={width} height={height} aria-hidden="true">
        <line className={styles.nothing} x1={x(0)} x2={x(0)} y1={margin.top} y2={bottom} />
        <line className={styles.expected} x1={x(1)} x2={x(1)} y1={margin.top} y2={bottom} />
        {labelled.map((tick) => (
          <text key={tick} className={styles.tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
            {sayShare(tick, locale)}
          </text>
        ))}
        {hypotheses.map((hypothesis, index) => {
          const y = margin.top + row * (index + 0.5);
          const [from, to] = [x(shown(hypothesis.low)), x(shown(hypothesis.high))];
          return (
            <g key={hypothesis.id}>
              <text className={styles.tick} x={0} y={y} dy="0.32em">
                {hypothesis.key}
              </text>
              <line className={styles.range} x1={from} x2={to} y1={y} y2={y} />
              {hypothesis.low < least && <path className={styles.arrow} d={`M${from - 6} ${y}l7 -4v8z`} />}
              {hypothesis.high > most && <path className={styles.arrow} d={`M${to + 6} ${y}l-7 -4v8z`} />}
              {hypothesis.share >= least && hypothesis.share <= most && (
                <circle
                  className={styles.dot}
                  data-outcome={hypothesis.outcome}
                  cx={x(hypothesis.share)}
                  cy={y}
                  r={4}
                />
              )}
            </g>
          );
        })}
      </svg>
      <ChartKey />
      <VisuallyHidden>
        <table>
          <caption>{t(words.chart)}</caption>
          <thead>
            <tr>
              {[words.keyResult, words.observed, words.range, words.outcome].map((head) => (
                <th key={head.id} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hypotheses.map((hypothesis) => (
              <tr key={hypothesis.id}>
                <th scope="row">{hypothesis.key}</th>
                <td>{sayShare(hypothesis.share, locale)}</td>
                <td>
                  {t(words.rangeOf, {
                    low: sayShare(hypothesis.low, locale),
                    high: sayShare(hypothesis.high, locale),
                  })}
                </td>
                <td>{t(outcomeWords[hypothesis.outcome])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}

/** What dots and lines stand for. */
function ChartKey() {
  const { t } = useWords();
  const entries = [
    {
      label: words.liesWithin,
      drawing: <circle className={styles.dot} data-outcome="held" cx={8} cy={8} r={4} />,
    },
    {
      label: words.liesOutside,
      drawing: <circle className={styles.dot} data-outcome="too-high" cx={8} cy={8} r={4} />,
    },
    { label: words.range, drawing: <line className={styles.range} x1={0} x2={16} y1={8} y2={8} /> },
    { label: words.expected, drawing: <line className={styles.expected} x1={8} x2={8} y1={0} y2={16} /> },
    { label: words.nothing, drawing: <line className={styles.nothing} x1={8} x2={8} y1={0} y2={16} /> },
  ];
  return (
    <KeyList>
      {entries.map(({ label, drawing }) => (
        <KeyEntry key={label.id} label={t(label)}>
          {drawing}
        </KeyEntry>
      ))}
    </KeyList>
  );
}
