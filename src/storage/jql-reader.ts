import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../domain/dates';
import type { IssueId, KeyResultId } from '../domain/ids';
import type { Database } from './database';
import { cycle, initiative, jobState, keyResult, objective, workSnapshot } from './schema';
import { visibleTo } from './visibility';
import { asNumber, asText } from './read-as';

/** What issues may be asked for by. Numbers are the n of KR-n and O-n; a cycle's name in any case of letters. */
export type Served =
  | { by: 'key-result'; number: number }
  | { by: 'objective'; number: number }
  | { by: 'cycle'; name: string }
  | { by: 'any' };

/** An attached issue that Jira had when it was last seen. */
export type AttachedIssue = {
  issueId: IssueId;
  /** Whether it had children when last counted; an issue never counted may have some. */
  mayHaveChildren: boolean;
};

/** What was asked for is there, and the issues attached to it. */
export type Attached = { found: boolean; issues: AttachedIssue[] };

const job = 'jql-functions';

/** Drizzle would bind the limit, which Forge SQL refuses. */
function firstOf(column: SQL, most: number): SQL {
  return sql`${column} ASC LIMIT ${sql.raw(String(Math.trunc(most)))}`;
}

const inCycle = and(eq(objective.cycleId, cycle.id), eq(objective.removed, false), visibleTo(null));
const inObjective = and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false));
const onKeyResult = and(eq(initiative.keyResultId, keyResult.id), eq(initiative.detached, false));

function condition(served: Served): SQL | undefined {
  switch (served.by) {
    case 'key-result':
      return eq(keyResult.number, served.number);
    case 'objective':
      return eq(objective.number, served.number);
    case 'cycle':
      return eq(cycle.name, served.name);
    case 'any':
      return undefined;
  }
}

/**
 * What JQL functions read: their results are shared by everybody, so nothing restricted is ever in them (design §5
 * "Who may do what").
 */
export function createJqlReader(db: Database) {
  return {
    /**
     * The issues attached to what is asked for, closed cycles included, at most `most`. A key result, objective or cycle that
     * is restricted, removed or not there at all is not `found`. One statement.
     */
    async attached(served: Served, most: number): Promise<Attached> {
      const rows = await db
        .select({
          issueId: asText<IssueId | null>(
            sql`CASE WHEN ${workSnapshot.gone} = 1 THEN NULL ELSE ${initiative.issueId} END`,
          ).as('issue'),
          children: asNumber<number | null>(sql`MAX(${workSnapshot.counted} + ${workSnapshot.leftOut})`).as(
            'children',
          ),
        })
        .from(cycle)
        .leftJoin(objective, inCycle)
        .leftJoin(keyResult, inObjective)
        .leftJoin(initiative, onKeyResult)
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .where(condition(served))
        .groupBy(sql`issue`)
        .orderBy(firstOf(sql`issue`, most));
      return {
        found: rows.length > 0,
        issues: rows.flatMap(({ issueId, children }) =>
          issueId === null ? [] : { issueId, mayHaveChildren: children === null || children > 0 },
        ),
      };
    },

    /** Which of these issues are attached themselves, as far as everybody may know. */
    async attachedAmong(issueIds: readonly IssueId[]): Promise<Set<IssueId>> {
      if (issueIds.length === 0) return new Set();
      const rows = await db
        .selectDistinct({ issueId: initiative.issueId })
        .from(initiative)
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .where(
          and(
            inArray(initiative.issueId, [...issueIds]),
            eq(initiative.detached, false),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            visibleTo(null),
          ),
        );
      return new Set(rows.map(({ issueId }) => issueId));
    },

    /**
     * Key results with an initiative of which people may have got something, at most `most`, in the order of their ids: that
     * key result, those of a cycle, or (`any`) of all. `found` as in `attached`. One statement.
     */
    async judgeable(served: Served, most: number): Promise<{ found: boolean; ids: KeyResultId[] }> {
      const live = sql`(${initiative.liveOn} IS NOT NULL OR ${workSnapshot.doneOn} IS NOT NULL OR ${workSnapshot.firstChildDoneOn} IS NOT NULL)`;
      const rows = await db
        .select({
          id: asText<KeyResultId | null>(sql`CASE WHEN ${live} THEN ${keyResult.id} END`).as('judgeable'),
        })
        .from(cycle)
        .leftJoin(objective, inCycle)
        .leftJoin(keyResult, inObjective)
        .leftJoin(initiative, onKeyResult)
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .where(condition(served))
        .groupBy(sql`judgeable`)
        .orderBy(firstOf(sql`judgeable`, most));
      return { found: rows.length > 0, ids: rows.flatMap(({ id }) => (id === null ? [] : [id])) };
    },

    /** Whether anybody ever searched with one of the functions: until then Jira keeps none of their results. */
    async everAsked(): Promise<boolean> {
      const rows = await db.select({ name: jobState.name }).from(jobState).where(eq(jobState.name, job));
      return rows.length > 0;
    },

    /** Somebody searches with one of the functions now. */
    async noteAsked(at: Instant): Promise<void> {
      await db
        .insert(jobState)
        .values({ name: job, position: '', lastRunAt: at })
        .onDuplicateKeyUpdate({ set: { lastRunAt: at } });
    },

    /** How many of the calls that Jira keeps a job has looked after; 0: it starts anew. */
    async position(): Promise<number> {
      const [row] = await db.select({ at: jobState.position }).from(jobState).where(eq(jobState.name, job));
      return Number(row?.at ?? 0) || 0;
    },

    /** A job has looked after this many of them; 0: after all. */
    async setPosition(at: number): Promise<void> {
      await db
        .update(jobState)
        .set({ position: String(at) })
        .where(eq(jobState.name, job));
    },
  };
}
