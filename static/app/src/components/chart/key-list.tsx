import type { ReactNode } from 'react';
import styles from './key-list.module.css';

/** What the lines and marks of a chart stand for; its table says it to those who do not see it. */
export function KeyList({ children }: { children: ReactNode }) {
  return (
    <ul className={styles.key} aria-hidden="true">
      {children}
    </ul>
  );
}

/** One of them, drawn in a square of 16 × 16. */
export function KeyEntry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className={styles.entry}>
      <svg width={16} height={16}>
        {children}
      </svg>
      {label}
    </li>
  );
}
