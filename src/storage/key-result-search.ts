import { and, eq, ne, or, sql, type SQL } from 'drizzle-orm';
import type { AccountId, ProjectId } from '../domain/ids';
import { aliased } from './aliased';
import type { Database } from './database';
import { cycle, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';

/** The best matches that a picker shows. */
const shown = 30;
/** A longer search says no more. */
const maxWords = 6;

/** Text to find anywhere in a column; what LIKE would take for a pattern stands for itself. */
function containing(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}

function matches(word: string): SQL | undefined {
  const pattern = containing(word);
  const number = /^(?:[A-Za-z]{1,6}-)?(\d{1,9})$/.exec(word)?.[1];
  return or(
    sql`${keyResult.title} LIKE ${pattern} ESCAPE '!'`,
    sql`${objective.title} LIKE ${pattern} ESCAPE '!'`,
    sql`${team.name} LIKE ${pattern} ESCAPE '!'`,
    number === undefined ? undefined : eq(keyResult.number, Number(number)),
  );
}

/** Finds key results to attach an issue to. */
export function createKeyResultSearch(db: Database) {
  return {
    /**
     * Key results of cycles not closed that `reader` may see and that every word fits: title, objective, team or
     * key. One asked for by its key comes first, then the project's own teams, then running cycles.
     */
    async find(text: string, projectId: ProjectId | null, reader: AccountId) {
      const words = text.split(/\s+/).filter(Boolean).slice(0, maxWords);
      const ownProject = sql<number>`(FIND_IN_SET(${projectId ?? ''}, ${team.projectIds}) > 0)`;
      const key = /^(?:[A-Za-z]{1,6}-)?(\d{1,9})$/.exec(text)?.[1];
      const rows = await db
        .select({
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title', 'owner']),
          objective: aliased(objective, 'o', ['id', 'number', 'title']),
          team: aliased(team, 't', ['id', 'name']),
          cycle: aliased(cycle, 'c', ['id', 'name', 'phase']),
          ownProject: ownProject.mapWith(Number).as('own_project'),
        })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .where(
          and(
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            ne(cycle.phase, 'closed'),
            visibleTo(reader),
            ...words.map(matches),
          ),
        )
        .orderBy(
          sql`CASE WHEN ${keyResult.number} = ${Number(key ?? 0)} THEN 0 ELSE 1 END, CASE WHEN ${ownProject} THEN 0 ELSE 1 END, CASE ${cycle.phase} WHEN 'active' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, ${keyResult.number} LIMIT ${sql.raw(String(shown))}`,
        );
      return rows.map(({ ownProject: own, ...row }) => ({ ...row, ownProject: own > 0 }));
    },
  };
}
