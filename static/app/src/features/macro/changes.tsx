import type { LocalDate } from '../../../../../src/domain/dates';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import styles from './macro.module.css';
import type { Told } from './tell';

/** More than this is a list to open, so that the key results themselves stay in sight. */
const shownAtOnce = 4;

type Props = { all: Told[]; since: LocalDate; today: LocalDate };

/** What changed since last week, key result by key result, those in need first. */
export function Changes({ all, since, today }: Props) {
  const { t, day } = useWords();
  const changed = all.filter(({ changes }) => changes !== '');
  const on = day(since, today);
  if (changed.length === 0) return <p className={styles.quiet}>{t(texts.nothingChanged, { day: on })}</p>;
  const more = changed.slice(shownAtOnce);
  return (
    <div className={styles.changes}>
      <h3 className={styles.label}>{t(texts.changedSince, { day: on })}</h3>
      <ChangeList changed={changed.slice(0, shownAtOnce)} />
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{t(texts.moreChanges, { count: more.length })}</summary>
          <ChangeList changed={more} />
        </details>
      )}
    </div>
  );
}

function ChangeList({ changed }: { changed: Told[] }) {
  return (
    <ul className={styles.changeList}>
      {changed.map(({ keyResult: { id, key, title }, changes }) => (
        <li key={id}>
          <span className={styles.key} title={title}>
            {key}
          </span>{' '}
          {changes}
        </li>
      ))}
    </ul>
  );
}
