import { toneOf } from '../../../../src/domain/confidence';
import { sayByPace, sayShare } from '../../../../src/domain/say';
import type { Signals } from '../../../../src/domain/signals';
import { alignment as texts } from '../messages/en/alignment';
import { useWords, type Words } from '../messages/use-words';
import marks from './marks.module.css';
import styles from './signals-line.module.css';

/** Outcome, confidence and freshness of an objective in one line: three signals beside each other, never one (design §3.5). */
export function SignalsLine({ signals }: { signals: Signals }) {
  const words = useWords();
  if (signals.of === 0) return <p className={marks.quiet}>{words.t(texts.noKeyResults)}</p>;
  const { confidence, stale } = signals;
  return (
    <p className={styles.line}>
      <span>{sayOutcome(signals, words)}</span>
      <span className={marks.mark}>
        {confidence !== null && (
          <span className={marks.badge} data-tone={toneOf(confidence)} aria-hidden="true">
            {words.number(confidence)}
          </span>
        )}
        <span className={marks.quiet}>{sayConfidence(signals, words)}</span>
      </span>
      <span className={marks.mark} data-state={stale > 0 ? 'stale' : 'fresh'}>
        <span className={marks.clock} aria-hidden="true" />
        <span className={stale > 0 ? marks.stale : marks.quiet}>{sayFreshness(signals, words)}</span>
      </span>
    </p>
  );
}

/** "2 on pace · 1 far behind · 48 % of the way": the mean never without the counts. */
export function sayOutcome({ byPace, progress, of }: Signals, { t, locale }: Words): string {
  if (of === 0) return t(texts.noKeyResults);
  const mean = progress === null ? [] : [t(texts.progress, { share: sayShare(progress, locale) })];
  return [sayByPace(byPace), ...mean].join(' · ');
}

/** "lowest confidence 4 of 10". */
export function sayConfidence({ confidence }: Signals, { t, number }: Words): string {
  return confidence === null ? t(texts.noConfidence) : t(texts.lowest, { value: number(confidence) });
}

/** "2 values stale", "1 value due" or "all values fresh". */
export function sayFreshness({ stale, due }: Signals, { t }: Words): string {
  if (stale > 0) return t(texts.stale, { count: stale });
  return due > 0 ? t(texts.due, { count: due }) : t(texts.fresh);
}
