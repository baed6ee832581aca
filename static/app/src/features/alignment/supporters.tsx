import type { ObjectivePage } from '../../../../../src/contract/alignment-calls';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import styles from './alignment.module.css';
import { Related } from './related';

/** What serves an objective: shown beneath it, and adding nothing to its numbers (design §3.5). */
export function Supporters({ page: { supporters, supporterCount } }: { page: ObjectivePage }) {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="supporters">
      <h2 id="supporters" className={styles.heading}>
        {t(texts.supporters)}
      </h2>
      {supporters.length === 0 ? (
        <p className={styles.quiet}>
          {t(texts.noSupporters)} {t(texts.noSupportersWhy)}
        </p>
      ) : (
        <>
          <p className={styles.quiet}>{t(texts.supportersNote)}</p>
          <ul className={styles.relatives} aria-labelledby="supporters">
            {supporters.map((one) => (
              <Related key={one.id} objective={one} side="beneath" />
            ))}
          </ul>
          {supporters.length < supporterCount && (
            <p className={styles.quiet}>
              {t(texts.moreSupporters, { shown: supporters.length, count: supporterCount })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
