import { and, eq, inArray, ne, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { HistoryEntry } from '../contract/readings';
import type { Instant } from '../domain/dates';
import type { AccountId, KeyResultId, KpiId } from '../domain/ids';
import type { VersionedTable } from './change';
import type { Database } from './database';
import {
  correction,
  sharedMeasurement,
  cycle,
  dependency,
  findingAnswer,
  followUp,
  history,
  initiative,
  judgement,
  keyResult,
  numberSource,
  objective,
  outsideEvent,
  kudos,
  score,
  settings,
  sharedKeyResult,
  team,
  teamProfile,
} from './schema';
import { under } from './shared-key-result-repository';
import { visibleTo } from './visibility';

type Kept = Omit<HistoryEntry, 'requestId' | 'changes'> & {
  version: number;
  request: HistoryEntry['requestId'];
  detail: HistoryEntry['changes'];
};

/** The newest entries that a view shows. */
const shown = 200;

/** The last change that a row carries, in the columns of `history`. */
export function lastChange(table: VersionedTable, entity: HistoryEntry['entity']) {
  return {
    entity: sql`${entity}`.mapWith(history.entity).as('entity'),
    entityId: sql`${table.id}`.mapWith(history.entityId).as('entity_id'),
    version: sql`${table.version}`.mapWith(history.version).as('version'),
    request: sql`${table.changeRequest}`.mapWith(history.requestId).as('request'),
    by: sql`${table.changedBy}`.mapWith(history.changedBy).as('changed_by'),
    at: sql`${table.changedAt}`.mapWith(history.changedAt).as('changed_at'),
    act: sql`${table.changeAct}`.mapWith(history.act).as('act'),
    why: sql`${table.changeWhy}`.mapWith(history.why).as('why'),
    detail: sql`${table.changeDetail}`.mapWith(history.detail).as('detail'),
  };
}

/** The columns of `history` as a view reads them. */
export function kept() {
  return {
    entity: sql`${history.entity}`.mapWith(history.entity).as('entity'),
    entityId: sql`${history.entityId}`.mapWith(history.entityId).as('entity_id'),
    version: sql`${history.version}`.mapWith(history.version).as('version'),
    request: sql`${history.requestId}`.mapWith(history.requestId).as('request'),
    by: sql`${history.changedBy}`.mapWith(history.changedBy).as('changed_by'),
    at: sql`${history.changedAt}`.mapWith(history.changedAt).as('changed_at'),
    act: sql`${history.act}`.mapWith(history.act).as('act'),
    why: sql`${history.why}`.mapWith(history.why).as('why'),
    detail: sql`${history.detail}`.mapWith(history.detail).as('detail'),
  };
}

const byTime = (left: string, right: string) => (left < right ? 1 : left > right ? -1 : 0);
/** The request last: the database gives rows of one moment in any order. */
const newestFirst = (a: Kept, b: Kept) =>
  byTime(a.at, b.at) || b.version - a.version || byTime(a.request, b.request);

/** A judgement as an entry of its initiative's history: it is its own, appended once. */
function judged(db: Database, id: KeyResultId) {
  const said = (field: string, word: SQLWrapper) =>
    sql`CONCAT('{"field":"', ${field}, '","from":"null","to":"', CASE WHEN ${word} IS NULL THEN 'null' ELSE CONCAT(${String.raw`\"`}, ${word}, ${String.raw`\"`}) END, '"}')`;
  const detail = sql`CONCAT('[', ${said('verdict', judgement.verdict)}, ',', ${said('decision', judgement.decision)}, ']')`;
  return db
    .select({
      entity: sql`${'initiative'}`.mapWith(history.entity).as('entity'),
      entityId: sql`${judgement.initiativeId}`.mapWith(history.entityId).as('entity_id'),
      version: sql`0`.mapWith(history.version).as('version'),
      request: sql`${judgement.id}`.mapWith(history.requestId).as('request'),
      by: sql`${judgement.judgedBy}`.mapWith(history.changedBy).as('changed_by'),
      at: sql`${judgement.judgedAt}`.mapWith(history.changedAt).as('changed_at'),
      act: sql`${'judge'}`.mapWith(history.act).as('act'),
      why: sql`${judgement.reason}`.mapWith(history.why).as('why'),
      detail: detail.mapWith(history.detail).as('detail'),
    })
    .from(judgement)
    .where(eq(judgement.keyResultId, id));
}

