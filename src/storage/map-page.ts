import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { AccountId, CycleId } from '../domain/ids';
import { checkIn, keyResult, objective, team } from './schema';
import { visibleTo } from './visibility';
import { asNumber } from './read-as';

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

/** What a page of the map is told of its key results: bytes of the reply of SQL, of which Forge takes 4 MiB. */
const mostBytes = 3_200_000;
/** At most so many bytes are a check-in there, and a key result beside its definition, whose quotes are escaped. */
const bytesOf = { checkIn: 200, keyResult: 300, definition: 1.2 };

/**
 * The objectives of a page as the table `on_page`, planned on its own and joined to the rest: of thousands only these are read whole.
 * At most `most`, and no more than what was measured of them fits into a reply; at least one.
 */
export function onMapPage({ page, reader, most }: { page: MapPage; reader: AccountId; most: number }): SQL {
  const found = sql`SELECT ${objective.id} AS page_id, ${level} AS page_level, ${objective.number} AS page_number, COUNT(*) OVER () AS remaining FROM ${objective} INNER JOIN ${team} ON ${team.id} = ${objective.teamId} WHERE ${onPage(page, reader)} ORDER BY page_level, page_number LIMIT ${sql.raw(String(most))}`;
  const checkIns = sql`(SELECT COUNT(*) FROM ${checkIn} WHERE ${checkIn.keyResultId} = ${keyResult.id})`;
  const bytes = sql`(SELECT COALESCE(SUM(LENGTH(${keyResult.definition}) * ${bytesOf.definition} + ${bytesOf.keyResult} + ${checkIns} * ${bytesOf.checkIn}), 0) FROM ${keyResult} WHERE ${keyResult.objectiveId} = found.page_id AND ${keyResult.removed} = 0)`;
  const weighed = sql`SELECT found.*, ${bytes} AS bytes FROM (${found}) found`;
  const summed = sql`SELECT weighed.*, SUM(bytes) OVER (ORDER BY page_level, page_number) AS upto FROM (${weighed}) weighed`;
  return sql`(SELECT page_id, page_level, page_number, remaining FROM (${summed}) summed WHERE upto - bytes < ${mostBytes}) on_page`;
}

/** Its columns. */
export const onThis = {
  id: sql`on_page.page_id`.mapWith(objective.id),
  level: asNumber(sql`on_page.page_level`),
  number: asNumber(sql`on_page.page_number`),
  remaining: asNumber(sql`on_page.remaining`),
};
