import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { SiteReading } from '../contract/readings';
import type { AccountId, CycleId, KeyResultId, ObjectiveId, TeamId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import type { CycleRecord, KeyResultRecord, ObjectiveRecord, TeamRecord } from './records';
import { alignment, checkIn, correction, cycle, keyResult, objective, settings, team } from './schema';
import { cycleColumns, keyResultColumns, objectiveColumns, teamColumns } from './selections';
import { siteOrDefault } from './site';
import { isCorrection, isLast, isLater, standingValue } from './standing-value';
import { asFlag, asText } from './read-as';
import { visibleTo } from './visibility';

/** One key result of a cycle, or an objective without any: what rules across the cycle ask for. */
export type CycleLine = {
  teamId: TeamId;
  teamName: string;
  objectiveId: ObjectiveId;
  keyResult: { id: KeyResultId; number: number; title: string; owner: AccountId | null } | null;
};
/** An objective as the review reads it. */
export type ReviewFacts = {
  objective: ObjectiveRecord;
  team: TeamRecord;
  cycle: CycleRecord;
  keyResults: (KeyResultRecord & { latest: number | null; drafted: number | null })[];
  /** It serves something that is there, or said why it serves nothing. */
  connected: boolean;
  /** The words of what it serves, where the reader may see it. */
  served: string | null;
};

/** Days after the cycle's start in which a first confidence still counts as given at drafting. */
const draftingDays = 14;
/** A reply of Forge SQL holds no more. */
const mostLines = 40_000;

/** What an objective serves: an objective, or a key result of it. */
const parent = alias(objective, 'parent');
const parentTeam = alias(team, 'parent_team');
const served = alias(keyResult, 'served');

/** What an outer join brought; null when it was nothing. */
function found<R extends { id: string }>(row: Joined<R>): R | null {
  return row.id === null ? null : row;
}

/** Reads what the quality review of a cycle needs, without check-ins and work. */
export function createReviewReader(db: Database) {
  return {
    /** Every objective and key result of a cycle that `reader` may see, teams by name. */
    async lines(cycleId: CycleId, reader: AccountId): Promise<CycleLine[]> {
      const rows = await db
        .select({
          team: aliased(team, 't', ['id', 'name']),
          objective: aliased(objective, 'o', ['id', 'number']),
          keyResult: aliased(keyResult, 'k', ['id', 'number', 'title', 'owner']),
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .leftJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
        .where(and(eq(objective.cycleId, cycleId), eq(objective.removed, false), visibleTo(reader)))
        .orderBy(
          sql`${team.name}, ${team.id}, ${objective.number}, ${keyResult.number} LIMIT ${sql.raw(String(mostLines))}`,
        );
      return rows.map((row) => ({
        teamId: row.team.id,
        teamName: row.team.name,
        objectiveId: row.objective.id,
        keyResult: found(row.keyResult),
      }));
    },

    /** The site's settings, and these objectives with their key results, last value and first confidence, by number. */
    async objectives(
      ids: readonly ObjectiveId[],
      reader: AccountId,
    ): Promise<{ site: SiteReading; objectives: ReviewFacts[] }> {
      if (ids.length === 0) return { site: siteOrDefault(null), objectives: [] };
      const latest = sql<
        number | null
      >`(SELECT ${standingValue} FROM ${checkIn} LEFT JOIN ${correction} standing ON ${isCorrection} LEFT JOIN ${correction} later ON ${isLater} WHERE ${checkIn.keyResultId} = ${keyResult.id} AND ${isLast} AND ${standingValue} IS NOT NULL ORDER BY ${checkIn.day} DESC, ${checkIn.recordedAt} DESC LIMIT 1)`;
      const drafted = sql<
        number | null
      >`(SELECT ${checkIn.confidence} FROM ${checkIn} WHERE ${checkIn.keyResultId} = ${keyResult.id} AND ${checkIn.confidence} IS NOT NULL AND ${checkIn.day} <= DATE_ADD(${cycle.startsOn}, INTERVAL ${sql.raw(String(draftingDays))} DAY) ORDER BY ${checkIn.day}, ${checkIn.recordedAt} LIMIT 1)`;
      const rows = await db
        .select({
          settings: aliased(settings, 's', ['site']),
          objective: aliased(objective, 'o', objectiveColumns),
          team: aliased(team, 't', teamColumns),
          cycle: aliased(cycle, 'c', cycleColumns),
          keyResult: aliased(keyResult, 'k', keyResultColumns),
          latest: latest.mapWith(checkIn.value).as('latest_value'),
          drafted: drafted.mapWith(checkIn.confidence).as('first_confidence'),
          connected: asFlag(
            sql`COALESCE(${alignment.kind} = 'none' OR (${parent.removed} = 0 AND COALESCE(${served.removed}, 0) = 0), FALSE)`,
          ).as('is_connected'),
          served: asText<string | null>(
            sql`CASE WHEN ${parent.removed} = 0 AND ${visibleTo(reader, { objective: parent, team: parentTeam })} THEN COALESCE(${served.title}, ${parent.title}) END`,
          ).as('served_title'),
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
        .leftJoin(settings, eq(settings.id, 'site'))
        .leftJoin(alignment, eq(alignment.objectiveId, objective.id))
        .leftJoin(parent, eq(parent.id, alignment.parentObjectiveId))
        .leftJoin(parentTeam, eq(parentTeam.id, parent.teamId))
        .leftJoin(served, eq(served.id, alignment.parentKeyResultId))
        .where(inArray(objective.id, [...ids]))
        .orderBy(objective.number, keyResult.number);
      const facts = new Map<ObjectiveId, ReviewFacts>();
      for (const { settings: _, keyResult: row, latest: value, drafted: confidence, ...place } of rows) {
        const one = facts.get(place.objective.id) ?? { ...place, keyResults: [] };
        facts.set(place.objective.id, one);
        const keyResultOf = found(row);
        if (keyResultOf) one.keyResults.push({ ...keyResultOf, latest: value, drafted: confidence });
      }
      return { site: siteOrDefault(rows[0]?.settings.site), objectives: [...facts.values()] };
    },
  };
}
