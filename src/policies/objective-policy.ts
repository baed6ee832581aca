import type { AccountId } from '../domain/ids';
import type { Who } from './actor';
import { mayEditTeam, type TeamFacts } from './team-policy';

export type ObjectivePlace = { objective: { owner: AccountId | null }; team: TeamFacts };

/** Its owner, its team's lead and OKR leads write an objective. */
export function mayEditObjective(who: Who, { objective, team }: ObjectivePlace): boolean {
  return objective.owner === who.accountId || mayEditTeam(who, team);
}
