import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { CheckIn } from '../domain/check-in';
import type { AccountId, CycleId, KeyResultId, ObjectiveId } from '../domain/ids';
import type { KeyResultDefinition } from '../domain/metric';
import type { Serves } from '../domain/serves';
import { aliased, type Joined } from './aliased';
import { chainAbove } from './alignment-repository';
import type { Database } from './database';
import type { ObjectiveRecord, TeamRecord } from './records';
import { alignment, checkIn, cycle, dependency, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';

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
export type MapRow = Relative & { asked: number; declined: number; level: number; remaining: number };
/** A key result with no more than its standing asks for. */
export type MeasuredKeyResult = {
  objectiveId: ObjectiveId;
  definition: KeyResultDefinition;
  checkIns: CheckIn[];
};

const parent = alias(objective, 'parent');
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
    parentId: sql<ObjectiveId | null>`CASE WHEN ${seen} THEN ${parent.id} END`.as('parent_id'),
    keyResult: aliased(parentKeyResult, 'k', ['id', 'number', 'title'], seen),
    isVisible: sql<number>`CASE WHEN ${seen} THEN 1 ELSE 0 END`.mapWith(Number).as('is_visible'),
    isGone: sql<number>`CASE WHEN ${parent.removed} = 1 OR ${parentKeyResult.removed} = 1 THEN 1 ELSE 0 END`
      .mapWith(Number)
      .as('is_gone'),
  };
}

type RelativeRow = Pick<Relative, 'objective' | 'team' | 'cycle'> & {
  alignment: Joined<Pick<typeof alignment.$inferSelect, 'id' | 'version' | 'kind' | 'why'>>;
  parentId: ObjectiveId | null;
  keyResult: Joined<{ id: KeyResultId; number: number; title: string }>;
  isVisible: number;
  isGone: number;
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
      isVisible: row.isVisible === 1,
      isGone: row.isGone === 1,
    },
  };
}

/** Higher levels first: who is asked what it serves comes after what is served. */
const level = sql<number>`CASE ${team.level} WHEN 'organisation' THEN 0 WHEN 'department' THEN 1 WHEN 'team' THEN 2 ELSE 3 END`;

/** Which objectives of the map: of these cycles, after a place. */
export type MapPage = {
  cycleIds: readonly CycleId[];
  after: { level: number; number: number } | null;
};

function onPage({ cycleIds, after }: MapPage, reader: AccountId): SQL | undefined {
  return and(
    inArray(objective.cycleId, [...cycleIds]),
    eq(objective.removed, false),
    visibleTo(reader),
    after === null
      ? undefined
      : sql`(${level} > ${after.level} OR (${level} = ${after.level} AND ${objective.number} > ${after.number}))`,
  );
}

function inOrder(most: number): SQL {
  return sql`${level}, ${objective.number} LIMIT ${sql.raw(String(most))}`;
}

