import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OverviewReading } from '../../../../../src/contract/calls';
import { isUuid, type ProjectId } from '../../../../../src/domain/ids';
import { teamsAtOnce } from '../../../../../src/domain/teams-at-once';
import { EmptyState } from '../../components/empty-state';
import { allStanding } from '../../components/how-it-stands';
import { JiraMissing } from '../../components/jira-missing';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { closing } from '../../messages/en/closing';
import { draft } from '../../messages/en/draft';
import { overview as texts } from '../../messages/en/overview';
import { exportLink } from '../../messages/en/export-link';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { useCall } from '../../rpc/use-call';
import { allShared, sharedBeneath } from '../sharing/shared-beneath';
import { SharedRows } from '../sharing/shared-rows';
import { Direction } from '../team/direction';
import { matches, type Filters } from './filters';
import { Notices } from './notices';
import { ObjectiveCard } from './objective-card';
import { OverviewBar } from './overview-bar';
import styles from './overview.module.css';

type Props = {
  /** On a project's page: its teams are shown first. */
  projectId: ProjectId | null;
  /** What a site without teams shows. */
  firstSteps: ReactNode;
  /** What can be done on the page. */
  acts: (reading: OverviewReading) => ReactNode;
};

const everything: Filters = { text: '', owner: null, pace: null };

/** A cycle's objectives and key results of a team, or of all. Cycle and team are in the address, to be shared. */
export function Overview({ projectId, firstSteps, acts }: Props) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [filters, setFilters] = useState(everything);
  const cycleId = params.get('cycle');
  const teamId = params.get('team');
  const reading = useCall('overview.read', {
    cycleId: isUuid<'cycle'>(cycleId) ? cycleId : null,
    teamId: isUuid<'team'>(teamId) ? teamId : null,
    projectId,
  });

  function go(name: 'cycle' | 'team', id: string | null) {
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (id === null) next.delete(name);
      else next.set(name, id);
      return next;
    });
  }

  if (reading.state === 'refused') {
    // The address asks for a team or cycle that is not there: the way on is an address without them.
    return (
      <main className={styles.page}>
        <Notice tone="warning">
          <p>{reading.refusal.message}</p>
          <Button spacing="compact" onClick={() => setParams({})}>
            {t(texts.showAll)}
          </Button>
        </Notice>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <Read reading={reading}>
        {(value) =>
          value.teams.length === 0 ? (
            firstSteps
          ) : (
            <>
              <PageHead reading={value} acts={acts(value)} />
              <JiraMissing />
              <Direction directory={value} />
              <Notices notices={value.notices} />
              <OverviewBar
                reading={value}
                showsAllTeams={showsAllTeams(value, projectId)}
                filters={filters}
                onFilter={setFilters}
                onCycle={(id) => go('cycle', id)}
                onTeam={(id) => go('team', id)}
              >
                <PageLink to={exportPath(value)}>{t(exportLink.export)}</PageLink>
              </OverviewBar>
              <Objectives reading={value} filters={filters} onShowAll={() => setFilters(everything)} />
            </>
          )
        }
      </Read>
    </main>
  );
}

/** Whether the page without a team is of more than one: of all teams while they are few, or of the project's. */
function showsAllTeams({ teamId, teams }: OverviewReading, projectId: ProjectId | null): boolean {
  const there = teams.filter(({ archived }) => !archived);
  const here = projectId === null ? [] : there.filter(({ projectIds }) => projectIds.includes(projectId));
  return teamId === null || there.length <= teamsAtOnce || here.length > 1;
}

/** The export of what the bar shows. */
function exportPath({ cycleId, teamId }: OverviewReading): string {
  const params = Object.entries({ cycle: cycleId, team: teamId }).flatMap(([key, id]) =>
    id === null ? [] : [[key, id]],
  );
  return `/export?${new URLSearchParams(params).toString()}`;
}

function PageHead({ reading, acts }: { reading: OverviewReading; acts: ReactNode }) {
  const { t, day } = useWords();
  const team = reading.teams.find(({ id }) => id === reading.teamId);
  const cycle = reading.cycles.find(({ id }) => id === reading.cycleId);
  return (
    <div className={styles.head}>
      <div className={styles.what}>
        <Heading size="large" as="h1">
          {team === undefined ? t(texts.title) : t(texts.titleOf, { team: team.name })}
        </Heading>
        {cycle !== undefined && (
          <p className={styles.quiet}>
            {cycle.name}: {t(texts.dates, { from: day(cycle.startsOn), to: day(cycle.endsOn) })}
            {cycle.phase === 'draft' && (
              <>
                {' · '}
                <PageLink to={`/draft?cycle=${cycle.id}${team === undefined ? '' : `&team=${team.id}`}`}>
                  {t(draft.open)}
                </PageLink>
              </>
            )}
            {(cycle.phase === 'scoring' || cycle.phase === 'closed') && (
              <>
                {' · '}
                <PageLink to={closingPath(cycle.id, reading.teamId)}>
                  {t(cycle.phase === 'closed' ? closing.openReport : closing.open)}
                </PageLink>
              </>
            )}
          </p>
        )}
      </div>
      {acts}
    </div>
  );
}

type ObjectivesProps = {
  reading: OverviewReading;
  filters: Filters;
  onShowAll: () => void;
};

function Objectives({ reading, filters, onShowAll }: ObjectivesProps) {
  const { t } = useWords();
  if (reading.objectives.length === 0) {
    return (
      <EmptyState title={t(texts.noObjectives)}>
        <p>{t(texts.noObjectivesWhy)}</p>
      </EmptyState>
    );
  }
  const all = allStanding(reading);
  const shown = all.filter((of) => matches(of, filters));
  const shared = allShared(reading).filter(({ of }) => matches(of, filters));
  if (shown.length + shared.length === 0 && all.length > 0) {
    return (
      <EmptyState title={t(texts.noneFound)} action={<Button onClick={onShowAll}>{t(texts.showAll)}</Button>}>
        {null}
      </EmptyState>
    );
  }
  const narrowed = shown.length < all.length;
  return reading.objectives.map((objective) => {
    const ofIt = (of: (typeof all)[number]) => of.objective.id === objective.id;
    const rows = shown.filter(ofIt);
    const beneath = sharedBeneath(shared, objective.id);
    if (narrowed && rows.length + beneath.length === 0) return null;
    return (
      <ObjectiveCard
        key={objective.id}
        objective={objective}
        all={all.filter(ofIt)}
        shown={rows}
        beneath={<SharedRows items={beneath} beneath={objective} />}
      />
    );
  });
}
