import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import { LoadFailure } from '../../components/load-failure';
import { Notice } from '../../components/notice';
import { sayField } from '../../components/history/say-field';
import { portable } from '../../messages/en/portable';
import type { Message } from '../../messages/messages';
import { useWords, type Words } from '../../messages/use-words';
import pages from '../pages/pages.module.css';
import { Refused } from '../portable/read-world';
import type { Fault } from '../portable/tables';
import type { Left, WorldStep } from '../portable/world-step';
import { compare, type Compared } from './compare';
import { DataRun } from './data-run';
import styles from './import.module.css';
import type { DataFile } from './read-any';

type Props = { data: DataFile; directory: Directory; onLock: (locked: boolean) => void };

/** A file that Waymark exported: what of it is here, what will be added, and what is left out with the reason. */
export function DataImport({ data, directory, onLock }: Props) {
  const words = useWords();
  const { t } = words;
  const [round, setRound] = useState(0);
  const [place, setPlace] = useState<{ place: number; places: number } | null>(null);
  const [steps, setSteps] = useState<WorldStep[] | null>(null);
  const compared = useQuery({
    queryKey: ['import', 'compared', round, directory],
    queryFn: ({ signal }) =>
      compare({
        data,
        directory,
        stopped: () => signal.aborted,
        onPlace: (at, places) => setPlace({ place: at, places }),
      }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const begin = (next: WorldStep[] | null) => {
    setSteps(next);
    onLock(next !== null);
    if (next === null) setRound((now) => now + 1);
  };
  if (steps !== null) return <DataRun steps={steps} onBack={() => begin(null)} />;
  return (
    <section className={pages.step} aria-label={t(portable.found)}>
      <Heading size="small" as="h2">
        {t(portable.found)}
      </Heading>
      <p>{t(portable.foundCount, countsOf(data))}</p>
      <Problems data={data} />
      {compared.isPending || compared.data === null ? (
        <p role="status">{place === null ? t(portable.comparing) : t(portable.comparingPlace, place)}</p>
      ) : compared.isError ? (
        <LoadFailure
          detail={compared.error instanceof Refused ? compared.error.message : t(portable.noAnswer)}
          onRetry={() => void compared.refetch()}
        />
      ) : (
        <Plan compared={compared.data} onImport={begin} />
      )}
    </section>
  );
}

function countsOf({ world }: DataFile): Record<string, number> {
  return Object.fromEntries(Object.entries(world).map(([noun, rows]) => [noun, rows.length]));
}

const problemTexts: Record<Fault['problem'], Message> = {
  missing: portable.faultMissing,
  number: portable.faultNumber,
  day: portable.faultDay,
  id: portable.faultId,
  choice: portable.faultChoice,
};

/** What of the file could not be read, row by row. */
function Problems({ data: { faults, unknown, edited, broken } }: { data: DataFile }) {
  const { t, list } = useWords();
  return (
    <>
      {edited && <Notice tone="warning">{t(portable.edited)}</Notice>}
      {broken > 0 && <Notice tone="warning">{t(portable.brokenData, { count: broken })}</Notice>}
      {unknown.length > 0 && (
        <Notice tone="info">{t(portable.unknownTables, { names: list(unknown) })}</Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="warning" title={t(portable.unreadable, { count: faults.length })}>
          <p>{t(portable.unreadableWhy)}</p>
          <ul className={styles.results}>
            {faults.map((fault) => (
              <li key={`${fault.table} ${fault.line}`}>
                {t(problemTexts[fault.problem], {
                  table: fault.table,
                  line: fault.line,
                  column: fault.column,
                  found: fault.found,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

const nouns: [WorldStep['noun'], Message][] = [
  ['teams', portable.teamsNoun],
  ['cycles', portable.cyclesNoun],
  ['objectives', portable.objectivesNoun],
  ['keyResults', portable.keyResultsNoun],
  ['checkIns', portable.checkInsNoun],
  ['events', portable.eventsNoun],
  ['initiatives', portable.initiativesNoun],
  ['scores', portable.scoresNoun],
  ['confirmations', portable.confirmationsNoun],
  ['retrospectives', portable.retrospectivesNoun],
];

const leftTexts: Record<Left['why'], Message> = {
  differs: portable.leftDiffers,
  'no-place': portable.leftNoPlace,
  closed: portable.leftClosed,
  'not-scoring': portable.leftNotScoring,
  'no-issue': portable.leftNoIssue,
  'says-nothing': portable.leftSaysNothing,
};

function sayLeft({ title, why, fields }: Left, words: Words): string {
  const names = words.list(fields.map((field) => sayField(field, words).toLowerCase()));
  return words.t(leftTexts[why], { title, fields: names });
}

type PlanProps = { compared: Compared; onImport: (steps: WorldStep[]) => void };

function Plan({ compared: { plan, missing }, onImport }: PlanProps) {
  const words = useWords();
  const { t } = words;
  const { steps, same, left, asks } = plan;
  const rows = steps.reduce((sum, { count }) => sum + count, 0);
  const added = nouns.flatMap(([noun, text]) => {
    const count = steps.filter((step) => step.noun === noun).reduce((sum, step) => sum + step.count, 0);
    return count === 0 ? [] : [t(text, { count })];
  });
  return (
    <>
      <p role="status">
        {t(steps.length + left.length === 0 ? portable.noChange : portable.same, { count: same })}
      </p>
      {added.length > 0 && (
        <p>
          {t(portable.willAdd)} {words.list(added)}.
        </p>
      )}
      {missing.length > 0 && steps.length > 0 && (
        <p className={styles.quiet}>{t(portable.missingPeople, { count: missing.length })}</p>
      )}
      {asks > 0 && <p className={styles.quiet}>{t(portable.asks, { count: asks })}</p>}
      {left.length > 0 && (
        <details className={styles.fold} open={left.length <= 10}>
          <summary>{t(portable.left, { count: left.length })}</summary>
          <ul className={styles.results}>
            {left.map((one, at) => (
              <li key={`${one.noun} ${one.title} ${at}`}>{sayLeft(one, words)}</li>
            ))}
          </ul>
        </details>
      )}
      {steps.length > 0 && (
        <>
          <p className={styles.quiet}>{t(portable.notBack)}</p>
          <div>
            <Button appearance="primary" onClick={() => onImport(steps)}>
              {t(portable.importAll, { count: rows })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
