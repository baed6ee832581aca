import type { ShownUnder as Shown } from '../../../../../src/contract/sharing-calls';
import type { KeyResultReading } from '../../../../../src/contract/readings';
import { PageLink } from '../../components/page-link';
import { sharing as texts } from '../../messages/en/sharing';
import { useWords } from '../../messages/use-words';
import { objectivePath } from '../../rpc/objective-path';
import page from '../key-result/key-result.module.css';
import styles from './sharing.module.css';
import { TakeAway } from './take-away';

/** Objectives of other teams beneath which a key result is shown, too; nothing where there is none. */
export function ShownUnder({ keyResult, shown }: { keyResult: KeyResultReading; shown: Shown[] }) {
  const { t } = useWords();
  if (shown.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="shown-under">
      <h2 id="shown-under" className={page.heading}>
        {t(texts.also)}
      </h2>
      <p className={styles.quiet}>{t(texts.alsoNote)}</p>
      <ul aria-labelledby="shown-under">
        {shown.map((one) => (
          <li key={one.id} className={styles.line}>
            <PageLink to={objectivePath(one.objective.id)}>
              {one.objective.key} {one.objective.title}
            </PageLink>
            <span className={styles.quiet}>
              {t(texts.where, { team: one.objective.team.name, cycle: one.objective.cycle.name })}
            </span>
            <TakeAway sharing={one} keyResult={keyResult} objective={one.objective} />
          </li>
        ))}
      </ul>
    </section>
  );
}
