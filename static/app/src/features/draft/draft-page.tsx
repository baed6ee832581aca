import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Directory } from '../../../../../src/contract/calls';
import type { DraftReading } from '../../../../../src/contract/preparation-calls';
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
import { useWaiting } from './use-waiting';
import { ObjectiveLine } from './objective-line';

/** How often the draft is read again while somebody looks at it, in milliseconds: people in one sitting wait for each other. */
const readEvery = 5_000;

/** A team's OKRs of a cycle, written by several people in one sitting. Team and cycle are in the address, to be shared. */
export function DraftPage() {
  const [params] = useSearchParams();
  const teamId = params.get('team');
  const cycleId = params.get('cycle');
  return (
    <main className={pages.page}>
      <JiraMissing />
      {isUuid<'team'>(teamId) && isUuid<'cycle'>(cycleId) ? (
        <Chosen place={{ teamId, cycleId }} />
      ) : (
        <Unchosen />
      )}
    </main>
  );
}

function Chosen({ place }: { place: { teamId: TeamId; cycleId: CycleId } }) {
  const reading = useCall('draft.read', place, { keep: true, every: readEvery });
  return (
    <Read reading={reading}>
      {(value) => {
        const team = value.teams.find(({ id }) => id === place.teamId);
        const cycle = value.cycles.find(({ id, phase }) => id === place.cycleId && phase !== 'closed');
        // Until the chosen place is read, what is here is still the one before.
        const isRead = value.teamId === place.teamId && value.cycleId === place.cycleId;
        return (
          <>
            <Head directory={value} team={team} cycle={cycle} />
            {!team || !cycle ? (
              <Missing directory={value} />
            ) : isRead ? (
              <Draft key={`${team.id} ${cycle.id}`} reading={value} team={team} cycle={cycle} />
            ) : (
              <Waiting />
            )}
          </>
        );
      }}
    </Read>
  );
}

/** Before team and cycle are both in the address. */
function Unchosen() {
  const [params] = useSearchParams();
  const reading = useCall('directory.read', {});
  return (
    <Read reading={reading}>
      {(value) => (
        <>
          <Head
            directory={value}
            team={value.teams.find(({ id }) => id === params.get('team'))}
            cycle={value.cycles.find(({ id }) => id === params.get('cycle'))}
          />
          <Missing directory={value} />
        </>
      )}
    </Read>
  );
}

type HeadProps = {
  directory: Directory;
  team: TeamReading | undefined;
  cycle: CycleReading | undefined;
};

function Head({ directory, team, cycle }: HeadProps) {
  const { t } = useWords();
  const [, setParams] = useSearchParams();
  const go = (name: 'team' | 'cycle', id: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set(name, id);
      return next;
    });
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
            directory.teams.filter(({ id, archived }) => !archived || id === team?.id),
            directory.teams,
          )}
          onChoose={(id) => go('team', id)}
        />
        <Choice<CycleId>
          isCompact
          label={t(texts.cycle)}
          value={cycle?.id ?? null}
          options={openCycles(directory).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => go('cycle', id)}
        />
      </div>
    </div>
  );
}

/** Drafts first: those are what this page is for; a cycle that runs takes new objectives too. */
function openCycles({ cycles }: Directory): CycleReading[] {
  const of = (phase: CycleReading['phase']) => cycles.filter((cycle) => cycle.phase === phase);
  return [...of('draft'), ...of('active')];
}

function Missing({ directory }: { directory: Directory }) {
  const { t } = useWords();
  if (openCycles(directory).length > 0) {
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

type DraftProps = { reading: DraftReading; team: TeamReading; cycle: CycleReading };

function Draft({ reading: { objectives, before }, team, cycle }: DraftProps) {
  const { t } = useWords();
  const [own, setOwn] = useState<ReadonlyMap<string, number>>(new Map());
  /** Written just now: its key results come next. */
  const [next, setNext] = useState<ObjectiveId | null>(null);
  const [used, setUsed] = useState<{ of: Stood; id: ObjectiveId } | null>(null);
  const news = useNews(objectives, own);
  // What is taken over from the cycle before goes to the objective written last.
  const last = objectives.findLast(({ can }) => can.edit);
  const place = { teamId: team.id, cycleId: cycle.id };
  const waiting = useWaiting(place);
  const mine = (id: string, version: number) => setOwn((now) => new Map(now).set(id, version));
  const canWrite = team.can.addObjective;
  return (
    <BesideLearnings before={before} {...(last && { onUse: (of) => setUsed({ of, id: last.id }) })}>
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
          sentences={waiting.of(objective.id)}
          used={used?.id === objective.id ? used.of : null}
          isNext={next === objective.id}
          onSaved={mine}
          onWritten={(sentence) => {
            if (sentence === null) setUsed(null);
            else waiting.remove(objective.id, sentence);
          }}
        />
      ))}
      {canWrite && (
        <ObjectiveLine
          place={place}
          dates={{ startsOn: cycle.startsOn, dueOn: cycle.endsOn }}
          onSaved={(id, version, sentences) => {
            mine(id, version);
            waiting.add(id, sentences);
            setNext(id);
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
