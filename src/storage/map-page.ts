import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { AccountId, CycleId, ObjectiveId } from '../domain/ids';
import type { Database } from './database';
import { asNumber } from './read-as';
import { checkIn, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';

/** Higher levels first: parents come before what is aligned to them. */
const level = sql`CASE ${team.level} WHEN 'organisation' THEN 0 WHEN 'department' THEN 1 WHEN 'team' THEN 2 ELSE 3 END`;

/** Which objectives of the map: of these cycles, after a place. */
export type MapPage = {
  cycleIds: readonly CycleId[];
  after: { level: number; number: number } | null;
};

/** Objectives of one page in its order, with their places; `remaining` counts them and those after them. */
export type MapPlaces = { places: { id: ObjectiveId; level: number }[]; remaining: number };

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

/** What a page of the map is told of its key results: bytes of the reply of SQL, of which Forge takes 4 MiB. */
const mostBytes = 3_200_000;
/** At most so many bytes are a check-in there, and a key result beside its definition, whose quotes are escaped. */
const bytesOf = { checkIn: 200, keyResult: 300, definition: 1.2 };

/**
 * The objectives of a page: at most `most`, and no more than what was measured of them fits into a reply; at least one. One
 * statement. What is shown of them is read by their ids: within one statement TiDB would plan the page for each part of it again.
 */
export async function mapPlaces(
  db: Database,
  { page, reader, most }: { page: MapPage; reader: AccountId; most: number },
): Promise<MapPlaces> {
  const found = sql`SELECT ${objective.id} AS page_id, ${level} AS page_level, ${objective.number} AS page_number, COUNT(*) OVER () AS remaining FROM ${objective} INNER JOIN ${team} ON ${team.id} = ${objective.teamId} WHERE ${onPage(page, reader)} ORDER BY page_level, page_number LIMIT ${sql.raw(String(most))}`;
  const checkIns = sql`(SELECT COUNT(*) FROM ${checkIn} WHERE ${checkIn.keyResultId} = ${keyResult.id})`;
  const bytes = sql`(SELECT COALESCE(SUM(LENGTH(${keyResult.definition}) * ${bytesOf.definition} + ${bytesOf.keyResult} + ${checkIns} * ${bytesOf.checkIn}), 0) FROM ${keyResult} WHERE ${keyResult.objectiveId} = found.page_id AND ${keyResult.removed} = 0)`;
  const rows = await db
    .select({
      id: sql`found.page_id`.mapWith(objective.id).as('id'),
      level: asNumber(sql`found.page_level`).as('level'),
      number: asNumber(sql`found.page_number`).as('number'),
      remaining: asNumber(sql`found.remaining`).as('remaining'),
      bytes: asNumber(bytes).as('bytes'),
    })
    .from(sql`(${found}) found`)
    .orderBy(sql`level, number`);
  let size = 0;
  const places = rows.filter((row, at) => {
    size += row.bytes;
    return at === 0 || size < mostBytes;
  });
  return { places, remaining: rows[0]?.remaining ?? 0 };
}
