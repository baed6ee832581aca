import type { Who } from './actor';
import { mayAddObjective, type TeamFacts } from './team-policy';

/** Whoever writes a team's objectives says whether the team does what another one needs of it. */
export function mayAnswerDependency(who: Who, asked: TeamFacts): boolean {
  return mayAddObjective(who, asked);
}
