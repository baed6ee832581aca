import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useMemo, useState } from 'react';
import type { DroppedWork } from '../../../../../src/contract/planning-calls';
import { planningTable, type Table } from '../../../../../src/domain/planning';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { base } from '../../messages/en/base';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { EndReview } from './end-review';
import { GoesSlower } from './goes-slower';
import { Loaded } from './loaded';
import { jqlOf, type PlanningPlace } from './planning-place';
import styles from './planning.module.css';
import { Rest } from './rest';
import { Sections } from './sections';
import { SittingContext, type TakenOn } from './sitting';
import { usePlanning, type PlanningFacts } from './use-planning';
import { useTableIssues, type TableIssues } from './use-table-issues';

const names = {
  sprint: texts.ofSprint,
  board: texts.ofBoard,
  backlog: texts.ofBacklog,
  project: texts.ofProject,
};

/** What is on the table for a sprint, board, backlog or project, by the key result it serves; those in need first. */
export function PlanningReview({ place, onClose }: { place: PlanningPlace; onClose?: () => void }) {
  const { t } = useWords();
  const table = useTableIssues(jqlOf(place));
  const { reading, isComplete } = usePlanning(place.projectId, projectsOf(table));
  return (
    <main className={onClose ? `${styles.page} ${styles.inDialog}` : styles.page}>
      <div className={styles.head}>
        <Heading size="large" as="h1">
          {t(texts.title)}
        </Heading>
        <p className={styles.quiet}>{t(names[place.kind])}</p>
        {onClose && (
          <span className={styles.end}>
            <Button appearance="subtle" onClick={onClose}>
              {t(base.close)}
            </Button>
          </span>
        )}
      </div>
      <Loaded table={table} />
      <JiraMissing />
      <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
        {(facts) => <Review place={place} facts={facts} isComplete={isComplete} table={table} />}
      </Read>
    </main>
  );
}

/** The projects the issues and what stands above them are in. */
function projectsOf({ issues, projectIds }: TableIssues) {
  return [...new Set([...issues.flatMap(({ projectId }) => projectId ?? []), ...projectIds])];
}

type ReviewProps = { place: PlanningPlace; facts: PlanningFacts; isComplete: boolean; table: TableIssues };
export type PlanTable = Table<InitiativeReading, Stood, DroppedWork>;

function Review({ place, facts, isComplete, table }: ReviewProps) {
  const { t } = useWords();
  const [log, setLog] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState<TakenOn | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { issues, parentOf } = table;
  const plan = useMemo<PlanTable>(
    () => planningTable({ ...facts, issueIds: issues.map(({ id }) => id), parentOf }),
    [facts, issues, parentOf],
  );
  const sitting = useMemo(
    () => ({
      log: (sentence: string) => setLog((before) => [...before, sentence]),
      takesOn: (what: TakenOn) => {
        if (isAsked) return;
        setAsked(true);
        setTaken(what);
      },
    }),
    [isAsked],
  );
  return (
    <SittingContext.Provider value={sitting}>
      {!isComplete &&
        table.state === 'ready' &&
        facts.keyResults.length > 0 &&
        table.projectIds.length > 20 && <Notice tone="warning">{t(texts.tooManyProjects)}</Notice>}
      {taken && <GoesSlower taken={taken} keyResults={facts.keyResults} onDone={() => setTaken(null)} />}
      {facts.keyResults.length === 0 ? (
        <EmptyState title={t(texts.noKeyResults)}>
          <p>{t(texts.noKeyResultsWhy)}</p>
        </EmptyState>
      ) : (
        <Sections plan={plan} table={table} />
      )}
      {table.state === 'ready' && (
        <>
          <Rest notSaid={plan.notSaid} runWork={plan.runWork} table={table} />
          <EndReview place={place} plan={plan} table={table} log={log} />
        </>
      )}
    </SittingContext.Provider>
  );
}
