import { sayOutcome, sayProgress } from '../../../../src/domain/say';
import { signals } from '../messages/en/signals';
import { useWords } from '../messages/use-words';
import type { Stood } from './how-it-stands';
import styles from './outcome.module.css';
import { OutcomeBar } from './outcome-bar';
import { PaceLozenge } from './pace-lozenge';

type Props = {
  of: Stood;
  /** Without the bar, where rows are close together. */
  compact?: boolean;
};

/** The outcome in the metric's own words: "63 on 12 May; 68 would be on pace", its pace, and how far it is. */
export function OutcomeLine({ of, compact = false }: Props) {
  const { locale, t } = useWords();
  const { standing, keyResult, today } = of;
  const { metric } = keyResult.definition;
  // The number first, what it is compared with after it.
  const [value = '', ...rest] = sayOutcome(keyResult.definition, standing, locale, today).split('; ');
  return (
    <div className={styles.outcome}>
      <div className={styles.head}>
        <p className={styles.said}>
          <strong className={styles.value}>{value}</strong>
          {rest.length > 0 && `; ${rest.join('; ')}`}
        </p>
        <PaceLozenge pace={standing.pace} />
      </div>
      {!compact && <OutcomeBar of={of} />}
      {standing.progress && (
        <p className={styles.way}>
          {sayProgress(standing.progress, locale)}
          {metric.kind === 'milestones' &&
            ` · ${t(signals.milestones, { reached: standing.reached.length, all: metric.milestones.length })}`}
        </p>
      )}
    </div>
  );
}
