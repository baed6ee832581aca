import Lozenge from '@atlaskit/lozenge';
import { Fragment } from 'react';
import { cycleWords as texts } from '../../messages/en/cycles';
import { overview } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import styles from './cycle.module.css';

const phases = [
  ['draft', texts.draftAllows],
  ['active', texts.activeAllows],
  ['scoring', texts.scoringAllows],
  ['closed', texts.closedAllows],
] as const;

/** What each phase of a cycle allows (design §3.12). */
export function Phases() {
  const { t } = useWords();
  return (
    <details className={styles.folded}>
      <summary>{t(texts.phases)}</summary>
      <dl className={styles.phases}>
        {phases.map(([phase, allows]) => (
          <Fragment key={phase}>
            <dt>
              <Lozenge appearance={phase === 'active' ? 'inprogress' : 'default'}>
                {t(overview[phase])}
              </Lozenge>
            </dt>
            <dd>{t(allows)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