/** Corrections of values, as entries of the check-ins they correct: each is its own, appended once. */
export function correctedOf(db: Database, subjectId: KeyResultId | KpiId) {
  const said = (value: SQLWrapper) => sql`COALESCE(${value}, 'null')`;
  return db
    .select({
      entity: sql`${'check-in'}`.mapWith(history.entity).as('entity'),
      entityId: sql`${correction.about}`.mapWith(history.entityId).as('entity_id'),
      version: sql`${correction.turn}`.mapWith(history.version).as('version'),
      request: sql`${correction.id}`.mapWith(history.requestId).as('request'),
      by: sql`${correction.correctedBy}`.mapWith(history.changedBy).as('changed_by'),
      at: sql`${correction.correctedAt}`.mapWith(history.changedAt).as('changed_at'),
      act: sql`${'correct'}`.mapWith(history.act).as('act'),
      why: sql`${correction.why}`.mapWith(history.why).as('why'),
      detail:
        sql`CONCAT('[{"field":"value","from":"', ${said(correction.fromValue)}, '","to":"', ${said(correction.value)}, '"}]')`
          .mapWith(history.detail)
          .as('detail'),
    })
    .from(correction)
    .where(eq(correction.subjectId, subjectId));
}

/** What was said of the review's findings, as entries of the key result's history: each is its own, appended once. */
function argued(db: Database, id: KeyResultId) {
  return db
    .select({
      entity: sql`${'key-result'}`.mapWith(history.entity).as('entity'),
      entityId: sql`${findingAnswer.subjectId}`.mapWith(history.entityId).as('entity_id'),
      version: sql`0`.mapWith(history.version).as('version'),
      request: sql`${findingAnswer.id}`.mapWith(history.requestId).as('request'),
      by: sql`${findingAnswer.answeredBy}`.mapWith(history.changedBy).as('changed_by'),
      at: sql`${findingAnswer.answeredAt}`.mapWith(history.changedAt).as('changed_at'),
      act: sql`CASE WHEN ${findingAnswer.active} = 1 THEN 'dismiss' ELSE 'take-back' END`
        .mapWith(history.act)
        .as('act'),
      why: sql`${findingAnswer.reason}`.mapWith(history.why).as('why'),
      detail:
        sql`CONCAT('[{"field":"finding","from":"null","to":"', ${String.raw`\"`}, ${findingAnswer.rule}, ${String.raw`\"`}, '"}]')`
          .mapWith(history.detail)
          .as('detail'),
    })
    .from(findingAnswer)
    .where(eq(findingAnswer.subjectId, id));
}

/** When a cycle last went from draft to running; `entries` the newest first. */
function published(entries: readonly HistoryEntry[]): Instant | null {
  const moved = entries.find(
    ({ entity, changes }) =>
      entity === 'cycle' &&
      changes.some(({ field, from, to }) => field === 'phase' && from === '"draft"' && to === '"active"'),
  );
  return moved?.at ?? null;
}

