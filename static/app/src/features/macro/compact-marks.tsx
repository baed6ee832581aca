import type { LocalDate } from '../../../../../src/domain/dates';
import type { Freshness, Standing } from '../../../../../src/domain/standing';
import marks from '../../components/marks.module.css';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';

type ConfidenceProps = { confidence: Standing['confidence']; today: LocalDate };

/** Confidence as its number alone; said in full to screen readers and on hover. */
export function CompactConfidence({ confidence, today }: ConfidenceProps) {
  const { t, day, number } = useWords();
  if (confidence === null) {
    return (
      <span
        className={marks.quiet}
        title={t(texts.noConfidence)}
        role="img"
        aria-label={t(texts.noConfidence)}
      >
        –
      </span>
    );
  }
  const { value, tone, on } = confidence;
  const said = t(texts.confidence, { value: number(value), day: day(on, today) });
  return (
    <span className={marks.mark}>
      <span className={marks.badge} data-tone={tone} role="img" aria-label={said} title={said}>
        {number(value)}
      </span>
    </span>
  );
}

/** Freshness in one word: its days stand with the value. */
export function CompactFreshness({ freshness: { state } }: { freshness: Freshness }) {
  const { t } = useWords();
  return (
    <span className={marks.mark} data-state={state}>
      <span className={marks.clock} aria-hidden="true" />
      <span className={state === 'stale' ? marks.stale : marks.quiet}>{t(texts[state])}</span>
    </span>
  );
}
