import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { RunProgress } from '../../components/run-progress';
import { sample } from '../../messages/en/sample';
import { useWords } from '../../messages/use-words';
import { call } from '../../rpc/call';
import { callKey } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import type { Step, StepKind } from './step';
import { runSample, type Outcomes } from './run-sample';
import styles from './sample.module.css';

type Props = { steps: Step[]; /** Where its OKRs are. */ address: string };
type Progress = { outcomes: Outcomes; step: Step | null; running: boolean; milliseconds: number };

const said: Record<StepKind, (typeof sample)['stepTeam']> = {
  team: sample.stepTeam,
  cycle: sample.stepCycle,
  objective: sample.stepObjective,
  'key-result': sample.stepKeyResult,
  'check-ins': sample.stepCheckIns,
  initiative: sample.stepInitiative,
  live: sample.stepLive,
  event: sample.stepEvent,
  judgement: sample.stepJudgement,
  'run-work': sample.stepRunWork,
  ending: sample.stepEnding,
  meetings: sample.stepMeetings,
  kpi: sample.stepKpi,
  source: sample.stepSource,
  alignment: sample.stepAlignment,
  'to-active': sample.stepToActive,
  'to-scoring': sample.stepToScoring,
  'to-closed': sample.stepToClosed,
};

/** The filling under way, and what came of it. */
export function SampleRun({ steps, address }: Props) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [now, setNow] = useState<Progress>({
    outcomes: new Map(),
    step: null,
    running: true,
    milliseconds: 0,
  });
  const stop = useRef(false);
  const started = useRef(false);
  const heading = useRef<HTMLDivElement>(null);

  async function run(before: Outcomes) {
    stop.current = false;
    const since = performance.now();
    setNow({ outcomes: before, step: null, running: true, milliseconds: 0 });
    // What failed or was held before is tried again.
    const kept = new Map([...before].filter(([, { state }]) => state === 'made' || state === 'there'));
    const outcomes = await runSample({
      steps,
      before: kept,
      call,
      noAnswer: t(sample.noAnswer),
      stopped: () => stop.current,
      onStep: (step) => setNow((last) => ({ ...last, step })),
    });
    setNow({ outcomes, step: null, running: false, milliseconds: performance.now() - since });
    await client.invalidateQueries({ queryKey: [callKey] });
    heading.current?.focus();
  }

  useEffect(() => {
    // Pressing "Fill" led here: the first run starts by itself, once.
    if (started.current) return;
    started.current = true;
    void run(new Map());
  });

  if (now.running) {
    const done = now.step === null ? 0 : steps.indexOf(now.step) + 1;
    const title = now.step === null ? '' : t(said[now.step.kind], { title: now.step.title });
    return (
      <section className={pages.step} aria-label={t(sample.progressLabel)}>
        <RunProgress
          label={t(sample.progressLabel)}
          said={t(sample.progress, { done: number(done), total: number(steps.length), title })}
          done={done}
          total={steps.length}
          onStop={() => (stop.current = true)}
        />
      </section>
    );
  }

  const { outcomes } = now;
  const withState = (state: string) => steps.filter(({ id }) => outcomes.get(id)?.state === state);
  const missing = steps.filter(({ id }) => ['failed', 'held'].includes(outcomes.get(id)?.state ?? ''));
  const left = steps.length - outcomes.size;
  const title =
    left > 0
      ? t(sample.stoppedTitle)
      : missing.length > 0
        ? t(sample.doneSomeTitle, { count: missing.length })
        : t(sample.doneTitle);
  return (
    <section className={pages.step} aria-label={title}>
      <div ref={heading} tabIndex={-1} className={styles.outcome}>
        <Heading size="small" as="h2">
          {title}
        </Heading>
        <p role="status">
          {t(sample.done, {
            made: withState('made').length,
            there: withState('there').length,
            seconds: Math.max(1, Math.round(now.milliseconds / 1000)),
          })}{' '}
          {left > 0 && t(sample.left, { count: left })}
        </p>
      </div>
      {missing.length > 0 && (
        <section className={styles.part} aria-label={t(sample.failedList)}>
          <Heading size="xsmall" as="h3">
            {t(sample.failedList)}
          </Heading>
          <ul className={styles.stories}>
            {missing.map((step) => {
              const outcome = outcomes.get(step.id);
              return (
                <li key={step.id}>
                  {t(said[step.kind], { title: step.title })}
                  <p className={styles.fault}>
                    {outcome?.state === 'failed' ? outcome.message : t(sample.held)}
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <div className={pages.row}>
        {left + missing.length > 0 && (
          <Button appearance="primary" onClick={() => void run(outcomes)}>
            {t(left > 0 ? sample.goOn : sample.again)}
          </Button>
        )}
        <Button
          {...(left + missing.length === 0 ? { appearance: 'primary' as const } : {})}
          onClick={() => void navigate(address)}
        >
          {t(sample.show)}
        </Button>
      </div>
    </section>
  );
}
