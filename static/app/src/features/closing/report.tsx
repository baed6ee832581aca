import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingReading } from '../../../../../src/contract/closing-calls';
import { closing as texts } from '../../messages/en/closing';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { ResultAsPage } from '../planning/result-as-page';
import type { ClosingObjective } from './closing-of';
import styles from './closing.module.css';
import { reportOf } from './report-of';

type Props = { reading: ClosingReading; objectives: ClosingObjective[] };

/** The closing report: as text to copy, and as a Confluence page where somebody wants one. */
export function Report({ reading, objectives }: Props) {
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const { team, teamName, cycle } = reading;
  return (
    <section className={styles.section} aria-labelledby="report">
      <h2 id="report" className={styles.heading}>
        {t(texts.report)}
      </h2>
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? texts.reportHide : texts.reportOpen)}
        </Button>
      </div>
      {isOpen && (
        <ResultAsPage
          title={t(texts.reportName, { team: teamName, cycle: cycle.name })}
          parts={reportOf(reading, objectives, words)}
          path={closingPath(cycle.id, team.id)}
          label={t(texts.reportText)}
          linkText={t(texts.reportLink)}
        />
      )}
    </section>
  );
}
