import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useState } from 'react';
import type { CyclePhase, CycleReading } from '../../../../../src/contract/readings';
import { todayIn, usePlace } from '../../boot/place-context';
import { PageLink } from '../../components/page-link';
import { TextField } from '../../components/text-field';
import { base } from '../../messages/en/base';
import { closing } from '../../messages/en/closing';
import { cycleWords } from '../../messages/en/cycles';
import { overview } from '../../messages/en/overview';
import { pages } from '../../messages/en/pages';
import { publish } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { preparationPath } from '../../rpc/preparation-path';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import styles from '../pages/pages.module.css';
import { sayCountdown } from './say-countdown';

const PublishCheck = lazy(() => import('../review/publish-check'));

const onwards: Record<CyclePhase, { phase: CyclePhase; act: 'publish' | 'toScoring' | 'close' | 'reopen' }> =
  {
    draft: { phase: 'active', act: 'publish' },
    active: { phase: 'scoring', act: 'toScoring' },
    scoring: { phase: 'closed', act: 'close' },
    closed: { phase: 'scoring', act: 'reopen' },
  };

type Props = {
  cycle: CycleReading;
  canEdit: boolean;
  canStart: boolean;
  /** Long enough to hold others. */
  canDivide: boolean;
  onOpen: (part: 'edit' | 'divide' | 'history') => void;
};

/** A cycle: its dates and phase, the way on to the next phase, and what else can be done with it. */
export function CycleLine({ cycle, canEdit, canStart, canDivide, onOpen }: Props) {
  const words = useWords();
  const { t, day } = words;
  const { timeZone } = usePlace();
  const countdown = sayCountdown(cycle, todayIn(timeZone), words);
  const told = useTold();
  const move = useAct('cycle.set-phase');
  const [why, setWhy] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const { phase, act } = onwards[cycle.phase];
  const closed = cycle.phase === 'closed';

  async function set(to: CyclePhase, version: number, reason: string, undoTo: CyclePhase | null) {
    const moved = await told(
      move.run(({ requestId }) => ({ id: cycle.id, version, requestId, phase: to, why: reason })),
      {
        done: t(pages.phaseMoved, { name: cycle.name, phase: t(overview[to]) }),
        failed: t(pages.notRemoved),
        undo:
          undoTo === null || !canEdit
            ? undefined
            : (now) => set(undoTo, now.version, t(pages.undoneWhy), null),
      },
    );
    if (moved === null) return;
    setWhy(null);
    setPublishing(false);
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
          {countdown !== '' && ` · ${countdown}`}
        </span>
      </div>
      <div className={styles.row}>
        {cycle.phase === 'draft' && (
          <PageLink
            to={preparationPath(cycle.id, null)}
            label={t(cycleWords.prepareOf, { name: cycle.name })}
          >
            {t(cycleWords.prepare)}
          </PageLink>
        )}
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
          <Button
            spacing="compact"
            aria-label={t(pages.editOf, { name: cycle.name })}
            onClick={() => onOpen('edit')}
          >
            {t(pages.edit)}
          </Button>
        )}
        {canDivide && (
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t(cycleWords.divideOf, { name: cycle.name })}
            onClick={() => onOpen('divide')}
          >
            {t(cycleWords.divide)}
          </Button>
        )}
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={t(cycleWords.historyOf, { name: cycle.name })}
          onClick={() => onOpen('history')}
        >
          {t(cycleWords.history)}
        </Button>
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
