import { sayOutcome } from '../../../../../src/domain/say';
import { PaceLozenge } from '../../components/pace-lozenge';
import { Person } from '../../components/person';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { CheckInButton } from './check-in-button';
import { KeyResultName } from './key-result-name';
import styles from './macro.module.css';
import { CompactConfidence, CompactFreshness } from './compact-marks';
import type { Told } from './tell';

/** One line a key result, those in need first, whatever objective they are of. */
export function CompactList({ all }: { all: Told[] }) {
  const { t } = useWords();
  return (
    <ul className={styles.lines} aria-label={t(texts.keyResults)}>
      {all.map((of) => (
        <CompactLine key={of.keyResult.id} of={of} />
      ))}
    </ul>
  );
}

function CompactLine({ of }: { of: Told }) {
  const { locale } = useWords();
  const { keyResult, objective, standing, today } = of;
  const [value = ''] = sayOutcome(keyResult.definition, standing, locale, today).split('; ');
  return (
    <li className={styles.line}>
      <PaceLozenge pace={standing.pace} />
      <span className={styles.lineTitle} title={`${keyResult.title} · ${objective.title}`}>
        <span className={styles.key}>{keyResult.key}</span>{' '}
        <KeyResultName quiet id={keyResult.id}>
          {keyResult.title}
        </KeyResultName>
      </span>
      <span className={styles.lineValue}>{value}</span>
      <CompactConfidence confidence={standing.confidence} today={today} />
      <CompactFreshness freshness={standing.freshness.value} />
      <span className={styles.lineOwner}>
        <Person id={keyResult.owner} />
      </span>
      <span className={styles.lineAct}>
        <CheckInButton keyResult={keyResult} />
      </span>
    </li>
  );
}
