import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OverviewReading } from '../../../../../src/contract/calls';
import type { CycleReading, TeamReading } from '../../../../../src/contract/readings';
import { isUuid, type CycleId, type ObjectiveId, type TeamId } from '../../../../../src/domain/ids';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { teamOptions } from '../../components/team-options';
import { Waiting } from '../../components/waiting';
import { draft as texts } from '../../messages/en/draft';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import { BesideLearnings } from '../closing/learnings';
import pages from '../pages/pages.module.css';
import styles from './draft.module.css';
import { DraftedObjective } from './drafted-objective';
import { useNews } from './news';
import { ObjectiveLine } from './objective-line';

/** How often the draft is read again while somebody looks at it, in milliseconds: people in one sitting wait for each other. */
const readEvery = 5_000;

/** A team's OKRs of a cycle, written by several people in one sitting. Team and cycle are in the address, to be shared. */
export function DraftPage() {
  const [params, setParams] = useSearchParams();
  const teamId = params.get('team');
  const cycleId = params.get('cycle');
  const reading = useCall(
    'overview.read',
    {
      cycleId: isUuid<'cycle'>(cycleId) ? cycleId : null,
      teamId: isUuid<'team'>(teamId) ? teamId : null,
      projectId: null,
    },
    { keep: true, every: readEvery },
  );
  const go = (name: 'team' | 'cycle', id: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set(name, id);
      return next;
    });
  return (
    <main className={pages.page}>
      <JiraMissing />
      <Read reading={reading}>
        {(value) => {
          const team = value.teams.find(({ id }) => id === teamId);
          const cycle = value.cycles.find(({ id, phase }) => id === cycleId && phase !== 'closed');
          // Until the chosen place is read, what is here is still the one before.
          const isRead = value.teamId === teamId && value.cycleId === cycleId;
          return (
            <>
              <Head reading={value} team={team} cycle={cycle} go={go} />
              {team && cycle ? (
                isRead ? (
                  <Draft key={`${team.id} ${cycle.id}`} reading={value} team={team} cycle={cycle} />
                ) : (
                  <Waiting />
                )
              ) : (
                <Missing reading={value} />
              )}
            </>
          );
        }}
      </Read>
    </main>
  );
}

type HeadProps = {
  reading: OverviewReading;
  team: TeamReading | undefined;
  cycle: CycleReading | undefined;
  go: (name: 'team' | 'cycle', id: string) => void;
};

function Head({ reading, team, cycle, go }: HeadProps) {
  const { t } = useWords();
  return (
    <div className={styles.head}>
      <Heading size="large" as="h1">
        {team && cycle ? t(texts.title, { team: team.name, cycle: cycle.name }) : t(texts.titleAny)}
      </Heading>
      <div className={styles.choices}>
        <Choice<TeamId>
          isCompact
          label={t(texts.team)}
          value={team?.id ?? null}
          options={teamOptions(
            reading.teams.filter(({ id, archived }) => !archived || id === team?.id),
            reading.teams,
          )}
          onChoose={(id) => go('team', id)}
        />
        <Choice<CycleId>
          isCompact
          label={t(texts.cycle)}
          value={cycle?.id ?? null}
          options={openCycles(reading).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => go('cycle', id)}
        />
      </div>
    </div>
  );
}

/** Drafts first: those are what this page is for; a cycle that runs takes new objectives too. */
function openCycles({ cycles }: OverviewReading): CycleReading[] {
  const of = (phase: CycleReading['phase']) => cycles.filter((cycle) => cycle.phase === phase);
  return [...of('draft'), ...of('active')];
}

function Missing({ reading }: { reading: OverviewReading }) {
  const { t } = useWords();
  if (openCycles(reading).length > 0) {
    return (
      <EmptyState title={t(texts.choose)}>
        <p>{t(texts.chooseWhy)}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t(texts.noCycle)} action={<PageLink to="/cycles">{t(texts.cycles)}</PageLink>}>
      <p>{t(texts.noCycleWhy)}</p>
    </EmptyState>
  );
}

type DraftProps = { reading: OverviewReading; team: TeamReading; cycle: CycleReading };

function Draft({ reading: { objectives }, team, cycle }: DraftProps) {
  const { t } = useWords();
  const [own, setOwn] = useState<ReadonlyMap<string, number>>(new Map());
  const [next, setNext] = useState<{ id: ObjectiveId; sentences: string[] } | null>(null);
  const [used, setUsed] = useState<{ of: Stood; id: ObjectiveId } | null>(null);
  const news = useNews(objectives, own);
  // What is taken over from the cycle before goes to the objective written last.
  const last = objectives.findLast(({ can }) => can.edit);
  const place = { teamId: team.id, cycleId: cycle.id };
  const mine = (id: string, version: number) => setOwn((now) => new Map(now).set(id, version));
  const canWrite = team.can.addObjective;
  return (
    <BesideLearnings place={place} {...(last && { onUse: (of) => setUsed({ of, id: last.id }) })}>
      {!canWrite && !objectives.some(({ can }) => can.edit) && (
        <Notice tone="info">{t(texts.readOnly)}</Notice>
      )}
      {objectives.length === 0 && (
        <EmptyState title={t(texts.empty)}>
          <p>{t(texts.emptyWhy)}</p>
        </EmptyState>
      )}
      {objectives.map((objective) => (
        <DraftedObjective
          key={objective.id}
          objective={objective}
          news={news}
          sentences={next?.id === objective.id ? next.sentences : []}
          used={used?.id === objective.id ? used.of : null}
          isNext={next?.id === objective.id}
          onSaved={mine}
          onWritten={(sentence) => {
            if (sentence === null) setUsed(null);
            else setNext((now) => now && { ...now, sentences: without(now.sentences, sentence) });
          }}
        />
      ))}
      {canWrite && (
        <ObjectiveLine
          place={place}
          dates={{ startsOn: cycle.startsOn, dueOn: cycle.endsOn }}
          onSaved={(id, version, sentences) => {
            mine(id, version);
            setNext({ id, sentences });
          }}
        />
      )}
      <p className={styles.quiet}>{t(texts.refreshed)}</p>
      {objectives.length > 0 && cycle.phase === 'draft' && (
        <p className={styles.next}>
          {t(texts.next)}
          <PageLink to={`/review?cycle=${cycle.id}`}>{t(texts.review)}</PageLink>
          <PageLink to="/cycles">{t(texts.start)}</PageLink>
        </p>
      )}
    </BesideLearnings>
  );
}

function without(sentences: readonly string[], written: string): string[] {
  return sentences.filter((one) => one !== written);
}
