import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { RunProgress } from '../../components/run-progress';
import { portable } from '../../messages/en/portable';
import { useWords } from '../../messages/use-words';
import { call } from '../../rpc/call';
import { callKey } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { runWorld, type StepOutcomes } from '../portable/run-world';
import type { WorldStep } from '../portable/world-step';
import styles from './import.module.css';

type Props = { steps: readonly WorldStep[]; onBack: () => void };

/** The import of a data file under way, and what came of it. */
export function DataRun({ steps, onBack }: Props) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [outcomes, setOutcomes] = useState<StepOutcomes>(new Map());
  const [step, setStep] = useState<WorldStep | null>(steps[0] ?? null);
  const stop = useRef(false);
  const started = useRef(false);

  async function run(before: StepOutcomes) {
    stop.current = false;
    const after = await runWorld({
      steps,
      before,
      call,
      say: () => t(portable.noAnswer),
      stopped: () => stop.current,
      onStep: setStep,
    });
    setOutcomes(after);
    setStep(null);
    await client.invalidateQueries({ queryKey: [callKey] });
  }
  // Whoever leaves this page stops after the step under way; the same file goes on from there.
  useEffect(
    () => () => {
      stop.current = true;
    },
    [],
  );
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void run(new Map());
  });

  if (step !== null) {
    const done = steps.indexOf(step) + 1;
    const said = { done: number(done), total: number(steps.length), title: step.title };
    return (
      <section className={pages.step} aria-label={t(portable.running)}>
        <RunProgress
          label={t(portable.running)}
          said={t(portable.step, said)}
          done={done}
          total={steps.length}
          onStop={() => (stop.current = true)}
        />
      </section>
    );
  }
  const failed = steps.filter(({ id }) => ['failed', 'held'].includes(outcomes.get(id)?.state ?? ''));
  const left = steps.filter(({ id }) => !outcomes.has(id)).length;
  const title =
    left > 0
      ? t(portable.stoppedTitle)
      : failed.length > 0
        ? t(portable.finishedSome, { count: failed.length })
        : t(portable.finished);
  return (
    <section className={pages.step} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {left > 0 && <p role="status">{t(portable.stoppedSome, { count: left })}</p>}
      <ul className={styles.results}>
        {failed.map(({ id, title: name }) => {
          const outcome = outcomes.get(id);
          return (
            <li key={id}>
              {name}
              <p className={styles.fault}>
                {outcome?.state === 'failed' ? outcome.message : t(portable.held)}
              </p>
            </li>
          );
        })}
      </ul>
      <div className={pages.row}>
        {left + failed.length > 0 && (
          <Button
            appearance="primary"
            onClick={() => {
              setStep(steps[0] ?? null);
              void run(outcomes);
            }}
          >
            {t(left > 0 ? portable.goOn : portable.again)}
          </Button>
        )}
        <Button
          {...(left + failed.length === 0 ? { appearance: 'primary' } : {})}
          onClick={() => void navigate('/')}
        >
          {t(portable.show)}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {t(portable.back)}
        </Button>
      </div>
    </section>
  );
}
