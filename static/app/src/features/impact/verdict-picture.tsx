import VisuallyHidden from '@atlaskit/visually-hidden';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { useState } from 'react';
import { sayValue } from '../../../../../src/domain/say';
import { at, Axes } from '../../components/chart/axes';
import { useWidth } from '../../components/chart/use-width';
import { impact as texts } from '../../messages/en/impact';
import { useWords } from '../../messages/use-words';
import type { Judged } from './headline';
import { LeftOutList, PictureTable } from './picture-table';
import { PictureKey } from './picture-key';
import { pictureOf, widened } from './picture';
import styles from './picture.module.css';
import { Points } from './points';
import { slotOf, unitOf } from './say-verdict';
import { Difference, Noise, Trend, Verticals } from './shapes';

const margin = { top: 20, right: 32, bottom: 28, left: 60 };
const plotHeight = 180;

type Props = Judged & { /** The initiative as the reader may know it. */ name: string };

/**
 * Why a verdict says what it says: the values it compares and those it leaves out, the trend before and its continuation, the
 * noise around it, and the difference after with its range. With too few values, the dots alone (design §3.8).
 */
export default function VerdictPicture({ of, impact, name }: Props) {
  const { t, locale, number } = useWords();
  const { ref, width } = useWidth(480);
  const [readOut, setReadOut] = useState('');
  const picture = pictureOf(impact);
  const unit = unitOf(of);
  const say = (value: number) => sayValue(Number(value.toPrecision(6)), unit, locale);
  const inWords = unit.kind === 'custom' || unit.kind === 'duration';
  const days = widened(picture);
  const x = scaleUtc<number>({
    domain: [at(days.from), at(days.to)],
    range: [margin.left, Math.max(margin.left + 40, width - margin.right)],
  });
  const bottom = margin.top + plotHeight;
  const y = scaleLinear<number>({ domain: picture.extent, range: [bottom, margin.top], nice: true });
  const place = { x: (day: Parameters<typeof at>[0]) => x(at(day)), y: (value: number) => y(value) };
  const title = t(texts.pictureTitle, { name });
  return (
    <div>
      <figure className={styles.figure} data-plain={picture.trend.length === 0} ref={ref} aria-label={title}>
        {impact.gains && <p className={styles.quiet}>{t(texts.gains, { slot: slotOf(of) })}</p>}
        <svg width={width} height={bottom + margin.bottom} role="group" aria-label={title}>
          <g aria-hidden="true">
            <Noise picture={picture} {...place} />
            <Verticals
              impact={impact}
              picture={picture}
              {...place}
              top={margin.top}
              bottom={bottom}
              right={width - margin.right}
            />
          </g>
          <Axes
            x={x}
            y={y}
            left={margin.left}
            bottom={bottom}
            width={width}
            sayValue={(value) => (inWords ? number(value) : say(value))}
            locale={locale}
          />
          <g aria-hidden="true">
            <Trend picture={picture} {...place} />
            <Difference picture={picture} {...place} />
          </g>
          <Points
            picture={picture}
            gains={impact.gains}
            today={of.today}
            {...place}
            say={say}
            onRead={setReadOut}
          />
        </svg>
        <p className={styles.quiet} aria-hidden="true">
          {readOut ||
            t(picture.points.some(({ use }) => use === 'left-out') ? texts.readOutLeft : texts.readOut)}
        </p>
        <PictureKey impact={impact} picture={picture} today={of.today} />
      </figure>
      <LeftOutList of={of} impact={impact} />
      <VisuallyHidden>
        <PictureTable picture={picture} impact={impact} title={title} say={say} />
      </VisuallyHidden>
    </div>
  );
}
