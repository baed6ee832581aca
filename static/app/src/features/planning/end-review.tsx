import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { todayIn, usePlace } from '../../boot/place-context';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import styles from './planning.module.css';
import { pathOf, type PlanningPlace } from './planning-place';
import type { PlanTable } from './planning-review';
import { ResultAsPage } from './result-as-page';
import { useResult } from './use-result';
import type { TableIssues } from './use-table-issues';

type Props = { place: PlanningPlace; plan: PlanTable; table: TableIssues; log: readonly string[] };

/** The end of a review: its result as text to copy, and as a Confluence page where somebody wants one. */
export function EndReview(props: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label={t(texts.endTitle)}>
      <div>
        <Button
          appearance={isOpen ? 'default' : 'primary'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? texts.endHide : texts.end)}
        </Button>
      </div>
      {isOpen && <Result {...props} />}
    </section>
  );
}

function Result({ place, plan, table, log }: Props) {
  const { t, day } = useWords();
  const { timeZone } = usePlace();
  return (
    <div className={styles.section}>
      <h2 className={styles.heading}>{t(texts.endTitle)}</h2>
      <ResultAsPage
        title={t(texts.pageName, { day: day(todayIn(timeZone)) })}
        parts={useResult(plan, table, log)}
        path={pathOf(place)}
        label={t(texts.endText)}
        linkText={t(texts.link)}
      />
    </div>
  );
}
