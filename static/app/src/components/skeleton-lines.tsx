import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import styles from './states.module.css';

/** Grey lines in the shape of what is coming, so that the page does not jump when it comes. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t(base.waiting)} className={styles.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.skeletonLine} data-short={line % 3 === 2} />
      ))}
    </div>
  );
}
