import type { ReactNode } from 'react';
import styles from './states.module.css';

type Props = {
  title: string;
  /** What this place is for, in a sentence or two: an empty state teaches. */
  children: ReactNode;
  /** The one primary act. */
  action?: ReactNode;
};

/** What a place shows when it has nothing yet. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      <div className={styles.emptyText}>{children}</div>
      {action}
    </div>
  );
}
