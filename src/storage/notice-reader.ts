import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { AccountId } from '../domain/ids';
import type { Database } from './database';
import { cycle, inactiveAccount, initiative, keyResult, objective, team } from './schema';

/** The newest notices that a view shows. */
const shown = 50;

/** An initiative that somebody else attached to a key result this person owes. */
export function createNoticeReader(db: Database) {
  return {
    /** Not yet acknowledged ones, the newest first. One whose owner is nobody or left is its team lead's to owe. */
    async of(person: AccountId) {
      return db
        .select({
          initiativeId: sql`${initiative.id}`.mapWith(initiative.id).as('initiative_id'),
          keyResultId: sql`${keyResult.id}`.mapWith(keyResult.id).as('key_result_id'),
          number: keyResult.number,
          keyResultTitle: keyResult.title,
          issueId: initiative.issueId,
          by: initiative.attachedBy,
          at: initiative.attachedAt,
        })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .innerJoin(initiative, eq(initiative.keyResultId, keyResult.id))
        .leftJoin(inactiveAccount, eq(inactiveAccount.accountId, keyResult.owner))
        .where(
          and(
            or(
              eq(keyResult.owner, person),
              and(or(isNull(keyResult.owner), isNotNull(inactiveAccount.accountId)), eq(team.lead, person)),
            ),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            ne(cycle.phase, 'closed'),
            eq(initiative.detached, false),
            isNull(initiative.acknowledgedAt),
            ne(initiative.attachedBy, person),
          ),
        )
        .orderBy(sql`${initiative.attachedAt} DESC, ${initiative.id} DESC LIMIT ${sql.raw(String(shown))}`);
    },
  };
}
