import type { DigestEntry } from '../../../../../src/contract/meeting-calls';
import type { LocalDate } from '../../../../../src/domain/dates';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { digestPath } from '../../rpc/meeting-path';
import styles from './meeting.module.css';

/** Digests that were kept, the latest first. */
export function Earlier({ digests, today }: { digests: readonly DigestEntry[]; today: LocalDate }) {
  const { t, day } = useWords();
  if (digests.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="earlier">
      <h2 id="earlier" className={styles.heading}>
        {t(texts.earlier)}
      </h2>
      <ul className={styles.list}>
        {digests.map(({ id, heldOn, endedBy }) => (
          <li key={id}>
            <PageLink to={digestPath(id)}>{day(heldOn, today)}</PageLink>{' '}
            <span className={styles.quiet}>
              <Person id={endedBy} inline />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
