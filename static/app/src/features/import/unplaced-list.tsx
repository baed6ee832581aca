import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import type { Unplaced } from './document';
import styles from './import.module.css';
import { sayLines } from './item-head';
import { oneLine, shortened } from './texts';

/** What of the document was not placed: shown with its lines, never dropped silently. */
export function UnplacedList({ passages }: { passages: readonly Unplaced[] }) {
  const words = useWords();
  const { t } = words;
  if (passages.length === 0) return <p className={styles.quiet}>{t(importing.allPlaced)}</p>;
  const title = t(importing.notPlaced, { count: passages.length });
  return (
    <section className={styles.unplaced} aria-label={title}>
      <h2 className={styles.small}>{title}</h2>
      <p className={styles.quiet}>{t(importing.notPlacedWhy)}</p>
      {passages.map(({ text, section, lines }) => {
        const said = { lines: sayLines(lines, words), section, start: shortened(oneLine(text), 70) };
        return (
          <details key={lines.from} className={styles.fold}>
            <summary>{t(section === '' ? importing.passageTop : importing.passage, said)}</summary>
            <pre className={styles.source}>{text}</pre>
          </details>
        );
      })}
    </section>
  );
}
