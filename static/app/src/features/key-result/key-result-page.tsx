import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { KeyResultPage as Reading } from '../../../../../src/contract/calls';
import type { InitiativeId, KeyResultId } from '../../../../../src/domain/ids';
import { sayForecast } from '../../../../../src/domain/say';
import { goalMovesOf } from '../../components/chart/goal-moves';
import { ConfidenceMark } from '../../components/confidence-mark';
import { FreshnessMark } from '../../components/freshness-mark';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { MismatchLine, mismatchOf } from '../../components/mismatch-line';
import { Notice } from '../../components/notice';
import { OutcomeLine } from '../../components/outcome-line';
import { Owner } from '../../components/owner';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { base } from '../../messages/en/base';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { useModal } from '../../rpc/use-modal';
import { Dependencies } from '../dependency/dependencies';
import { ShownUnder } from '../sharing/shown-under';
import { CountsElsewhere } from './counts-elsewhere';
import { CheckIns } from './check-ins';
import { History } from './history';
import { Initiatives } from './initiatives';
import styles from './key-result.module.css';
import { Praise } from './praise';
import { OutsideEvents } from './outside-events';
import { Source } from './source';

const MeasurementChart = lazy(() => import('../../components/chart/measurement-chart'));

type Props = {
  id: KeyResultId;
  /** Acts beside checking in, such as editing: the page that shows this decides. */
  actions?: (of: Stood) => ReactNode;
};

/** A key result on its own page: outcome first, work apart from it, then what was said and changed. */
export function KeyResultPage({ id, actions }: Props) {
  const { t } = useWords();
  const reading = useCall('key-result.read', { id });
  return (
    <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
      {(page) => {
        const of = allStanding(page)[0];
        if (of === undefined) return <Notice tone="warning">{t(words.gone)}</Notice>;
        return <Page of={of} page={page} actions={actions} />;
      }}
    </Read>
  );
}

type PageProps = { of: Stood; page: Reading; actions: Props['actions'] };

function Page({ of, page, actions }: PageProps) {
  const said = useWords();
  const { t } = said;
  const openModal = useModal();
  const [chosen, setChosen] = useState<InitiativeId | null>(null);
  const { keyResult, objective } = of;
  return (
    <article className={styles.page}>
      <header className={styles.header}>
        <div className={styles.headline}>
          <p className={styles.quiet}>
            {objective.key} {objective.title} · {objective.team.name} · {objective.cycle.name}
          </p>
          <h1 className={styles.title}>
            {keyResult.key} {keyResult.title}
          </h1>
          <p className={styles.owner}>
            <span className={styles.quiet}>{t(words.owner)}</span>{' '}
            <Owner of={keyResult} lead={objective.team.lead} />
          </p>
        </div>
        <div className={styles.actions}>
          {actions?.(of)}
          {keyResult.can.checkIn && (
            <Button
              appearance="primary"
              onClick={() => void openModal({ surface: 'check-in', keyResultId: keyResult.id }, 'large')}
            >
              {t(words.checkIn)}
            </Button>
          )}
        </div>
      </header>
      <JiraMissing />
      <Outcome of={of} />
      <MismatchLine mismatch={mismatchOf(of)} today={of.today} />
      <section className={styles.section} aria-labelledby="chart">
        <h2 id="chart" className={styles.heading}>
          {t(words.chart)}
        </h2>
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <MeasurementChart of={of} moves={goalMovesOf(page, of, said)} onChoose={setChosen} />
        </Suspense>
      </section>
      <OutsideEvents of={of} />
      <Initiatives of={of} chosen={chosen} onChoose={setChosen} />
      <Dependencies of={of} dependencies={page.dependencies} />
      <Source of={of} source={page.source} />
      <CheckIns of={of} corrections={page.corrections} />
      <ShownUnder keyResult={keyResult} shown={page.shownUnder} />
      <CountsElsewhere of={of} counting={page.counting} />
      <Praise of={of} praise={page.praise} />
      <History entries={page.history} unit={keyResult.definition.unit} />
    </article>
  );
}

/** Outcome, confidence and freshness side by side: three signals, never one (design §3.5). */
function Outcome({ of }: { of: Stood }) {
  const { t, locale } = useWords();
  const { standing, today, keyResult } = of;
  return (
    <section className={styles.outcome} aria-label={t(base.outcome)}>
      <OutcomeLine of={of} />
      <div className={styles.signals}>
        <ConfidenceMark standing={standing} today={today} />
        <FreshnessMark freshness={standing.freshness.value} today={today} />
      </div>
      {standing.forecast && (
        <p className={styles.quiet}>
          {t(words.forecast, { range: sayForecast(standing.forecast, keyResult.definition.unit, locale) })}
        </p>
      )}
      {keyResult.definition.definition !== '' && (
        <details className={styles.folded}>
          <summary>{t(words.definition)}</summary>
          <p className={styles.text}>{keyResult.definition.definition}</p>
        </details>
      )}
    </section>
  );
}