/** What became of decisions and asks, as entries of the key result's history: each is its own, appended once. */
function followed(db: Database, id: KeyResultId) {
  return db
    .select({
      entity: sql`${'key-result'}`.mapWith(history.entity).as('entity'),
      entityId: sql`${followUp.keyResultId}`.mapWith(history.entityId).as('entity_id'),
      version: sql`0`.mapWith(history.version).as('version'),
      request: sql`${followUp.id}`.mapWith(history.requestId).as('request'),
      by: sql`${followUp.recordedBy}`.mapWith(history.changedBy).as('changed_by'),
      at: sql`${followUp.recordedAt}`.mapWith(history.changedAt).as('changed_at'),
      act: sql`${'follow-up'}`.mapWith(history.act).as('act'),
      why: sql`${followUp.note}`.mapWith(history.why).as('why'),
      detail:
        sql`CONCAT('[{"field":"', ${followUp.subject}, '","from":"null","to":"', ${String.raw`\"`}, ${followUp.outcome}, ${String.raw`\"`}, '"}]')`
          .mapWith(history.detail)
          .as('detail'),
    })
    .from(followUp)
    .where(and(eq(followUp.keyResultId, id), ne(followUp.id, followUp.checkInId)));
}

/** Praise and the taking back of it, as entries of the key result's history. */
function praised(db: Database, id: KeyResultId) {
  return db
    .select({
      entity: sql`${'key-result'}`.mapWith(history.entity).as('entity'),
      entityId: sql`${kudos.keyResultId}`.mapWith(history.entityId).as('entity_id'),
      version: sql`0`.mapWith(history.version).as('version'),
      request: sql`${kudos.id}`.mapWith(history.requestId).as('request'),
      by: sql`${kudos.givenBy}`.mapWith(history.changedBy).as('changed_by'),
      at: sql`${kudos.givenAt}`.mapWith(history.changedAt).as('changed_at'),
      act: sql`CASE WHEN ${kudos.withdrawsId} IS NULL THEN 'praise' ELSE 'take-back-praise' END`
        .mapWith(history.act)
        .as('act'),
      why: sql`''`.mapWith(history.why).as('why'),
      detail:
        sql`CONCAT('[{"field":"person","from":"null","to":"', ${String.raw`\"`}, ${kudos.recipient}, ${String.raw`\"`}, '"}]')`
          .mapWith(history.detail)
          .as('detail'),
    })
    .from(kudos)
    .where(eq(kudos.keyResultId, id));
}

/** The rows that everyone shares, and their entities. */
const shared: Record<'team' | 'cycle' | 'settings', VersionedTable> = { team, cycle, settings };

/** Entries as people read them, the newest first. Between the two statements of a change the last one is in both places. */
export function entriesOf(rows: readonly Kept[]): HistoryEntry[] {
  const once = new Map(rows.map((row) => [`${row.entityId} ${row.request}`, row]));
  return [...once.values()]
    .sort(newestFirst)
    .slice(0, shown)
    .map(({ version: _version, request, detail, ...entry }) => ({
      ...entry,
      requestId: request,
      changes: detail,
    }));
}

