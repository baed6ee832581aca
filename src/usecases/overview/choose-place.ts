import { dayIn, daysBetween, type Instant } from '../../domain/dates';
import type { AccountId, CycleId, ProjectId, TeamId } from '../../domain/ids';
import type { CycleRecord, TeamRecord } from '../../storage/records';

/** Above so many teams, all of them at once are more than one page should carry. */
const teamsAtOnce = 6;

/**
 * The cycle to open when none is asked for: the shortest one that runs today, else the latest active one, the
 * next draft, or the last closed one; null without any. `cycles` come the latest first.
 */
export function runningCycle(cycles: readonly CycleRecord[], now: Instant): CycleRecord | null {
  const today = dayIn('UTC', now);
  const active = cycles.filter(({ phase }) => phase === 'active');
  // A cycle is scored in its last days: until it ends it is the one people are in.
  const [shortest] = cycles
    .filter(({ phase }) => phase === 'active' || phase === 'scoring')
    .filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
    .sort((a, b) => daysBetween(a.startsOn, a.endsOn) - daysBetween(b.startsOn, b.endsOn));
  const inPhase = (phase: CycleRecord['phase']) => cycles.find((cycle) => cycle.phase === phase);
  return shortest ?? active[0] ?? inPhase('scoring') ?? inPhase('draft') ?? cycles[0] ?? null;
}

/** Which teams' OKRs to show. `teamId` null: those in `teamIds`, or all when that is null too. */
export type Place = { cycleId: CycleId | null; teamId: TeamId | null; teamIds: TeamId[] | null };

/**
 * What an overview opens with: what was asked for, else the project’s teams, else all teams while they are few,
 * else the first one this person is in.
 */
export function choosePlace(
  asked: { cycleId: CycleId | null; teamId: TeamId | null; projectId: ProjectId | null },
  teams: readonly TeamRecord[],
  cycles: readonly CycleRecord[],
  me: AccountId,
  now: Instant,
): Place {
  const cycleId = asked.cycleId ?? runningCycle(cycles, now)?.id ?? null;
  if (asked.teamId) return { cycleId, teamId: asked.teamId, teamIds: [asked.teamId] };
  const { projectId } = asked;
  const ofProject = projectId ? teams.filter(({ projectIds }) => projectIds.includes(projectId)) : [];
  if (ofProject.length > 0) {
    const ids = ofProject.slice(0, teamsAtOnce).map(({ id }) => id);
    return { cycleId, teamId: ids.length === 1 ? (ids[0] ?? null) : null, teamIds: ids };
  }
  if (teams.length <= teamsAtOnce) return { cycleId, teamId: null, teamIds: null };
  const mine = chooseTeam(teams, null, me);
  return mine ? { cycleId, teamId: mine.id, teamIds: [mine.id] } : { cycleId, teamId: null, teamIds: null };
}

/** The one team to open when none is asked for: the project's first, else the first one this person is in, else the first. */
export function chooseTeam(
  teams: readonly TeamRecord[],
  projectId: ProjectId | null,
  me: AccountId,
): TeamRecord | undefined {
  const here = projectId ? teams.filter(({ projectIds }) => projectIds.includes(projectId)) : [];
  const among = here.length > 0 ? here : teams;
  return among.find(({ lead, members }) => lead === me || members.includes(me)) ?? among[0];
}
