import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { SiteReading } from '../contract/readings';
import type { AccountId, CycleId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { Serves } from '../domain/serves';
import { aliased, type Joined } from './aliased';
import { chainAbove } from './alignment-repository';
import type { Database } from './database';
import { mapPlaces, type MapPage, type MapPlaces } from './map-page';
import type { ObjectiveRecord, TeamRecord } from './records';
import { alignment, cycle, dependency, keyResult, objective, settings, team } from './schema';
import { siteOrDefault } from './site';
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

    /** The objectives of a page of the map: see `mapPlaces`. One statement. */
    places: (page: MapPage, reader: AccountId, most: number): Promise<MapPlaces> =>
      mapPlaces(db, { page, reader, most }),

    /**
     * What the map shows of these objectives, in their order, as far as `reader` may see what they are aligned to; and the site's
     * settings. One statement.
     */
    async lines(
      places: MapPlaces['places'],
      reader: AccountId,
    ): Promise<{ rows: MapRow[]; site: SiteReading }> {
      const [first] = places;
      if (!first) return { rows: [], site: siteOrDefault(null) };
      const ids = places.map(({ id }) => id);
      const count = (state: 'asked' | 'declined') =>
        // null behind the LEFT JOIN: it depends on no team.
        asNumber<number | null>(sql`SUM(CASE WHEN ${dependency.state} = ${state} THEN 1 ELSE 0 END)`);
      const waiting = db
        .select({
          objectiveId: keyResult.objectiveId,
          asked: count('asked').as('asked'),
          declined: count('declined').as('declined'),
        })
        .from(keyResult)
        .innerJoin(dependency, eq(dependency.keyResultId, keyResult.id))
        .where(and(inArray(keyResult.objectiveId, ids), eq(keyResult.removed, false)))
        .groupBy(keyResult.objectiveId)
        .as('waiting');
      const rows = await db
        .select({
          ...relativeColumns(reader),
          // The settings once: with the first of the page.
          settings: aliased(settings, 's', ['site']),
          above: asText<string | null>(sql`${teamAbove.name}`).as('above_name'),
          asked: waiting.asked,
          declined: waiting.declined,
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(settings, and(eq(settings.id, 'site'), eq(objective.id, first.id)))
        .leftJoin(teamAbove, eq(teamAbove.id, team.parentId))
        .leftJoin(alignment, eq(alignment.objectiveId, objective.id))
        .leftJoin(parent, eq(parent.id, alignment.parentObjectiveId))
        .leftJoin(parentTeam, eq(parentTeam.id, parent.teamId))
        .leftJoin(parentKeyResult, eq(parentKeyResult.id, alignment.parentKeyResultId))
        .leftJoin(waiting, eq(waiting.objectiveId, objective.id))
        .where(inArray(objective.id, ids));
      const sites: (SiteReading | null)[] = rows.map((row) => row.settings.site);
      const found = new Map(rows.map((row) => [row.objective.id, row]));
      return {
        site: siteOrDefault(sites.find((site) => site !== null)),
        rows: places.flatMap(({ id, level }) => {
          const row = found.get(id);
          if (!row) return [];
          const { above, asked, declined, settings: _settings, ...rest } = row;
          return { ...toRelative(rest), level, above, asked: asked ?? 0, declined: declined ?? 0 };
        }),
      };
    },
  };
}