/** History = table ∪ row (design §5): what is kept, and the last change that each row carries. */
export function createHistoryReader(db: Database) {
  /** What a team says of itself belongs to its history. */
  const ofProfile = (teamId: string) => {
    const own = sql`${teamProfile.teamId} = ${teamId}`;
    const ids = db.select({ id: teamProfile.id }).from(teamProfile).where(own);
    return [
      db.select(kept()).from(history).where(inArray(history.entityId, ids)),
      db.select(lastChange(teamProfile, 'team')).from(teamProfile).where(own),
    ];
  };
  return {
    /**
     * What happened to a key result, its initiatives, outside events and score, the newest first, and when its cycle last began
     * to run (null: it never did), in one statement. Where else it was shown is told as far as `reader` may see those objectives.
     */
    async ofKeyResult(
      id: KeyResultId,
      reader: AccountId,
    ): Promise<{ entries: HistoryEntry[]; publishedAt: Instant | null }> {
      const inCycle = db
        .select({ id: objective.cycleId })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .where(eq(keyResult.id, id));
      const own: SQL = eq(initiative.keyResultId, id);
      const onEvents: SQL = eq(outsideEvent.keyResultId, id);
      const events = db.select({ id: outsideEvent.id }).from(outsideEvent).where(onEvents);
      const initiatives = db.select({ id: initiative.id }).from(initiative).where(own);
      const onSource: SQL = eq(numberSource.keyResultId, id);
      const sources = db.select({ id: numberSource.id }).from(numberSource).where(onSource);
      const onCounting: SQL = eq(sharedMeasurement.keyResultId, id);
      const countings = db.select({ id: sharedMeasurement.id }).from(sharedMeasurement).where(onCounting);
      const onScore: SQL = eq(score.subjectId, id);
      const scores = db.select({ id: score.id }).from(score).where(onScore);
      const onDependency: SQL = eq(dependency.keyResultId, id);
      const dependencies = db.select({ id: dependency.id }).from(dependency).where(onDependency);
      const sharings = db
        .select({ id: sharedKeyResult.id })
        .from(sharedKeyResult)
        .innerJoin(under.objective, eq(under.objective.id, sharedKeyResult.objectiveId))
        .innerJoin(under.team, eq(under.team.id, under.objective.teamId))
        .where(and(eq(sharedKeyResult.keyResultId, id), visibleTo(reader, under)));
      const rows = await unionAll(
        // One after the other: with OR each would read the whole table.
        db.select(kept()).from(history).where(eq(history.entityId, id)),
        db.select(kept()).from(history).where(inArray(history.entityId, initiatives)),
        db.select(kept()).from(history).where(inArray(history.entityId, events)),
        db.select(kept()).from(history).where(inArray(history.entityId, scores)),
        db.select(kept()).from(history).where(inArray(history.entityId, sources)),
        db.select(lastChange(numberSource, 'number-source')).from(numberSource).where(onSource),
        db.select(kept()).from(history).where(inArray(history.entityId, countings)),
        db.select(lastChange(sharedMeasurement, 'key-result')).from(sharedMeasurement).where(onCounting),
        db.select(kept()).from(history).where(inArray(history.entityId, dependencies)),
        db.select(lastChange(dependency, 'dependency')).from(dependency).where(onDependency),
        db.select(kept()).from(history).where(inArray(history.entityId, sharings)),
        db
          .select(lastChange(sharedKeyResult, 'alignment'))
          .from(sharedKeyResult)
          .where(inArray(sharedKeyResult.id, sharings)),
        db.select(lastChange(score, 'score')).from(score).where(onScore),
        db.select(lastChange(keyResult, 'key-result')).from(keyResult).where(eq(keyResult.id, id)),
        db.select(lastChange(initiative, 'initiative')).from(initiative).where(own),
        db.select(lastChange(outsideEvent, 'outside-event')).from(outsideEvent).where(onEvents),
        judged(db, id),
        argued(db, id),
        correctedOf(db, id),
        db.select(kept()).from(history).where(inArray(history.entityId, inCycle)),
        db.select(lastChange(cycle, 'cycle')).from(cycle).where(inArray(cycle.id, inCycle)),
        followed(db, id),
        praised(db, id),
      );
      // Between the two statements of a change the last one is in both places.
      const once = new Map(rows.map((row) => [`${row.entityId} ${row.request}`, row]));
      const entries: HistoryEntry[] = [...once.values()]
        .sort(newestFirst)
        .map(({ version: _version, request, detail, ...entry }) => ({
          ...entry,
          requestId: request,
          changes: detail,
        }));
      return {
        entries: entries.filter(({ entity }) => entity !== 'cycle').slice(0, shown),
        publishedAt: published(entries),
      };
    },

    /** What happened to a team, a cycle or the settings, the newest first, in one statement. */
    async ofShared(entity: keyof typeof shared, id: string): Promise<HistoryEntry[]> {
      const table = shared[entity];
      const rows = await unionAll(
        db.select(kept()).from(history).where(eq(history.entityId, id)),
        db.select(lastChange(table, entity)).from(table).where(eq(table.id, id)),
        ...(entity === 'team' ? ofProfile(id) : []),
      );
      return entriesOf(rows);
    },
  };
}
