/** The site's history, the newest first (design §5 "History is not optional"): how the lists are put together is decision 0025. */
import { sql, type SQL } from 'drizzle-orm';
import type { HistoryMark } from '../contract/history-calls';
import type { HistoryEntry } from '../contract/readings';
import { toSqlTime } from './columns';
import type { Instant } from '../domain/dates';
import type { AccountId, CycleId, IssueId, KeyResultId, ObjectiveId, TeamId } from '../domain/ids';
import type { Database } from './database';
import { addedSources, changingSources, type AddedSource, type PlaceOfRow } from './history-sources';
import { cycle, history, initiative, keyResult, objective, team } from './schema';
import { asNumber } from './read-as';
import { visibleTo } from './visibility';

export type HistoryFilter = {
  entity: HistoryEntry['entity'] | null;
  by: AccountId | null;
  within: { kind: 'team' | 'cycle' | 'objective' | 'key-result'; id: string } | null;
  from: Instant | null;
  /** Not included. */
  to: Instant | null;
  before: HistoryMark | null;
};

/** An entry and what it is about; names are those of today. */
export type SiteHistoryRecord = HistoryEntry & {
  version: number;
  team: { id: TeamId; name: string } | null;
  cycle: { id: CycleId; name: string } | null;
  objective: { id: ObjectiveId; number: number; title: string; removed: boolean } | null;
  keyResult: { id: KeyResultId; number: number; title: string; removed: boolean } | null;
  issueId: IssueId | null;
  title: string | null;
};

type EntryColumns = AddedSource['columns'] & { version: SQL };

const nothing = sql`NULL`;
const columnOf = (table: string, name: string) => sql.raw(`${table}.${name}`);
const either = (first: SQL | undefined, second: SQL | undefined) =>
  first && second ? sql`COALESCE(${first}, ${second})` : (first ?? second ?? nothing);

/** What leads from a row to where it belongs: only the tables there are on the way. */
function joinsOf(place: PlaceOfRow): { joins: SQL; objectiveId: SQL; teamId: SQL; cycleId: SQL } {
  const onKeyResult = place.keyResultId !== undefined;
  const onObjective = onKeyResult || place.objectiveId !== undefined;
  const objectiveId = either(onKeyResult ? sql`${keyResult.objectiveId}` : undefined, place.objectiveId);
  const teamId = either(onObjective ? sql`${objective.teamId}` : undefined, place.teamId);
  const cycleId = either(onObjective ? sql`${objective.cycleId}` : undefined, place.cycleId);
  const joins = sql.join([
    onKeyResult ? sql` LEFT JOIN ${keyResult} ON ${keyResult.id} = ${place.keyResultId}` : sql``,
    onObjective
      ? sql` LEFT JOIN ${objective} ON ${objective.id} = ${objectiveId} LEFT JOIN ${team} ON ${team.id} = ${teamId}`
      : sql``,
  ]);
  return { joins, objectiveId: onObjective ? objectiveId : nothing, teamId, cycleId };
}

