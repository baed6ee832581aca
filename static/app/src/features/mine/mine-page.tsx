import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { MineReading } from '../../../../../src/contract/calls';
import type { Owed, OwedOnObjective } from '../../../../../src/domain/owed';
import { EmptyState } from '../../components/empty-state';
import { allStanding } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { kpiWords } from '../../messages/en/kpi';
import { mine as texts } from '../../messages/en/mine';
import { preparation } from '../../messages/en/preparation';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import { alonePath } from '../../rpc/meeting-path';
import { useCall } from '../../rpc/use-call';
import { ToConfirm } from '../dependency/to-confirm';
import { KpiRow } from '../kpi/kpi-row';
import { stoodKpi } from '../kpi/stood-kpi';
import styles from './mine.module.css';
import { ObjectiveRow } from './objective-row';
import { OwedRow } from './owed-row';
import { PreparingRow } from './preparing-row';
import { ReminderChoice } from './reminder-choice';

/** In the order in which they press. */
const parts: { kind: Owed['kind']; title: Message; why?: Message }[] = [
  { kind: 'ask', title: texts.asks, why: texts.asksWhy },
  { kind: 'decision', title: texts.decisions, why: texts.decisionsWhy },
  { kind: 'check-in', title: texts.checkIns },
  { kind: 'source', title: texts.sources, why: texts.sourcesWhy },
  { kind: 'score', title: texts.scores, why: texts.scoresWhy },
  { kind: 'verdict', title: texts.verdicts, why: texts.verdictsWhy },
  { kind: 'live', title: texts.lives, why: texts.livesWhy },
  { kind: 'hypothesis', title: texts.hypotheses, why: texts.hypothesesWhy },
  { kind: 'too-early', title: texts.later, why: texts.laterWhy },
];

/** What waits on whole objectives comes after what waits on one key result. */
const objectiveParts: { kind: OwedOnObjective['kind']; title: Message; why: Message }[] = [
  { kind: 'write-up', title: texts.writeUps, why: texts.writeUpsWhy },
  { kind: 'next-step', title: texts.nextSteps, why: texts.nextStepsWhy },
];

/** What waits for the person reading, after their cycles have closed, too (design §3.8). */
export function MinePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const reading = useCall('mine.read', {});
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Heading size="large" as="h1">
          {t(texts.title)}
        </Heading>
        <Button onClick={() => void navigate(alonePath)}>{t(texts.alone)}</Button>
      </div>
      <JiraMissing />
      <Read reading={reading} skeleton={<SkeletonLines lines={6} />}>
        {(value) => (
          <>
            {value.owed.length +
              value.onObjectives.length +
              value.toConfirm.length +
              value.kpis.length +
              value.preparing.length ===
            0 ? (
              <Nothing />
            ) : (
              <Everything reading={value} />
            )}
            <ReminderChoice reading={value} />
          </>
        )}
      </Read>
    </main>
  );
}

function Everything({ reading }: { reading: MineReading }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const stood = allStanding(reading);
  const standing = new Map(stood.map((of) => [of.keyResult.id, of]));
  const signalled = firstRows(reading.owed);
  return (
    <>
      <p className={styles.quiet}>{t(texts.lead)}</p>
      <ToConfirm waiting={reading.toConfirm} />
      {reading.preparing.length > 0 && (
        <Part title={t(preparation.mine)} why={t(preparation.mineWhy)}>
          {reading.preparing.map((one) => (
            <PreparingRow key={`${one.cycle.id} ${one.team.id}`} of={one} />
          ))}
        </Part>
      )}
      {reading.kpis.length > 0 && (
        <Part title={t(kpiWords.due)} why={t(kpiWords.dueWhy)}>
          {reading.kpis.map((kpi) => (
            <KpiRow
              key={kpi.id}
              of={stoodKpi(kpi, reading.site)}
              act={
                <Button
                  spacing="compact"
                  aria-label={t(kpiWords.recordOf, { name: kpi.name })}
                  onClick={() => void navigate(`/kpis/${kpi.id}`)}
                >
                  {t(kpiWords.record)}
                </Button>
              }
            />
          ))}
        </Part>
      )}
      {parts.map(({ kind, title, why }) => {
        const owed = reading.owed.filter((one) => one.kind === kind);
        return owed.length === 0 ? null : (
          <Part key={kind} title={t(title)} why={why === undefined ? '' : t(why)}>
            {owed.map((one) => {
              const of = standing.get(one.keyResultId);
              return of && <OwedRow key={keyOf(one)} of={of} owed={one} signals={signalled.has(one)} />;
            })}
          </Part>
        );
      })}
      {objectiveParts.map(({ kind, title, why }) => {
        const owed = reading.onObjectives.filter((one) => one.kind === kind);
        return owed.length === 0 ? null : (
          <Part key={kind} title={t(title)} why={t(why)}>
            {owed.map((one) => {
              const objective = reading.objectives.find(({ id }) => id === one.objectiveId);
              return (
                objective && (
                  <ObjectiveRow key={objective.id} objective={objective} owed={one} stood={stood} />
                )
              );
            })}
          </Part>
        );
      })}
    </>
  );
}

/** The first row of each key result in the order shown: its mismatch is said once, not with everything owed on it. */
function firstRows(owed: readonly Owed[]): ReadonlySet<Owed> {
  const first = new Map<Owed['keyResultId'], Owed>();
  for (const one of parts.flatMap(({ kind }) => owed.filter((other) => other.kind === kind))) {
    if (!first.has(one.keyResultId)) first.set(one.keyResultId, one);
  }
  return new Set(first.values());
}

function keyOf(owed: Owed): string {
  if ('initiativeId' in owed) return owed.initiativeId;
  return 'checkInId' in owed ? owed.checkInId : owed.keyResultId;
}

function Part({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {why !== '' && <p className={styles.quiet}>{why}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function Nothing() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t(texts.none)}
      action={<Button onClick={() => void navigate('/')}>{t(texts.toOkrs)}</Button>}
    >
      <p>{t(texts.noneWhy)}</p>
    </EmptyState>
  );
}
