import type { ReactNode } from 'react';
import styles from './states.module.css';

export type Tone = 'info' | 'warning' | 'error' | 'success';
type Props = { tone: Tone; title?: string; children?: ReactNode };

/** A message in the flow of the page. Errors are announced to screen readers as they appear. */
export function Notice({ tone, title, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
      {title !== undefined && <p className={styles.noticeTitle}>{title}</p>}
      {children}
    </div>
  );
}