/** One list of entries in the order of time, with where each belongs; `reader` sees no restricted objective of others. */
function list(
  from: SQL,
  columns: EntryColumns,
  place: PlaceOfRow,
  where: SQL | undefined,
  { filter, reader, limit }: Asked,
): SQL {
  const { joins, objectiveId, teamId, cycleId } = joinsOf(place);
  const { by, within, from: start, to, before } = filter;
  const { at, entityId, version } = columns;
  const own = {
    team: teamId,
    cycle: cycleId,
    objective: objectiveId,
    'key-result': place.keyResultId ?? nothing,
  };
  const conditions = [
    where,
    // What lost its objective is nobody's secret any more; what never had one is everybody's.
    objectiveId === nothing ? undefined : sql`(${objective.id} IS NULL OR ${visibleTo(reader)})`,
    by === null ? undefined : sql`${columns.by} = ${by}`,
    start === null ? undefined : sql`${at} >= ${toSqlTime(start)}`,
    to === null ? undefined : sql`${at} < ${toSqlTime(to)}`,
    before === null
      ? undefined
      : sql`${at} <= ${toSqlTime(before.at)} AND (${at} < ${toSqlTime(before.at)} OR ${entityId} < ${before.entityId} OR (${entityId} = ${before.entityId} AND ${version} < ${before.version}))`,
    within === null ? undefined : sql`${own[within.kind]} = ${within.id}`,
  ].filter((one) => one !== undefined);
  return sql`(SELECT ${columns.entity} AS entity, ${entityId} AS entity_id, ${version} AS version, ${columns.request} AS request, ${columns.by} AS changed_by, ${at} AS changed_at, ${columns.act} AS act, ${columns.why} AS why, ${columns.detail} AS detail, ${place.keyResultId ?? nothing} AS key_result_id, ${objectiveId} AS objective_id, ${teamId} AS team_id, ${cycleId} AS cycle_id, ${place.issueId ?? nothing} AS issue_id, ${place.title ?? nothing} AS title FROM ${from}${joins} WHERE ${sql.join([sql`TRUE`, ...conditions], sql` AND `)} ORDER BY changed_at DESC, entity_id DESC, version DESC LIMIT ${sql.raw(String(limit))})`;
}

type Asked = { filter: HistoryFilter; reader: AccountId; limit: number };

/** Of each kind what is kept and what its rows carry; of what is only added, its rows. */
function lists(asked: Asked): SQL[] {
  const { entity } = asked.filter;
  const own = columnOf.bind(null, 'own');
  const kept = columnOf.bind(null, 'past');
  const changing = changingSources().filter((source) => entity === null || source.entity === entity);
  const added = addedSources().filter(({ entities }) => entity === null || entities.includes(entity));
  return [
    ...changing.flatMap((source) => {
      const rest = { entity: sql`${source.entity}` };
      const theirs = source.person && sql`${source.person} = ${asked.reader}`;
      const standing: EntryColumns = {
        ...rest,
        entityId: own('id'),
        version: own('version'),
        request: own('change_request'),
        by: own('changed_by'),
        at: own('changed_at'),
        act: own('change_act'),
        why: own('change_why'),
        detail: own('change_detail'),
      };
      const before: EntryColumns = {
        ...rest,
        entityId: kept('entity_id'),
        version: kept('version'),
        request: kept('request_id'),
        by: kept('changed_by'),
        at: kept('changed_at'),
        act: kept('act'),
        why: kept('why'),
        detail: kept('detail'),
      };
      return [
        list(sql`${source.of} own`, standing, source.place, theirs, asked),
        list(
          sql`${history} past JOIN ${source.of} own ON own.id = past.entity_id`,
          before,
          source.place,
          sql`past.entity = ${source.entity} AND ${theirs ?? sql`TRUE`}`,
          asked,
        ),
      ];
    }),
    ...added.map((source) =>
      list(
        source.own,
        { ...source.columns, version: sql`0` },
        source.place,
        entity === null
          ? source.where
          : sql`${source.columns.entity} = ${entity} AND ${source.where ?? sql`TRUE`}`,
        asked,
      ),
    ),
  ];
}

