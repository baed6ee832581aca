import type { LocalDate } from '../../../../src/domain/dates';
import { asksToTalk } from '../../../../src/domain/confidence';
import type { Standing } from '../../../../src/domain/standing';
import { signals } from '../messages/en/signals';
import { useWords } from '../messages/use-words';
import styles from './marks.module.css';

type Props = { standing: Pick<Standing, 'confidence' | 'needsDecision'>; today: LocalDate };

/** A person's forward look, 0 to 10, with its fall since the one before. Never part of pace or freshness. */
export function ConfidenceMark({ standing: { confidence, needsDecision }, today }: Props) {
  const { t, day, number } = useWords();
  if (confidence === null) return <span className={styles.quiet}>{t(signals.confidenceNone)}</span>;
  const { value, tone, change, on } = confidence;
  return (
    <span className={styles.mark}>
      <span className={styles.badge} data-tone={tone} aria-hidden="true">
        {number(value)}
      </span>
      <span>
        {t(signals.confidence, { value: number(value) })}
        {change !== null && change !== 0 && (
          <>
            ,{' '}
            {t(change < 0 ? signals.confidenceDown : signals.confidenceUp, {
              change: number(Math.abs(change)),
            })}
          </>
        )}
        {asksToTalk(confidence) && <strong> · {t(signals.talk)}</strong>}
        <span className={styles.quiet}> · {t(signals.confidenceOn, { day: day(on, today) })}</span>
        {needsDecision && <strong className={styles.missing}> · {t(signals.needsDecision)}</strong>}
      </span>
    </span>
  );
}
