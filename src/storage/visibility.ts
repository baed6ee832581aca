import { sql, type SQL } from 'drizzle-orm';
import type { AccountId } from '../domain/ids';
import { objective, team } from './schema';

/**
 * Who sees an objective and all beneath it (design §5 "Who may do what"): everyone, unless it is restricted; then
 * its owner, its team and the people named. `null` is a reader nobody knows, who sees nothing restricted. An OKR
 * lead is not named here: leading does not open what is restricted.
 */
export function visibleTo(reader: AccountId | null): SQL {
  if (reader === null) return sql`${objective.restricted} = 0`;
  return sql`(${objective.restricted} = 0 OR ${objective.owner} = ${reader} OR ${team.lead} = ${reader} OR FIND_IN_SET(${reader}, ${objective.viewers}) > 0 OR FIND_IN_SET(${reader}, ${team.members}) > 0)`;
}
