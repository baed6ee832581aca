import type { AccountId } from '../domain/ids';
import type { Who } from './actor';

export type TeamFacts = { lead: AccountId | null; members: readonly AccountId[] };

/** Its lead and OKR leads change a team. */
export function mayEditTeam(who: Who, team: TeamFacts): boolean {
  return team.lead === who.accountId || who.okrLead;
}

/** Its lead and OKR leads write a team's objectives. */
export function mayAddObjective(who: Who, team: TeamFacts): boolean {
  return mayEditTeam(who, team);
}

/** Whoever leads some team, and OKR leads, start a cycle. */
export function mayAddCycle(who: Who, teams: readonly TeamFacts[]): boolean {
  return mayStartCycle(
    who,
    teams.some((team) => team.lead === who.accountId),
  );
}

/** Whoever may make a cycle may start it: a small company's first quarter waits for nobody. */
export function mayStartCycle(who: Who, leadsSomeTeam: boolean): boolean {
  return who.okrLead || leadsSomeTeam;
}

/** OKR leads change a cycle, and its phase once it runs. */
export function mayEditCycle(who: Who): boolean {
  return who.okrLead;
}

/** OKR leads change the settings. */
export function mayEditSettings(who: Who): boolean {
  return who.okrLead;
}

/** Its members, its lead and OKR leads write a team's retrospective. */
export function mayWriteRetrospective(who: Who, team: TeamFacts): boolean {
  return team.members.includes(who.accountId) || mayEditTeam(who, team);
}

/** The same people end a team's check-in. */
export function mayEndMeeting(who: Who, team: TeamFacts): boolean {
  return mayWriteRetrospective(who, team);
}