/** Reads what was changed anywhere. */
export function createSiteHistoryReader(db: Database) {
  return {
    /**
     * The newest entries that `filter` lets through, at most `limit`, in one statement. Each list is read backwards from its
     * newest entry and only as far as it can be among those asked for.
     */
    async read(filter: HistoryFilter, reader: AccountId, limit: number): Promise<SiteHistoryRecord[]> {
      const whole = Math.trunc(limit);
      const found = sql.join(lists({ filter, reader, limit: whole }), sql` UNION ALL `);
      const rows = await db
        .select({
          entity: sql`found.entity`.mapWith(history.entity).as('f_entity'),
          entityId: sql`found.entity_id`.mapWith(history.entityId).as('f_entity_id'),
          version: asNumber(sql`found.version`).as('f_version'),
          requestId: sql`found.request`.mapWith(history.requestId).as('f_request'),
          by: sql`found.changed_by`.mapWith(history.changedBy).as('f_by'),
          at: sql`found.changed_at`.mapWith(history.changedAt).as('f_at'),
          act: sql`found.act`.mapWith(history.act).as('f_act'),
          why: sql`found.why`.mapWith(history.why).as('f_why'),
          changes: sql`found.detail`.mapWith(history.detail).as('f_detail'),
          teamId: sql<TeamId | null>`${team.id}`.mapWith(team.id).as('f_team'),
          teamName: sql<string | null>`${team.name}`.mapWith(team.name).as('f_team_name'),
          cycleId: sql<CycleId | null>`${cycle.id}`.mapWith(cycle.id).as('f_cycle'),
          cycleName: sql<string | null>`${cycle.name}`.mapWith(cycle.name).as('f_cycle_name'),
          objectiveId: sql<ObjectiveId | null>`${objective.id}`.mapWith(objective.id).as('f_o'),
          objectiveNumber: sql<number | null>`${objective.number}`.mapWith(objective.number).as('f_o_number'),
          objectiveTitle: sql<string | null>`${objective.title}`.mapWith(objective.title).as('f_o_title'),
          objectiveRemoved: sql<boolean | null>`${objective.removed}`
            .mapWith(objective.removed)
            .as('f_o_removed'),
          keyResultId: sql<KeyResultId | null>`${keyResult.id}`.mapWith(keyResult.id).as('f_k'),
          keyResultNumber: sql<number | null>`${keyResult.number}`.mapWith(keyResult.number).as('f_k_number'),
          keyResultTitle: sql<string | null>`${keyResult.title}`.mapWith(keyResult.title).as('f_k_title'),
          keyResultRemoved: sql<boolean | null>`${keyResult.removed}`
            .mapWith(keyResult.removed)
            .as('f_k_removed'),
          issueId: sql<IssueId | null>`found.issue_id`.mapWith(initiative.issueId).as('f_issue'),
          title: sql<string | null>`found.title`.mapWith(initiative.publicName).as('f_title'),
        })
        .from(sql`(${found}) found`)
        .leftJoin(keyResult, sql`${keyResult.id} = found.key_result_id`)
        .leftJoin(objective, sql`${objective.id} = found.objective_id`)
        .leftJoin(team, sql`${team.id} = found.team_id`)
        .leftJoin(cycle, sql`${cycle.id} = found.cycle_id`)
        .orderBy(
          sql`found.changed_at DESC, found.entity_id DESC, found.version DESC LIMIT ${sql.raw(String(whole))}`,
        );
      return rows.map(toRecord);
    },
  };
}

type Row = Omit<SiteHistoryRecord, 'team' | 'cycle' | 'objective' | 'keyResult'> & {
  teamId: TeamId | null;
  teamName: string | null;
  cycleId: CycleId | null;
  cycleName: string | null;
  objectiveId: ObjectiveId | null;
  objectiveNumber: number | null;
  objectiveTitle: string | null;
  objectiveRemoved: boolean | null;
  keyResultId: KeyResultId | null;
  keyResultNumber: number | null;
  keyResultTitle: string | null;
  keyResultRemoved: boolean | null;
};

function toRecord(row: Row): SiteHistoryRecord {
  const { teamId, teamName, cycleId, cycleName, objectiveId, objectiveNumber, objectiveTitle, ...rest } = row;
  const { objectiveRemoved, keyResultId, keyResultNumber, keyResultTitle, keyResultRemoved, ...entry } = rest;
  return {
    ...entry,
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    cycle: cycleId === null ? null : { id: cycleId, name: cycleName ?? '' },
    objective:
      objectiveId === null
        ? null
        : {
            id: objectiveId,
            number: objectiveNumber ?? 0,
            title: objectiveTitle ?? '',
            removed: objectiveRemoved ?? false,
          },
    keyResult:
      keyResultId === null
        ? null
        : {
            id: keyResultId,
            number: keyResultNumber ?? 0,
            title: keyResultTitle ?? '',
            removed: (keyResultRemoved ?? false) || (objectiveRemoved ?? false),
          },
  };
}