/** The ids of a page, planned on its own and joined to the rest: of thousands of objectives only these are read whole. */
function idsOnPage(db: Database, { page, reader, most }: { page: MapPage; reader: AccountId; most: number }) {
  return db
    .select({
      id: sql`${objective.id}`.mapWith(objective.id).as('page_id'),
      level: level.mapWith(Number).as('page_level'),
      remaining: sql`COUNT(*) OVER ()`.mapWith(Number).as('remaining'),
    })
    .from(objective)
    .innerJoin(team, eq(team.id, objective.teamId))
    .where(onPage(page, reader))
    .orderBy(inOrder(most))
    .as('on_page');
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
      const onThis = idsOnPage(db, { page, reader, most });
      const waiting = (state: 'asked' | 'declined') =>
        sql`(SELECT COUNT(*) FROM ${keyResult} INNER JOIN ${dependency} ON ${dependency.keyResultId} = ${keyResult.id} WHERE ${keyResult.objectiveId} = ${objective.id} AND ${keyResult.removed} = 0 AND ${dependency.state} = ${state})`.mapWith(
          Number,
        );
      const rows = await db
        .select({
          ...relativeColumns(reader),
          level: onThis.level,
          remaining: onThis.remaining,
          asked: waiting('asked').as('asked'),
          declined: waiting('declined').as('declined'),
        })
        .from(onThis)
        .innerJoin(objective, eq(objective.id, onThis.id))
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(alignment, eq(alignment.objectiveId, objective.id))
        .leftJoin(parent, eq(parent.id, alignment.parentObjectiveId))
        .leftJoin(parentTeam, eq(parentTeam.id, parent.teamId))
        .leftJoin(parentKeyResult, eq(parentKeyResult.id, alignment.parentKeyResultId))
        .orderBy(sql`${onThis.level}, ${objective.number}`);
      return rows.map(({ level: at, remaining, asked, declined, ...row }) => ({
        ...toRelative(row),
        level: at,
        remaining,
        asked,
        declined,
      }));
    },

    /**
     * The key results of these objectives, or of those on a page of the map, with what their standing asks for and nothing that people
     * wrote. One statement.
     */
    async measured(
      of: readonly ObjectiveId[] | { page: MapPage; reader: AccountId; most: number },
    ): Promise<MeasuredKeyResult[]> {
      if (!('page' in of) && of.length === 0) return [];
      const ids =
        'page' in of
          ? idsOnPage(db, of)
          : db
              .select({ id: sql`${objective.id}`.mapWith(objective.id).as('page_id') })
              .from(objective)
              .where(inArray(objective.id, [...of]))
              .as('on_page');
      const beneath = and(eq(keyResult.objectiveId, ids.id), eq(keyResult.removed, false));
      // A definition is kilobytes: it comes once, and not with every check-in.
      const rows = await unionAll(
        db
          .select({
            keyResultId: sql`${keyResult.id}`.mapWith(keyResult.id).as('k_id'),
            objectiveId: sql<ObjectiveId | null>`NULL`.as('o_id'),
            definition: sql<KeyResultDefinition | null>`NULL`.mapWith(keyResult.definition).as('definition'),
            checkIn: aliased(checkIn, 'm', checkInColumns),
          })
          .from(ids)
          .innerJoin(keyResult, beneath)
          .innerJoin(checkIn, eq(checkIn.keyResultId, keyResult.id)),
        db
          .select({
            keyResultId: sql`${keyResult.id}`.mapWith(keyResult.id).as('k_id'),
            objectiveId: sql<ObjectiveId | null>`${keyResult.objectiveId}`.as('o_id'),
            definition: sql<KeyResultDefinition | null>`${keyResult.definition}`
              .mapWith(keyResult.definition)
              .as('definition'),
            checkIn: noCheckIn(),
          })
          .from(ids)
          .innerJoin(keyResult, beneath),
      );
      const found = new Map<KeyResultId, MeasuredKeyResult>();
      for (const { keyResultId, objectiveId, definition } of rows) {
        if (objectiveId) found.set(keyResultId, { objectiveId, definition, checkIns: [] });
      }
      for (const row of rows) {
        const said = checkInOf(row.checkIn);
        if (said) found.get(row.keyResultId)?.checkIns.push(said);
      }
      return [...found.values()];
    },
  };
}

const checkInColumns = [
  'id',
  'day',
  'madeOn',
  'recordedAt',
  'recordedBy',
  'source',
  'value',
  'reached',
  'confidence',
] as const;
type CheckInRow = Pick<typeof checkIn.$inferSelect, (typeof checkInColumns)[number]>;

/** The columns of a check-in where there is none. A join that finds nothing would give them, too, after reading the whole table. */
function noCheckIn() {
  return {
    id: sql`NULL`.mapWith(checkIn.id).as('m_id'),
    day: sql`NULL`.mapWith(checkIn.day).as('m_day'),
    madeOn: sql`NULL`.mapWith(checkIn.madeOn).as('m_madeOn'),
    recordedAt: sql`NULL`.mapWith(checkIn.recordedAt).as('m_recordedAt'),
    recordedBy: sql`NULL`.mapWith(checkIn.recordedBy).as('m_recordedBy'),
    source: sql`NULL`.mapWith(checkIn.source).as('m_source'),
    value: sql<number | null>`NULL`.as('m_value'),
    reached: sql<CheckInRow['reached']>`NULL`.as('m_reached'),
    confidence: sql<number | null>`NULL`.as('m_confidence'),
  };
}

function checkInOf(row: Joined<CheckInRow>): CheckIn | null {
  if (row.id === null) return null;
  const { recordedBy, ...said } = row;
  return { ...said, by: recordedBy, ...nothingWritten };
}

const nothingWritten = { evidence: '', blocker: '', decision: null, ask: null } as const;
