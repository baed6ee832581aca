import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { planning as texts } from '../../messages/en/planning';
import { EmptyState } from '../../components/empty-state';
import { KeyResultLink } from '../../components/key-result-link';
import { useWords } from '../../messages/use-words';
import { GroupCard, type KeyResultGroup } from './group-card';
import { IssueRows } from './issue-rows';
import { PlannedRow } from './planned-row';
import type { PlanTable } from './planning-review';
import styles from './planning.module.css';
import type { TableIssues } from './use-table-issues';
import { firstView, isQuiet, viewed } from './view';
import { ViewBar } from './view-bar';

/** What serves a key result: those in need, those reached or given up, and what was judged not to move its number. */
export function Sections({ plan, table }: { plan: PlanTable; table: TableIssues }) {
  const { t } = useWords();
  const [view, setView] = useState(firstView);
  const groups = viewed(plan.open, view, table.known);
  const asked = view.show !== 'all' || view.text !== '';
  const isAside = (group: KeyResultGroup) =>
    !asked && table.state === 'ready' && group.planned.length === 0 && isQuiet(group);
  const aside = groups.filter(isAside);
  return (
    <>
      <ViewBar view={view} onView={setView} />
      <Section id="plan-open" title={t(texts.inNeedTitle)}>
        {groups.length === 0 && plan.open.length > 0 ? (
          <EmptyState
            title={t(texts.nothingMatches)}
            action={<Button onClick={() => setView(firstView)}>{t(texts.showAll)}</Button>}
          >
            {null}
          </EmptyState>
        ) : (
          <Groups groups={groups.filter((group) => !isAside(group))} table={table} />
        )}
        {aside.length > 0 && (
          <details className={styles.folded}>
            <summary>{t(texts.quietTitle, { count: aside.length })}</summary>
            <Groups groups={aside} table={table} />
          </details>
        )}
      </Section>
      {plan.notMoved.length > 0 && (
        <Section id="plan-not-moved" title={t(texts.notMovedTitle)}>
          <ul className={styles.groups}>
            {plan.notMoved.map(({ of, planned }) => (
              <li key={planned.initiative.id} className={styles.group}>
                <p className={styles.groupHead}>
                  <KeyResultLink id={of.keyResult.id}>
                    {of.keyResult.key} {of.keyResult.title}
                  </KeyResultLink>
                </p>
                <ul className={styles.groupBody}>
                  <PlannedRow of={of} planned={planned} table={table} />
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {plan.reached.length > 0 && (
        <Section id="plan-reached" title={t(texts.reachedTitle)} why={t(texts.reachedWhy)}>
          <Groups groups={plan.reached} table={table} />
        </Section>
      )}
      {plan.dropped.length > 0 && (
        <Section id="plan-dropped" title={t(texts.droppedTitle)}>
          <ul className={styles.groups}>
            {plan.dropped.map(({ link, issueIds }) => (
              <li key={link.initiativeId} className={styles.group}>
                <p className={styles.groupHead}>
                  {t(link.because === 'closed' ? texts.droppedClosed : texts.droppedRemoved, {
                    key: link.keyResultKey,
                    title: link.keyResultTitle,
                    cycle: link.cycleName,
                  })}
                </p>
                <div className={styles.groupBody}>
                  <IssueRows ids={issueIds} table={table} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Groups({ groups, table }: { groups: readonly KeyResultGroup[]; table: TableIssues }) {
  return (
    <ul className={styles.groups}>
      {groups.map((group) => (
        <GroupCard key={group.of.keyResult.id} group={group} table={table} />
      ))}
    </ul>
  );
}

type SectionProps = { id: string; title: string; why?: string; children: ReactNode };

function Section({ id, title, why, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {why !== undefined && <p className={styles.quiet}>{why}</p>}
      {children}
    </section>
  );
}
