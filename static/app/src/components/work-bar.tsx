import type { WorkCount } from '../../../../src/domain/initiative';
import styles from './work.module.css';

/** More pieces than this are too thin to see apart: then each stands for several. */
const mostSegments = 24;

/** Work as a row of pieces, done ones filled: nothing like the outcome's bar. The words beside it say the numbers. */
export function WorkBar({ work: { unit, done, counted } }: { work: WorkCount }) {
  const segments = unit === 'count' && counted <= mostSegments ? counted : 12;
  const filled = Math.floor((done / counted) * segments + 1e-9);
  return (
    <div className={styles.bar} aria-hidden="true">
      {Array.from({ length: segments }, (_, index) => (
        <span key={index} className={styles.segment} data-done={index < filled} />
      ))}
    </div>
  );
}
