import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { AccountId, ProjectId } from '../domain/ids';
import { aliased } from './aliased';
import type { Database } from './database';
import { cycle, initiative, keyResult, objective, team, workSnapshot } from './schema';
import { visibleTo } from './visibility';

/** More than a plan should carry; the rest is left out. */
const mostDropped = 500;

/** What planning reads beside the OKRs. */
export function createPlanningReader(db: Database) {
  return {
    /**
     * Issues of these projects still attached to a key result that was taken out or whose cycle closed, while the issue itself is
     * not done; the latest attached first. `number` is the n of KR-n.
     */
    async dropped(projectIds: readonly ProjectId[], reader: AccountId) {
      const rows = await db
        .select({
          initiative: aliased(initiative, 'i', ['id', 'issueId']),
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title']),
          cycle: aliased(cycle, 'c', ['name', 'phase']),
        })
        .from(initiative)
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .where(
          and(
            inArray(initiative.projectId, [...projectIds]),
            eq(initiative.detached, false),
            or(eq(keyResult.removed, true), eq(objective.removed, true), eq(cycle.phase, 'closed')),
            or(isNull(workSnapshot.category), ne(workSnapshot.category, 'done')),
            visibleTo(reader),
          ),
        )
        .orderBy(sql`${initiative.attachedAt} DESC LIMIT ${sql.raw(String(mostDropped))}`);
      return rows.map((row) => ({
        initiativeId: row.initiative.id,
        issueId: row.initiative.issueId,
        keyResultId: row.keyResult.id,
        number: row.keyResult.number,
        keyResultTitle: row.keyResult.title,
        because: row.cycle.phase === 'closed' ? ('closed' as const) : ('removed' as const),
        cycleName: row.cycle.name,
      }));
    },
  };
}
