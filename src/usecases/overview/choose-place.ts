import { dayIn, daysBetween, type Instant, type LocalDate } from '../../domain/dates';
import type { AccountId, CycleId, ProjectId, TeamId } from '../../domain/ids';
import { teamsAtOnce } from '../../domain/teams-at-once';
import type { CycleRecord, TeamRecord } from '../../storage/records';

/**
 * The cycle to open when none is asked for: the shortest one that runs today, else the latest active one, the
 * one being scored, the draft whose days these are or that comes next, or the last closed one; null without any. `cycles` come
 * the latest first.
 */
export function runningCycle(cycles: readonly CycleRecord[], now: Instant): CycleRecord | null {
  const today = dayIn('UTC', now);
  const of = (phase: CycleRecord['phase']) => cycles.filter((cycle) => cycle.phase === phase);
  const active = of('active');
  const drafts = of('draft');
  return (
    // A cycle is scored in its last days: until it ends it is the one people are in.
    shortestOn(today, [...active, ...of('scoring')]) ??
    active[0] ??
    of('scoring')[0] ??
    shortestOn(today, drafts) ??
    nextAfter(today, drafts) ??
    drafts[0] ??
    cycles[0] ??
    null
  );
}

function shortestOn(today: LocalDate, cycles: readonly CycleRecord[]): CycleRecord | undefined {
  return cycles
    .filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
    .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

/** The next to start; of those that start together the shortest, since a year begins with its first quarter. */
function nextAfter(today: LocalDate, cycles: readonly CycleRecord[]): CycleRecord | undefined {
  return cycles
    .filter(({ startsOn }) => startsOn > today)
    .sort((a, b) => daysBetween(b.startsOn, a.startsOn) || lengthOf(a) - lengthOf(b))[0];
}

function lengthOf({ startsOn, endsOn }: CycleRecord): number {
  return daysBetween(startsOn, endsOn);
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
