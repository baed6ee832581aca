import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import { useState } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import { ActMessage } from '../../components/act-message';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import type { Issue } from '../../rpc/jira-shapes';
import { useAct } from '../../rpc/use-act';
import { useModal } from '../../rpc/use-modal';
import { IssueRows } from './issue-rows';
import styles from './planning.module.css';
import { useSitting } from './sitting';
import type { TableIssues } from './use-table-issues';

/** The call takes at most this many. */
const mostAtOnce = 100;

type Props = { notSaid: readonly IssueId[]; runWork: readonly IssueId[]; table: TableIssues };

/** What serves no key result: run work, because somebody said so, and what nobody has said. Folded, and no share of anything. */
export function Rest({ notSaid, runWork, table }: Props) {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="plan-rest">
      <h2 id="plan-rest" className={styles.heading}>
        {t(texts.restTitle)}
      </h2>
      <p className={styles.quiet}>{t(texts.restWhy)}</p>
      <Folded
        title={
          table.above === 'loading' ? t(texts.notSaidLoading) : t(texts.notSaid, { count: notSaid.length })
        }
        none={t(texts.noneNotSaid)}
        ids={table.above === 'loading' ? [] : notSaid}
        table={table}
        isRunWork={false}
      />
      <Folded
        title={t(texts.runWorkTitle, { count: runWork.length })}
        none={t(texts.noneRunWork)}
        ids={runWork}
        table={table}
        isRunWork
      />
    </section>
  );
}

type FoldedProps = {
  title: string;
  none: string;
  ids: readonly IssueId[];
  table: TableIssues;
  /** What these are now. */
  isRunWork: boolean;
};

function Folded({ title, none, ids, table, isRunWork }: FoldedProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<IssueId>>(new Set());
  const act = useAct('run-work.mark');
  const attach = useAttach();
  const still = ids.filter((id) => chosen.has(id)).slice(0, mostAtOnce);

  function toggle(id: IssueId) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  async function mark(issueIds: readonly IssueId[]) {
    const answer = await act.run(({ id }) => ({
      marks: issueIds.map((issueId) => ({ id: id(issueId), issueId })),
      isRunWork: !isRunWork,
    }));
    if (!answer?.ok) return;
    const count = answer.value.marked;
    flag({ title: t(isRunWork ? texts.runWorkUndone : texts.runWorkSaved, { count }) });
    setChosen(new Set());
  }

  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && ids.length === 0 && <p className={styles.quiet}>{none}</p>}
      {isOpen && ids.length > 0 && (
        <>
          {still.length > 0 && (
            <Button spacing="compact" isLoading={act.busy} onClick={() => void mark(still)}>
              {t(isRunWork ? texts.notRunWorkSelected : texts.runWorkSelected, { count: still.length })}
            </Button>
          )}
          <ActMessage act={act} />
          <IssueRows
            ids={ids}
            table={table}
            before={({ id, key }) => (
              <Checkbox
                aria-label={t(texts.selectOf, { issue: key })}
                isChecked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
            )}
            acts={(issue) => (
              <>
                <Button
                  spacing="compact"
                  aria-label={t(texts.attachOf, { issue: issue.key })}
                  onClick={() => void attach(issue)}
                >
                  {t(texts.attach)}
                </Button>
                <Button
                  spacing="compact"
                  appearance="subtle"
                  isDisabled={act.busy}
                  aria-label={t(isRunWork ? texts.notRunWorkOf : texts.runWorkOf, { issue: issue.key })}
                  onClick={() => void mark([issue.id])}
                >
                  {t(isRunWork ? texts.notRunWork : texts.runWork)}
                </Button>
              </>
            )}
          />
        </>
      )}
    </details>
  );
}

/** Attaches an issue in the dialog every surface uses; what is attached is taken on. */
function useAttach() {
  const openModal = useModal();
  const sitting = useSitting();
  return async ({ id, key, projectId }: Issue) => {
    const { saved } = await openModal({ surface: 'attach', issueId: id, issueKey: key, projectId }, 'large');
    if (saved) sitting.takesOn({ issueId: id, what: key, keyResultId: null });
  };
}
