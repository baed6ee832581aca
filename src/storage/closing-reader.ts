import { and, eq, inArray, isNotNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { Instant, LocalDate } from '../domain/dates';
import type { AccountId, CycleId, KeyResultId, TeamId } from '../domain/ids';
import type { Goal, GoalChange } from '../domain/published-goal';
import { aliased, type Joined } from './aliased';
import type { VersionedTable } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import type { CycleRecord, TeamRecord } from './records';
import type { RetrospectiveRow } from './retrospective-repository';
import type { ScoreRow } from './score-repository';
import { cycle, history, keyResult, objective, retrospective, score, team } from './schema';
import { cycleColumns, teamColumns } from './selections';
import { visibleTo } from './visibility';
import { asNumber, asText } from './read-as';

/** A team in a cycle, and what it said of it; null: nothing yet. */
export type ClosingPlace = {
  cycle: CycleRecord;
  team: TeamRecord;
  retrospective: Omit<RetrospectiveRow, RetrospectiveRest> | null;
};
type RetrospectiveRest = 'changeRequest' | 'changeAct' | 'changeWhy' | 'changeDetail' | 'changeHash';

const retrospectiveColumns = [
  'id',
  'teamId',
  'cycleId',
  'helped',
  'hindered',
  'learned',
  'willChange',
  'version',
  'changedBy',
  'changedAt',
] as const;

/** A place, and what was said of each of its objectives and key results. */
export type ScoredPlace = ClosingPlace & { scores: SaidScore[] };
export type SaidScore = Pick<ScoreRow, (typeof scoreColumns)[number]>;

const scoreColumns = [
  'id',
  'subjectId',
  'score',
  'label',
  'suggested',
  'said',
  'next',
  'version',
  'changedBy',
  'changedAt',
] as const;

/** What history tells of a team's cycle. */
export type ClosingRecord = {
  /** When the cycle last went from draft to active; null: it never did. */
  publishedAt: Instant | null;
  /** When the cycle was last closed; null: it never was. */
  closedAt: Instant | null;
  /** Changes of goals, the oldest first. */
  goals: Map<KeyResultId, GoalChange[]>;
  /** The team's former names, the oldest first, each with when it was given up. */
  names: { until: Instant; name: string }[];
};

/** How far one team is: counts of what its cycle has, and of what was said of it. */
export type TeamClosing = {
  teamId: TeamId;
  name: string;
  lead: AccountId | null;
  objectives: number;
  confirmed: number;
  keyResults: number;
  scored: number;
  retrospective: boolean;
};

type Change = { entityId: string; version: number; at: Instant; detail: ChangeDetail };

function kept() {
  return {
    entityId: sql`${history.entityId}`.mapWith(history.entityId).as('entity_id'),
    version: sql`${history.version}`.mapWith(history.version).as('version'),
    at: sql`${history.changedAt}`.mapWith(history.changedAt).as('changed_at'),
    detail: sql`${history.detail}`.mapWith(history.detail).as('detail'),
  };
}

function standing(table: VersionedTable) {
  return {
    entityId: sql`${table.id}`.mapWith(history.entityId).as('entity_id'),
    version: sql`${table.version}`.mapWith(history.version).as('version'),
    at: sql`${table.changedAt}`.mapWith(history.changedAt).as('changed_at'),
    detail: sql`${table.changeDetail}`.mapWith(history.detail).as('detail'),
  };
}

/** The parts of a goal that a change was from; null: it changed none. The texts are those that the change itself wrote. */
function goalBefore(detail: ChangeDetail): Partial<Goal> | null {
  const from: Partial<Goal> = {};
  for (const { field, from: before } of detail) {
    if (field === 'metric') from.metric = JSON.parse(before) as Goal['metric'];
    if (field === 'startsOn') from.startsOn = JSON.parse(before) as LocalDate;
    if (field === 'dueOn') from.dueOn = JSON.parse(before) as LocalDate;
  }
  return Object.keys(from).length > 0 ? from : null;
}

function lastMove(changes: readonly Change[], from: string, to: string): Instant | null {
  const moved = changes.findLast(({ detail }) =>
    detail.some(
      (one) => one.field === 'phase' && one.from === JSON.stringify(from) && one.to === JSON.stringify(to),
    ),
  );
  return moved?.at ?? null;
}

function placeOf(row: {
  cycle: CycleRecord;
  team: TeamRecord;
  retrospective: Joined<Omit<RetrospectiveRow, RetrospectiveRest>>;
}): ClosingPlace {
  const { cycle: of, team: by, retrospective: said } = row;
  return { cycle: of, team: by, retrospective: said.id === null ? null : said };
}

/** The id of the cycle that `before` is about, as a part of a statement. */
function lastBefore(db: Database, cycleId: CycleId, teamId: TeamId): SQL {
  const start = sql`(SELECT starts_on FROM ${cycle} AS drafted WHERE drafted.id = ${cycleId})`;
  const had = db
    .select({ id: objective.id })
    .from(objective)
    .where(and(eq(objective.teamId, teamId), eq(objective.cycleId, cycle.id), eq(objective.removed, false)));
  const found = db
    .select({ id: cycle.id })
    .from(cycle)
    .leftJoin(retrospective, and(eq(retrospective.teamId, teamId), eq(retrospective.cycleId, cycle.id)))
    .where(
      and(
        inArray(cycle.phase, ['scoring', 'closed']),
        ne(cycle.id, cycleId),
        lt(cycle.startsOn, start),
        or(isNotNull(retrospective.id), sql`EXISTS ${had}`),
      ),
    )
    .orderBy(sql`${cycle.endsOn} DESC, ${cycle.startsOn} DESC, ${cycle.id} DESC LIMIT 1`);
  return sql`${found}`;
}

/** Reads what closing a cycle goes by. */
export function createClosingReader(db: Database) {
  const columns = {
    cycle: aliased(cycle, 'c', cycleColumns),
    team: aliased(team, 't', teamColumns),
    retrospective: aliased(retrospective, 'r', retrospectiveColumns),
  };
  const reflected = and(eq(retrospective.teamId, team.id), eq(retrospective.cycleId, cycle.id));
  return {
    /** The cycle, the team and its retrospective, in one statement; undefined: one of the first two is not there. */
    async place(cycleId: CycleId, teamId: TeamId): Promise<ClosingPlace | undefined> {
      const [row] = await db
        .select(columns)
        .from(cycle)
        .innerJoin(team, eq(team.id, teamId))
        .leftJoin(retrospective, reflected)
        .where(eq(cycle.id, cycleId));
      return row && placeOf(row);
    },

    /**
     * The team's last cycle before this one that is over (being scored, or closed) and in which it had objectives or said
     * something, with its scores; undefined: there is none. One statement.
     */
    async before(cycleId: CycleId, teamId: TeamId): Promise<ScoredPlace | undefined> {
      const last = lastBefore(db, cycleId, teamId);
      const here = and(eq(objective.teamId, teamId), sql`${objective.cycleId} = ${last}`);
      // A union, not an OR: each part is found from an index.
      const subjects = unionAll(
        db
          .select({ id: asText(sql`${objective.id}`).as('scored_id') })
          .from(objective)
          .where(here),
        db
          .select({ id: asText(sql`${keyResult.id}`).as('scored_id') })
          .from(keyResult)
          .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
          .where(here),
      ).as('subjects');
      const rows = await db
        .select({ ...columns, score: aliased(score, 'x', scoreColumns) })
        .from(cycle)
        .innerJoin(team, eq(team.id, teamId))
        .leftJoin(retrospective, reflected)
        .leftJoin(subjects, sql`TRUE`)
        .leftJoin(score, eq(score.subjectId, subjects.id))
        .where(sql`${cycle.id} = ${last}`);
      const [row] = rows;
      const said: { score: Joined<SaidScore> }[] = rows;
      const scores = said.flatMap(({ score: one }) => (one.id === null ? [] : [one]));
      return row && { ...placeOf(row), scores };
    },

    /** When the cycle was published and closed, what its key results aimed at before, and the team's former names. */
    async record(cycleId: CycleId, teamId: TeamId): Promise<ClosingRecord> {
      const moved = db
        .select({ id: keyResult.id })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .where(
          and(
            eq(objective.teamId, teamId),
            eq(objective.cycleId, cycleId),
            isNotNull(keyResult.goalChangedOn),
          ),
        );
      const rows: Change[] = await unionAll(
        // One after the other: with OR each would read the whole table.
        db.select(kept()).from(history).where(inArray(history.entityId, moved)),
        db.select(standing(keyResult)).from(keyResult).where(inArray(keyResult.id, moved)),
        db.select(kept()).from(history).where(eq(history.entityId, cycleId)),
        db.select(standing(cycle)).from(cycle).where(eq(cycle.id, cycleId)),
        db.select(kept()).from(history).where(eq(history.entityId, teamId)),
        db.select(standing(team)).from(team).where(eq(team.id, teamId)),
      );
      // Between the two statements of a change the last one is in both places.
      const once = [...new Map(rows.map((row) => [`${row.entityId} ${row.version}`, row])).values()].sort(
        (a, b) => a.version - b.version,
      );
      const ofCycle = once.filter(({ entityId }) => entityId === cycleId);
      const goals = new Map<KeyResultId, GoalChange[]>();
      for (const { entityId, at, detail } of once) {
        if (entityId === cycleId || entityId === teamId) continue;
        const from = goalBefore(detail);
        if (from === null) continue;
        const id = entityId as KeyResultId;
        goals.set(id, [...(goals.get(id) ?? []), { at, from }]);
      }
      const names = once
        .filter(({ entityId }) => entityId === teamId)
        .flatMap(({ at, detail }) =>
          detail
            .filter(({ field }) => field === 'name')
            .map(({ from }) => ({ until: at, name: JSON.parse(from) as string })),
        );
      return {
        publishedAt: lastMove(ofCycle, 'draft', 'active'),
        closedAt: lastMove(ofCycle, 'scoring', 'closed'),
        goals,
        names,
      };
    },

    /** How far each team of a cycle is, by name, counting what `reader` may see. */
    async teams(cycleId: CycleId, reader: AccountId): Promise<TeamClosing[]> {
      const ofKeyResult = alias(score, 'key_result_score');
      const count = (column: unknown, as: string) => asNumber(sql`COUNT(DISTINCT ${column})`).as(as);
      const rows = await db
        .select({
          teamId: sql`${team.id}`.mapWith(team.id).as('team_id'),
          name: sql`${team.name}`.mapWith(team.name).as('team_name'),
          lead: sql`${team.lead}`.mapWith(team.lead).as('team_lead'),
          objectives: count(objective.id, 'objectives'),
          confirmed: count(score.id, 'confirmed'),
          keyResults: count(keyResult.id, 'key_results'),
          scored: count(ofKeyResult.id, 'scored'),
          retrospectives: count(retrospective.id, 'retrospectives'),
        })
        .from(objective)
        .innerJoin(team, eq(team.id, objective.teamId))
        .leftJoin(score, eq(score.subjectId, objective.id))
        .leftJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
        .leftJoin(ofKeyResult, eq(ofKeyResult.subjectId, keyResult.id))
        .leftJoin(
          retrospective,
          and(eq(retrospective.teamId, team.id), eq(retrospective.cycleId, objective.cycleId)),
        )
        .where(and(eq(objective.cycleId, cycleId), eq(objective.removed, false), visibleTo(reader)))
        .groupBy(team.id, team.name, team.lead)
        .orderBy(team.name, team.id);
      return rows.map(({ retrospectives, ...row }) => ({ ...row, retrospective: retrospectives > 0 }));
    },
  };
}
