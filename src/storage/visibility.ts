import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { AccountId } from '../domain/ids';
import { objective, team } from './schema';

type Columns<T extends 'objective' | 'team'> = T extends 'objective'
  ? Record<'restricted' | 'owner' | 'viewers', SQLWrapper>
  : Record<'lead' | 'members', SQLWrapper>;

/**
 * Who sees an objective and all beneath it (design §5 "Who may do what"): everyone, unless it is restricted; then
 * its owner, its team and the people named. `null` is a reader nobody knows, who sees nothing restricted. An OKR
 * lead is not named here: leading does not open what is restricted.
 */
export function visibleTo(
  reader: AccountId | null,
  /** Other names of the two tables, where they are joined more than once. */
  { objective: of, team: its }: { objective: Columns<'objective'>; team: Columns<'team'> } = {
    objective,
    team,
  },
): SQL {
  if (reader === null) return sql`${of.restricted} = 0`;
  return sql`(${of.restricted} = 0 OR ${of.owner} = ${reader} OR ${its.lead} = ${reader} OR FIND_IN_SET(${reader}, ${of.viewers}) > 0 OR FIND_IN_SET(${reader}, ${its.members}) > 0)`;
}
