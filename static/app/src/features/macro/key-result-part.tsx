import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import { MismatchLine } from '../../components/mismatch-line';
import { OutcomeLine } from '../../components/outcome-line';
import { Person } from '../../components/person';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { CheckInButton } from './check-in-button';
import { FoldedWork } from './folded-work';
import { KeyResultName } from './key-result-name';
import styles from './macro.module.css';
import { Said } from './said';
import type { Told } from './tell';

/** One key result in full: three signals apart, what its owner said, and the work folded beneath (design §3.5, §3.6). */
export function KeyResultPart({ of }: { of: Told }) {
  const { t } = useWords();
  const { keyResult, standing, mismatch, today } = of;
  // The mismatch has said it already.
  const nothingAttached = mismatch?.kind === 'no-initiative' || mismatch?.kind === 'moving-without-work';
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <h4 className={styles.title}>
          <span className={styles.key}>{keyResult.key}</span>{' '}
          <KeyResultName quiet id={keyResult.id}>
            {keyResult.title}
          </KeyResultName>
        </h4>
        <CheckInButton keyResult={keyResult} />
      </div>
      <div className={styles.columns}>
        <section className={styles.outcome} aria-label={t(base.outcome)}>
          <OutcomeLine of={of} />
        </section>
        <div className={styles.signals}>
          <Person id={keyResult.owner} />
          <ConfidenceMark standing={standing} today={today} />
          <FreshnessMark freshness={standing.freshness.value} today={today} />
        </div>
      </div>
      <Said of={of} />
      <MismatchLine
        mismatch={mismatch}
        today={today}
        link={(act) => <KeyResultName id={keyResult.id}>{act}</KeyResultName>}
      />
      {!nothingAttached && <FoldedWork keyResult={keyResult} />}
    </li>
  );
}
