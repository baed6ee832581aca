import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { macro as texts } from '../../messages/en/macro';
import { overview } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { KeyResultPart } from './key-result-part';
import styles from './macro.module.css';
import type { Told } from './tell';

type Props = { objective: ObjectiveReading; /** Its key results, in the order of need. */ all: Told[] };

/** An objective with its key results. */
export function ObjectivePart({ objective, all }: Props) {
  const { t } = useWords();
  const { key, title, team, cycle, restricted } = objective;
  return (
    <section className={styles.objective} aria-labelledby={`objective-${objective.id}`}>
      <header>
        <h3 id={`objective-${objective.id}`} className={styles.objectiveTitle}>
          <span className={styles.key}>{key}</span> {title}
        </h3>
        <p className={styles.quiet}>{t(texts.place, { team: team.name, cycle: cycle.name })}</p>
        {restricted && <p className={styles.quiet}>{t(texts.restricted)}</p>}
      </header>
      {all.length === 0 ? (
        <p className={styles.quiet}>{t(overview.noKeyResults)}</p>
      ) : (
        <ul className={styles.rows}>
          {all.map((of) => (
            <KeyResultPart key={of.keyResult.id} of={of} />
          ))}
        </ul>
      )}
    </section>
  );
}
