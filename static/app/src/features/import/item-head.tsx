import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import type { Words } from '../../messages/use-words';
import type { Lines } from './document';
import styles from './import.module.css';

type Props = { name: string; priority?: string | null; lines: Lines; there: boolean; children?: ReactNode };

/** An item as the document has it: its name there, its lines, and whether it was imported before. */
export function ItemHead({ name, priority = null, lines, there, children }: Props) {
  const words = useWords();
  return (
    <div className={styles.head}>
      <span className={styles.kind}>{name}</span>
      {priority !== null && <span className={styles.quiet}>{priority}</span>}
      <span className={styles.quiet}>{sayLines(lines, words)}</span>
      {there && <Lozenge appearance="success">{words.t(importing.there)}</Lozenge>}
      {children}
    </div>
  );
}

/** `lines 12–18`, `line 12`. */
export function sayLines({ from, to }: Lines, { t, number }: Words): string {
  return from === to
    ? t(importing.line, { from: number(from) })
    : t(importing.lines, { from: number(from), to: number(to) });
}
