import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useNavigate, useSearchParams } from 'react-router';
import type { MeetingReading } from '../../../../../src/contract/meeting-calls';
import { addIntervals } from '../../../../../src/domain/cadence';
import { isUuid, type ProjectId } from '../../../../../src/domain/ids';
import { isSaidSince, standsSince } from '../../../../../src/domain/need';
import { todayIn, usePlace } from '../../boot/place-context';
import { Choice } from '../../components/choice';
import { EmptyState } from '../../components/empty-state';
import { allStanding } from '../../components/how-it-stands';
import { Notice } from '../../components/notice';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { teamOptions } from '../../components/team-options';
import { meeting as texts } from '../../messages/en/meeting';
import { overview } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { alonePath, meetingPath } from '../../rpc/meeting-path';
import { useCall } from '../../rpc/use-call';
import { Earlier } from './earlier';
import { EndMeeting } from './end-meeting';
import { Followed, followedBefore } from './followed';
import { KeyResults } from './key-results';
import styles from './meeting.module.css';

/** A team's check-in; team and cycle are in the address, to be shared. */
export function TeamMeeting({ projectId }: { projectId: ProjectId | null }) {
  const [params] = useSearchParams();
  const teamId = params.get('team');
  const cycleId = params.get('cycle');
  const asked = {
    teamId: isUuid<'team'>(teamId) ? teamId : null,
    cycleId: isUuid<'cycle'>(cycleId) ? cycleId : null,
    projectId,
  };
  const reading = useCall('meeting.read', asked);
  return (
    <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
      {(value) => <Meeting key={`${value.teamId ?? ''} ${value.cycleId ?? ''}`} reading={value} />}
    </Read>
  );
}

function Meeting({ reading }: { reading: MeetingReading }) {
  const { t } = useWords();
  const team = reading.teams.find(({ id }) => id === reading.teamId);
  const cycle = reading.cycles.find(({ id }) => id === reading.cycleId);
  const { timeZone } = usePlace();
  const today = todayIn(team?.timeZone ?? timeZone);
  const cadenceAgo = addIntervals(today, team?.cadence ?? 'weekly', -1);
  const since = reading.since ?? standsSince(null, cadenceAgo);
  const stands = standsSince(reading.since, cadenceAgo);
  const stood = allStanding(reading);
  const items = followedBefore(stood, () => since);
  const open = stood.filter(({ keyResult }) => !isSaidSince(keyResult.checkIns, since)).length;
  const runs = cycle?.phase === 'active' || cycle?.phase === 'scoring';
  return (
    <>
      <Head reading={reading} />
      {cycle && !runs && <Notice tone="info">{t(texts.notRunning, { cycle: cycle.name })}</Notice>}
      {stood.length === 0 && <Nothing />}
      {stood.length > 0 && (
        <>
          {!stood.some(({ keyResult }) => keyResult.can.checkIn) && (
            <Notice tone="info">{t(texts.readOnly)}</Notice>
          )}
          <Followed items={items} takesFocus={items.some(({ item }) => item.isOpen)} />
          <KeyResults
            stood={stood}
            sinceOf={() => stands}
            takesFocus={!items.some(({ item }) => item.isOpen)}
          />
        </>
      )}
      {reading.can.end && team && cycle && stood.length > 0 && (
        <EndMeeting teamId={team.id} cycleId={cycle.id} today={today} open={open} stood={stood} />
      )}
      <Earlier digests={reading.digests} today={today} />
    </>
  );
}

function Head({ reading }: { reading: MeetingReading }) {
  const { t, day } = useWords();
  const navigate = useNavigate();
  const { teams, cycles, teamId, cycleId, since } = reading;
  const team = teams.find(({ id }) => id === teamId);
  const cycle = cycles.find(({ id }) => id === cycleId);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.what}>
          <Heading size="large" as="h1">
            {team === undefined ? t(texts.title) : t(texts.titleOf, { team: team.name })}
          </Heading>
          {cycle && (
            <p className={styles.quiet}>
              {since === null
                ? t(texts.sinceNever, { cycle: cycle.name })
                : t(texts.sinceLast, { cycle: cycle.name, day: day(since.day) })}
              {' · '}
              <PageLink to={alonePath}>{t(texts.onlyMine)}</PageLink>
            </p>
          )}
        </div>
      </div>
      <div className={styles.bar}>
        <Choice
          isCompact
          label={t(texts.team)}
          value={teamId}
          options={teamOptions(teams, teams)}
          onChoose={(id) => void navigate(meetingPath(id, cycleId))}
        />
        <Choice
          isCompact
          label={t(texts.cycle)}
          value={cycleId}
          options={cycles.map(({ id, name, phase }) => ({
            value: id,
            label: `${name} · ${t(overview[phase])}`,
          }))}
          onChoose={(id) => void navigate(meetingPath(teamId, id))}
        />
      </div>
    </>
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
