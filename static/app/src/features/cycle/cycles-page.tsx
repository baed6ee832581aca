import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import type { CycleReading } from '../../../../../src/contract/readings';
import { daysBetween } from '../../../../../src/domain/dates';
import { todayIn, usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { Read } from '../../components/read';
import { cycleWords as texts } from '../../messages/en/cycles';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { HistoryOf } from '../../components/history/history-of';
import styles from '../pages/pages.module.css';
import { CycleForm } from './cycle-form';
import { CycleLine } from './cycle-line';
import own from './cycle.module.css';
import { cycleTree, type CycleNode } from './cycle-tree';
import { EditCycle } from './edit-cycle';
import { Phases } from './phases';
import { suggestQuarter, suggestYear } from './suggest-cycle';
import { YearForm } from './year-form';

/** What is open on the page: a new cycle, a new year, or something of one cycle. */
type Open = { part: 'new' | 'year' } | { part: 'edit' | 'divide' | 'history'; id: CycleReading['id'] };

/** Shorter cycles hold no others. */
const shortestDivided = 80;

/** All cycles, latest first, each with those within it: their dates and phases, and changing them. */
export function CyclesPage() {
  const reading = useCall('directory.read', {});
  return (
    <main className={styles.page}>
      <Read reading={reading}>{(directory) => <Cycles directory={directory} />}</Read>
    </main>
  );
}

function Cycles({ directory }: { directory: Directory }) {
  const { cycles, me } = directory;
  const { t } = useWords();
  const { timeZone } = usePlace();
  const [open, setOpen] = useState<Open | null>(null);
  const create = useAct('cycle.create');
  const close = () => setOpen(null);
  const today = todayIn(timeZone);
  const { name, startsOn, endsOn } = suggestQuarter(today);
  const isNew = open?.part === 'new' || open?.part === 'year';
  const add = me.canAddCycle && !isNew && (
    <div className={styles.row}>
      <Button appearance="primary" onClick={() => setOpen({ part: 'year' })}>
        {t(texts.planYear)}
      </Button>
      <Button onClick={() => setOpen({ part: 'new' })}>{t(pages.addCycle)}</Button>
    </div>
  );
  return (
    <>
      <div className={styles.line}>
        <div className={styles.what}>
          <Heading size="large" as="h1">
            {t(pages.cycles)}
          </Heading>
          <p className={styles.lead}>{t(texts.lead)}</p>
        </div>
        {cycles.length > 0 && add}
      </div>
      <Phases />
      {open?.part === 'year' && (
        <section className={styles.step} aria-label={t(texts.planYear)}>
          <p className={styles.lead}>{t(texts.planYearWhy)}</p>
          <YearForm outer={null} firstDay={suggestYear(today, cycles)} cycles={cycles} onDone={close} />
        </section>
      )}
      {open?.part === 'new' && (
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
      <CycleNodes nodes={cycleTree(cycles)} directory={directory} open={open} onOpen={setOpen} isTop />
    </>
  );
}

type NodesProps = {
  nodes: CycleNode[];
  directory: Directory;
  open: Open | null;
  onOpen: (open: Open | null) => void;
  isTop?: boolean;
};

function CycleNodes({ nodes, directory, open, onOpen, isTop = false }: NodesProps) {
  const { t } = useWords();
  const { cycles, me } = directory;
  const close = () => onOpen(null);
  return (
    <ul className={isTop ? undefined : own.within}>
      {nodes.map(({ cycle, within }) => {
        const part = open !== null && 'id' in open && open.id === cycle.id ? open.part : null;
        return (
          <li key={cycle.id}>
            <CycleLine
              cycle={cycle}
              canEdit={me.okrLead}
              canStart={me.canAddCycle}
              canDivide={
                me.canAddCycle &&
                cycle.phase !== 'closed' &&
                daysBetween(cycle.startsOn, cycle.endsOn) >= shortestDivided
              }
              onOpen={(of) => onOpen({ part: of, id: cycle.id })}
            />
            {part === 'edit' && <EditCycle cycle={cycle} cycles={cycles} onDone={close} />}
            {part === 'divide' && (
              <section className={styles.step} aria-label={t(texts.divideTitle, { name: cycle.name })}>
                <YearForm outer={cycle} firstDay={cycle.startsOn} cycles={cycles} onDone={close} />
              </section>
            )}
            {part === 'history' && (
              <HistoryOf
                of={{ entity: 'cycle', id: cycle.id }}
                name={cycle.name}
                names={new Map(cycles.map((one) => [one.id, one.name]))}
                onClose={{ text: t(texts.closeHistory), run: close }}
              />
            )}
            {within.length > 0 && (
              <CycleNodes nodes={within} directory={directory} open={open} onOpen={onOpen} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
