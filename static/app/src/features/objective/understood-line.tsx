import type { SaidMetric } from '../../../../../src/domain/said-metric';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import styles from './form.module.css';
import { sayUnderstood } from './say-understood';

type Props = { said: SaidMetric; /** The fields that hold it are not shown. */ alone?: boolean };

/** What was understood of the sentence above: the fields beneath hold it, and may be changed. */
export function UnderstoodLine({ said, alone = false }: Props) {
  const words = useWords();
  const understood = sayUnderstood(said, words);
  const { unclearDay } = said;
  return (
    <>
      <p className={styles.understood} role="status">
        {understood !== '' && words.t(alone ? writing.understoodAlone : writing.understood, { understood })}
      </p>
      {unclearDay !== null && (
        <p className={styles.warning} role="status">
          {words.t(alone ? writing.dayUnclearAlone : writing.dayUnclear, { said: unclearDay })}
        </p>
      )}
    </>
  );
}
