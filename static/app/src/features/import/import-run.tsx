import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { IssueLink } from '../../components/issue-link';
import { PageLink } from '../../components/page-link';
import { RunProgress } from '../../components/run-progress';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import { call } from '../../rpc/call';
import { JiraError } from '../../rpc/jira';
import { createIssue, findLabelled } from '../../rpc/jira-create';
import { callKey } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import type { ImportPlace } from './ids';
import styles from './import.module.css';
import type { Step } from './plan';
import { RefusedList } from './refused-list';
import { runImport, type IssuesAsked, type Outcome, type Outcomes } from './run-import';

type Props = { steps: readonly Step[]; place: ImportPlace; onBack: () => void };
type Progress = { done: number; step: Step | null; running: boolean };

/** The import under way, and what came of it. */
export function ImportRun({ steps, place, onBack }: Props) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [progress, setProgress] = useState<Progress>({ done: 0, step: null, running: true });
  const stop = useRef(false);
  const issues = useRef<IssuesAsked>(new Map());
  const started = useRef(false);

  function say(error: unknown): string {
    if (!(error instanceof JiraError)) return t(importing.noAnswer);
    const silent = error.status >= 500 || error.detail === '';
    return silent ? t(importing.jiraSilent) : t(importing.jiraSaid, { detail: error.detail });
  }

  async function run(before: Outcomes) {
    stop.current = false;
    setProgress({ done: 0, step: null, running: true });
    const after = await runImport({
      steps,
      place,
      before,
      issues: issues.current,
      now: () => Date.now(),
      doors: { call, findLabelled, createIssue },
      say,
      unheard: t(importing.unheard),
      stopped: () => stop.current,
      onStep: (step) => setProgress({ done: steps.indexOf(step) + 1, step, running: true }),
    });
    setOutcomes(await withoutRemoved(after));
    setProgress((now) => ({ ...now, running: false }));
    await client.invalidateQueries({ queryKey: [callKey] });
  }

  /**
   * What was imported before and taken out since stays out: making it again is the same act, and answers that it was
   * done.
   */
  async function withoutRemoved(after: Outcomes): Promise<Outcomes> {
    const reading = await call('overview.read', { ...place, projectId: null }).catch(() => null);
    if (!reading?.ok) return after;
    const { objectives } = reading.value;
    const there = new Set<string>(
      [...objectives, ...objectives.flatMap(({ keyResults }) => keyResults)].map(({ id }) => id),
    );
    const checked = new Map(after);
    for (const { id, kind } of steps) {
      if (
        (kind === 'objective' || kind === 'key-result') &&
        after.get(id)?.state === 'made' &&
        !there.has(id)
      ) {
        checked.set(id, { state: 'failed', message: t(importing.wasRemoved), issueId: null, refused: null });
      }
    }
    return checked;
  }

  // Whoever leaves this page stops after the item under way; importing the document again goes on from there.
  useEffect(
    () => () => {
      stop.current = true;
    },
    [],
  );
  useEffect(() => {
    // Choosing to import led here: the first run starts by itself, once.
    if (started.current) return;
    started.current = true;
    void run(new Map());
  });

  if (progress.running) {
    const said = {
      done: number(progress.done),
      total: number(steps.length),
      title: progress.step?.title ?? '',
    };
    return (
      <section className={pages.step} aria-label={t(importing.progressLabel)}>
        <RunProgress
          label={t(importing.progressLabel)}
          said={t(importing.progress, said)}
          done={progress.done}
          total={steps.length}
          onStop={() => (stop.current = true)}
        />
      </section>
    );
  }

  const left = steps.filter(({ id }) => !outcomes.has(id)).length;
  const withState = (...states: Outcome['state'][]) =>
    steps.filter(({ id }) => states.some((state) => outcomes.get(id)?.state === state));
  const failed = withState('failed', 'held');
  const title =
    left > 0
      ? t(importing.stoppedTitle)
      : failed.length > 0
        ? t(importing.finishedSome, { count: failed.length })
        : t(importing.finished);
  return (
    <section className={pages.step} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {left > 0 && <p role="status">{t(importing.stopped, { count: left })}</p>}
      <StepList
        title={t(importing.failedList, { count: number(failed.length) })}
        {...{ steps: failed, outcomes }}
      />
      <RefusedList outcomes={outcomes} />
      <StepList
        title={t(importing.made, { count: number(withState('made').length) })}
        {...{ steps: withState('made'), outcomes }}
      />
      <StepList
        title={t(importing.kept, { count: number(withState('there').length) })}
        {...{ steps: withState('there'), outcomes }}
      />
      <div className={pages.row}>
        {left > 0 && (
          <Button appearance="primary" onClick={() => void run(outcomes)}>
            {t(importing.goOn)}
          </Button>
        )}
        {left === 0 && failed.length > 0 && (
          <Button appearance="primary" onClick={() => void run(outcomes)}>
            {t(importing.again)}
          </Button>
        )}
        <Button
          {...(left + failed.length === 0 ? { appearance: 'primary' } : {})}
          onClick={() => void navigate(`/?team=${place.teamId}&cycle=${place.cycleId}`)}
        >
          {t(importing.show)}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {t(importing.backToPreview)}
        </Button>
      </div>
    </section>
  );
}

function StepList({ title, steps, outcomes }: { title: string; steps: Step[]; outcomes: Outcomes }) {
  if (steps.length === 0) return null;
  return (
    <section aria-label={title} className={styles.stack}>
      <h3 className={styles.small}>{title}</h3>
      <ul className={styles.results}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepLine step={step} outcome={outcomes.get(step.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepLine({ step, outcome }: { step: Step; outcome: Outcome | undefined }) {
  const { t } = useWords();
  const { title } = step;
  const said =
    step.kind === 'objective'
      ? t(importing.objectiveMade, { title })
      : step.kind === 'key-result'
        ? t(importing.keyResultMade, { title })
        : step.kind === 'check-in'
          ? t(importing.currentMade, { value: step.value, title })
          : t(importing.initiativeMade, { title, keyResult: step.keyResultTitle });
  const isThere = outcome?.state === 'made' || outcome?.state === 'there';
  return (
    <>
      {isThere && (step.kind === 'objective' || step.kind === 'key-result') ? (
        <PageLink to={step.kind === 'objective' ? `/objectives/${step.id}` : `/key-results/${step.id}`}>
          {said}
        </PageLink>
      ) : (
        said
      )}
      {outcome !== undefined && 'issueId' in outcome && outcome.issueId !== null && (
        <>
          {' '}
          <IssueLink id={outcome.issueId} />
        </>
      )}
      {outcome?.state === 'failed' && <p className={styles.fault}>{outcome.message}</p>}
      {outcome?.state === 'held' && <p className={styles.fault}>{t(importing.held)}</p>}
    </>
  );
}
