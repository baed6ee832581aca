import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { AccountId, CycleId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { Serves } from '../domain/serves';
import { aliased, type Joined } from './aliased';
import { chainAbove } from './alignment-repository';
import type { Database } from './database';
import { onMapPage, onThis, type MapPage } from './map-page';
import type { ObjectiveRecord, TeamRecord } from './records';
import { alignment, cycle, dependency, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';
import { asText, asFlag, asNumber } from './read-as';

/** What an objective serves as the row says, and how much of that the reader may see. */
export type ServedRow = {
  kind: Serves['kind'];
  why: string;
  version: number;
  id: (typeof alignment.$inferSelect)['id'] | null;
  parentObjectiveId: ObjectiveId | null;
  /** null: it serves the objective itself. */
  keyResult: { id: KeyResultId; number: number; title: string } | null;
  /** The reader may see the parent. */
  isVisible: boolean;
  /** It was taken out of its cycle. */
  isGone: boolean;
};
/** An objective among those it serves and those that serve it. */
export type Relative = {
  objective: Pick<ObjectiveRecord, 'id' | 'number' | 'title' | 'owner'>;
  team: Pick<TeamRecord, 'id' | 'name' | 'timeZone' | 'cadence' | 'level'>;
  cycle: { id: CycleId; name: string };
  served: ServedRow;
};
/** One of the map, with what waits for other teams. */
export type MapRow = Relative & {
  /** The name of what its team stands under. */
  above: string | null;
  asked: number;
  declined: number;
  level: number;
  remaining: number;
};
const parent = alias(objective, 'parent');
const teamAbove = alias(team, 'team_above');
const parentTeam = alias(team, 'parent_team');
const parentKeyResult = alias(keyResult, 'parent_key_result');

/** The columns of `Relative`; nothing of a parent that the reader may not see leaves the database. */
function relativeColumns(reader: AccountId) {
  const seen = visibleTo(reader, { objective: parent, team: parentTeam });
  return {
    objective: aliased(objective, 'o', ['id', 'number', 'title', 'owner']),
    team: aliased(team, 't', ['id', 'name', 'timeZone', 'cadence', 'level']),
    cycle: aliased(cycle, 'c', ['id', 'name']),
    alignment: aliased(alignment, 'a', ['id', 'version', 'kind', 'why']),
    parentId: asText<ObjectiveId | null>(sql`CASE WHEN ${seen} THEN ${parent.id} END`).as('parent_id'),
    keyResult: aliased(parentKeyResult, 'k', ['id', 'number', 'title'], seen),
    isVisible: asFlag<boolean | null>(sql`${seen}`).as('is_visible'),
    isGone: asFlag<boolean | null>(sql`${parent.removed} = 1 OR ${parentKeyResult.removed} = 1`).as(
      'is_gone',
    ),
  };
}

type RelativeRow = Pick<Relative, 'objective' | 'team' | 'cycle'> & {
  alignment: Joined<Pick<typeof alignment.$inferSelect, 'id' | 'version' | 'kind' | 'why'>>;
  parentId: ObjectiveId | null;
  keyResult: Joined<{ id: KeyResultId; number: number; title: string }>;
  isVisible: boolean | null;
  isGone: boolean | null;
};

function toRelative({ objective: own, team: ofTeam, cycle: ofCycle, ...row }: RelativeRow): Relative {
  const { alignment: said, keyResult: through } = row;
  return {
    objective: own,
    team: ofTeam,
    cycle: ofCycle,
    served: {
      kind: said.kind ?? 'unsaid',
      why: said.why ?? '',
      version: said.version ?? 0,
      id: said.id,
      parentObjectiveId: row.parentId,
      keyResult: through.id === null ? null : through,
      isVisible: row.isVisible === true,
      isGone: row.isGone === true,
    },
  };
}

/** Reads what serves what. */
export function createAlignmentReader(db: Database) {
  const related = (reader: AccountId) =>
    db
      .select(relativeColumns(reader))
      .from(objective)
      .innerJoin(team, eq(team.id, objective.teamId))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .leftJoin(alignment, eq(alignment.objectiveId, objective.id))
      .leftJoin(parent, eq(parent.id, alignment.parentObjectiveId))
      .leftJoin(parentTeam, eq(parentTeam.id, parent.teamId))
      .leftJoin(parentKeyResult, eq(parentKeyResult.id, alignment.parentKeyResultId));
  return {
    /** An objective, what it serves up to the top, and what serves it, by number: those that `reader` may see. One statement. */
    async family(id: ObjectiveId, reader: AccountId, most: number): Promise<Relative[]> {
      const ids = sql`SELECT id FROM (${chainAbove(id)} SELECT id FROM above UNION SELECT ${alignment.objectiveId} FROM ${alignment} WHERE ${alignment.parentObjectiveId} = ${id}) AS family`;
      const rows = await related(reader)
        .where(and(sql`${objective.id} IN (${ids})`, eq(objective.removed, false), visibleTo(reader)))
        .orderBy(sql`${objective.number} LIMIT ${sql.raw(String(most))}`);
      return rows.map(toRelative);
    },

    /**
     * A page of the objectives of these cycles that `reader` may see, after a place: higher levels first, then by number. Each says how
     * many come after the page's beginning (`remaining`). One statement.
     */
    async page(page: MapPage, reader: AccountId, most: number): Promise<MapRow[]> {
      const waiting = (state: 'asked' | 'declined') =>
        asNumber(
          sql`(SELECT COUNT(*) FROM ${keyResult} INNER JOIN ${dependency} ON ${dependency.keyResultId} = ${keyResult.id} WHERE ${keyResult.objectiveId} = ${objective.id} AND ${keyResult.removed} = 0 AND ${dependency.state} = ${state})`,
        );
      const rows = await db
        .select({
          ...relativeColumns(reader),
          level: onThis.level.as('page_level'),
          remaining: onThis.remaining.as('remaining'),
          above: asText<string | null>(sql`${teamAbove.name}`).as('above_name'),
          asked: waiting('asked').as('asked'),
          declined: waiting('declined').as('declined'),
        })
        .from(onMapPage({ page, reader, most }))
        .innerJoin(objective, eq(objective.id, onThis.id))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(teamAbove, eq(teamAbove.id, team.parentId))
        .leftJoin(alignment, eq(alignment.objectiveId, objective.id))
        .leftJoin(parent, eq(parent.id, alignment.parentObjectiveId))
        .leftJoin(parentTeam, eq(parentTeam.id, parent.teamId))
        .leftJoin(parentKeyResult, eq(parentKeyResult.id, alignment.parentKeyResultId))
        .orderBy(sql`page_level, ${objective.number}`);
      return rows.map(({ level: at, remaining, above, asked, declined, ...row }) => ({
        ...toRelative(row),
        level: at,
        remaining,
        above,
        asked,
        declined,
      }));
    },
  };
}
