import type { ReactNode } from 'react';
import type { Stood } from '../../components/how-it-stands';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { PageLink } from '../../components/page-link';
import { keyResultPath } from '../../rpc/product-events';
import styles from './mine.module.css';

export type RowProps = {
  of: Stood;
  /** Says where outcome and work of the key result do not fit together. */
  signals: boolean;
  children: ReactNode;
  act: ReactNode;
};

/** One thing that is owed on a key result, with the one act that settles it. */
export function Row({ of, signals, children, act }: RowProps) {
  const { key, title, id } = of.keyResult;
  const mismatch = signals ? mismatchOf(of) : null;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {children}
        <p className={styles.quiet}>
          <PageLink to={keyResultPath(id)}>
            {key} {title}
          </PageLink>{' '}
          · {of.objective.team.name} · {of.objective.cycle.name}
        </p>
        {/* That a verdict is owed is what its own row says. */}
        {mismatch?.kind !== 'done-not-judged' && (
          <MismatchLine
            mismatch={mismatch}
            today={of.today}
            link={(words) => <PageLink to={keyResultPath(id)}>{words}</PageLink>}
          />
        )}
      </div>
      {act}
    </li>
  );
}
