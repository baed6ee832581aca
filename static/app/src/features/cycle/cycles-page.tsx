import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import type { CyclePhase, CycleReading } from '../../../../../src/contract/readings';
import { todayIn, usePlace } from '../../boot/place-context';
import { ChangedNotice } from '../../components/changed-notice';
import { EmptyState } from '../../components/empty-state';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { closing } from '../../messages/en/closing';
import { overview } from '../../messages/en/overview';
import { pages } from '../../messages/en/pages';
import { publish } from '../../messages/en/review';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from '../pages/pages.module.css';
import { CycleForm } from './cycle-form';
import { suggestQuarter } from './suggest-cycle';

const PublishCheck = lazy(() => import('../review/publish-check'));

/** All cycles, latest first: their dates and phases, and changing them. */
export function CyclesPage() {
  const reading = useCall('directory.read', {});
  return (
    <main className={styles.page}>
      <Read reading={reading}>{(directory) => <Cycles directory={directory} />}</Read>
    </main>
  );
}

function Cycles({ directory: { cycles, me } }: { directory: Directory }) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const [open, setOpen] = useState<CycleReading['id'] | 'new' | null>(null);
  const create = useAct('cycle.create');
  const close = () => setOpen(null);
  const { name, startsOn, endsOn } = suggestQuarter(todayIn(timeZone));
  const add = me.canAddCycle && open !== 'new' && (
    <Button appearance="primary" onClick={() => setOpen('new')}>
      {t(pages.addCycle)}
    </Button>
  );
  return (
    <>
      <div className={styles.line}>
        <Heading size="large" as="h1">
          {t(pages.cycles)}
        </Heading>
        {cycles.length > 0 && add}
      </div>
      {open === 'new' && (
        <section className={styles.step} aria-label={t(pages.addCycle)}>
          <CycleForm
            initial={{ name, startsOn, endsOn, parentId: null }}
            cycles={cycles}
            act={create}
            onCancel={close}
            onSave={async (cycle) => {
              const answer = await create.run(({ id, requestId }) => ({ id: id(), requestId, cycle }));
              if (!answer?.ok) return;
              flag({ title: t(writing.cycleSaved, { name: cycle.name }) });
              close();
            }}
          />
        </section>
      )}
      {cycles.length === 0 && open === null && (
        <EmptyState title={t(pages.noCycles)} action={add}>
          <p>{t(pages.noCyclesWhy)}</p>
        </EmptyState>
      )}
      <ul>
        {cycles.map((cycle) => (
          <li key={cycle.id}>
            <CycleLine
              cycle={cycle}
              canEdit={me.okrLead}
              canStart={me.canAddCycle}
              onEdit={() => setOpen(cycle.id)}
            />
            {open === cycle.id && <EditCycle cycle={cycle} cycles={cycles} onDone={close} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const onwards: Record<CyclePhase, { phase: CyclePhase; act: 'publish' | 'toScoring' | 'close' | 'reopen' }> =
  {
    draft: { phase: 'active', act: 'publish' },
    active: { phase: 'scoring', act: 'toScoring' },
    scoring: { phase: 'closed', act: 'close' },
    closed: { phase: 'scoring', act: 'reopen' },
  };

function CycleLine({
  cycle,
  canEdit,
  canStart,
  onEdit,
}: {
  cycle: CycleReading;
  canEdit: boolean;
  canStart: boolean;
  onEdit: () => void;
}) {
  const { t, day } = useWords();
  const move = useAct('cycle.set-phase');
  const [why, setWhy] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const { phase, act } = onwards[cycle.phase];
  const closed = cycle.phase === 'closed';

  async function set(to: CyclePhase, version: number, reason: string, undoTo: CyclePhase | null) {
    const answer = await move.run(({ requestId }) => ({
      id: cycle.id,
      version,
      requestId,
      phase: to,
      why: reason,
    }));
    if (!answer?.ok) {
      flag({
        title: t(pages.notRemoved),
        description: answer?.refusal.message ?? t(base.callFailed),
        tone: 'error',
      });
      return;
    }
    setWhy(null);
    setPublishing(false);
    const undo = undoTo === null || !canEdit ? null : undoTo;
    flag({
      title: t(pages.phaseMoved, { name: cycle.name, phase: t(overview[to]) }),
      ...(undo === null
        ? {}
        : {
            action: {
              text: t(base.undo),
              onClick: () => void set(undo, answer.value.version, t(pages.undoneWhy), null),
            },
          }),
    });
  }

  return (
    <div className={styles.line}>
      <div className={styles.what}>
        <span className={styles.row}>
          <PageLink quiet to={`/?cycle=${cycle.id}`}>
            {cycle.name}
          </PageLink>
          <Lozenge appearance={cycle.phase === 'active' ? 'inprogress' : 'default'}>
            {t(overview[cycle.phase])}
          </Lozenge>
          {(cycle.phase === 'scoring' || closed) && (
            <PageLink to={closingPath(cycle.id, null)}>
              {t(closed ? closing.openReport : closing.open)}
            </PageLink>
          )}
        </span>
        <span className={styles.quiet}>
          {t(overview.dates, { from: day(cycle.startsOn), to: day(cycle.endsOn) })}
        </span>
      </div>
      <div className={styles.row}>
        <PageLink to={`/review?cycle=${cycle.id}`} label={`${t(publish.reviewOf)}: ${cycle.name}`}>
          {t(publish.reviewOf)}
        </PageLink>
        {/* A cycle is closed where one sees what is missing. */}
        {cycle.phase !== 'scoring' &&
          (canEdit || (canStart && cycle.phase === 'draft')) &&
          why === null &&
          !publishing && (
            <Button
              spacing="compact"
              isLoading={move.busy}
              onClick={() => {
                if (closed) setWhy('');
                else if (cycle.phase === 'draft') setPublishing(true);
                else void set(phase, cycle.version, '', cycle.phase);
              }}
            >
              {t(pages[act])}
            </Button>
          )}
        {canEdit && (
          <Button spacing="compact" aria-label={t(pages.editOf, { name: cycle.name })} onClick={onEdit}>
            {t(pages.edit)}
          </Button>
        )}
      </div>
      {publishing && (
        <Suspense fallback={null}>
          <PublishCheck
            cycle={cycle}
            busy={move.busy}
            onPublish={() => void set(phase, cycle.version, '', cycle.phase)}
            onCancel={() => setPublishing(false)}
          />
        </Suspense>
      )}
      {why !== null && (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            void set(phase, cycle.version, why, null);
          }}
        >
          <TextField label={t(pages.reopenWhy)} value={why} autoFocus onText={setWhy} />
          <Button type="submit" isDisabled={why.trim() === ''} isLoading={move.busy}>
            {t(pages.reopen)}
          </Button>
          <Button appearance="subtle" onClick={() => setWhy(null)}>
            {t(base.cancel)}
          </Button>
        </form>
      )}
    </div>
  );
}

function EditCycle({
  cycle,
  cycles,
  onDone,
}: {
  cycle: CycleReading;
  cycles: CycleReading[];
  onDone: () => void;
}) {
  const { t } = useWords();
  const act = useAct('cycle.edit');
  const [round, setRound] = useState(0);
  const { id, version, name, startsOn, endsOn, parentId } = cycle;
  return (
    <section className={styles.step} aria-label={t(pages.editOf, { name })}>
      <CycleForm
        key={round}
        initial={{ name, startsOn, endsOn, parentId }}
        cycles={cycles.filter((other) => other.id !== id)}
        act={act}
        conflict={<ChangedNotice act={act} onTheirs={() => setRound((now) => now + 1)} />}
        onCancel={onDone}
        onSave={async (changed) => {
          const answer = await act.run(({ requestId }) => ({
            id,
            version,
            requestId,
            cycle: changed,
            why: '',
          }));
          if (!answer?.ok) return;
          flag({ title: t(writing.cycleSaved, { name: changed.name }) });
          onDone();
        }}
      />
    </section>
  );
}
