import type { Pace } from '../../../../src/domain/standing';
import { signals } from '../messages/en/signals';
import { useWords } from '../messages/use-words';
import styles from './pace-lozenge.module.css';

const names = {
  ahead: signals.ahead,
  'on-pace': signals.onPace,
  behind: signals.behind,
  'far-behind': signals.farBehind,
  unknown: signals.unknown,
};

/**
 * The name of a key result's pace. Says nothing of confidence or freshness: those have marks of their own.
 * Drawn here with the design system's tokens: its own lozenge brings 20 KB of a second styling runtime to every panel.
 */
export function PaceLozenge({ pace }: { pace: Pace }) {
  const { t } = useWords();
  return (
    <span className={styles.lozenge} data-pace={pace}>
      {t(names[pace])}
    </span>
  );
}
