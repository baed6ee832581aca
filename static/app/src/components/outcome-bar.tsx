import { sayProgress, sayShare } from '../../../../src/domain/say';
import { signals } from '../messages/en/signals';
import { useWords } from '../messages/use-words';
import type { Stood } from './how-it-stands';
import styles from './outcome.module.css';

/**
 * How far a key result is, with a mark where it should be. One colour at every pace: the pace has its own word, and
 * work is never drawn like this (design §3.5, §3.6).
 */
export function OutcomeBar({ of: { standing } }: { of: Pick<Stood, 'standing'> }) {
  const { t, locale } = useWords();
  const progress = sayProgress(standing.progress, locale);
  const known = standing.pace !== 'unknown';
  const expected = Math.min(1, Math.max(0, standing.expected.progress));
  const label = known
    ? t(signals.barLabel, { progress, expected: sayShare(expected, locale) })
    : t(signals.barLabelUnknown, { progress });
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <div className={styles.fill} style={{ inlineSize: `${(standing.progress?.clamped ?? 0) * 100}%` }} />
      {known && <div className={styles.mark} style={{ insetInlineStart: `${expected * 100}%` }} />}
    </div>
  );
}
