import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../domain/dates';
import { isJiraId, type IssueId, type ProjectId } from '../domain/ids';
import type { WorkSnapshot } from '../domain/initiative';
import type { Database } from './database';
import { jobState, workSnapshot } from './schema';

/** The work of one attached issue as seen in Jira at `asOf`; `children` are all issues beneath it. */
export type IssueWork = WorkSnapshot & { issueId: IssueId; projectId: ProjectId; children: number };

/** The jobs that remember where they got to. */
export type JobName = 'catch-up' | 'upkeep' | 'reconcile' | 'followers';

/** A column's new value, unless what is stored was seen later: replies of Jira arrive in any order. */
function newer(column: string): SQL {
  return sql.raw(`IF(VALUES(as_of) >= as_of, VALUES(${column}), ${column})`);
}

/** Stored work and the schedules' memory. All of it is derived from Jira and can be made again. */
export function createWorkRepository(db: Database) {
  return {
    /** The stored work of an issue; undefined: never seen. */
    async find(issueId: IssueId): Promise<IssueWork | undefined> {
      const [row] = await db.select().from(workSnapshot).where(eq(workSnapshot.issueId, issueId));
      return row;
    },

    /** The stored work of these issues, in one statement; one never seen is absent. */
    async findAll(issueIds: readonly IssueId[]): Promise<Map<IssueId, IssueWork>> {
      if (issueIds.length === 0) return new Map();
      const rows = await db
        .select()
        .from(workSnapshot)
        .where(inArray(workSnapshot.issueId, [...issueIds]));
      return new Map(rows.map((row) => [row.issueId, row]));
    },

    /** How many children each of these issues had when last seen; one never seen is absent. */
    async childrenOf(issueIds: readonly IssueId[]): Promise<Map<IssueId, number>> {
      if (issueIds.length === 0) return new Map();
      const rows = await db
        .select({ issueId: workSnapshot.issueId, children: workSnapshot.children })
        .from(workSnapshot)
        .where(inArray(workSnapshot.issueId, [...issueIds]));
      return new Map(rows.map(({ issueId, children }) => [issueId, children]));
    },

    /** One statement for all of them. What was seen later stays, whichever is stored last. */
    async store(seen: readonly IssueWork[]): Promise<void> {
      if (seen.length === 0) return;
      await db
        .insert(workSnapshot)
        .values([...seen])
        .onDuplicateKeyUpdate({
          set: {
            projectId: newer('project_id'),
            unit: newer('unit'),
            fellBack: newer('fell_back'),
            done: newer('done'),
            counted: newer('counted'),
            leftOut: newer('left_out'),
            children: newer('children'),
            category: newer('category'),
            notDelivered: newer('not_delivered'),
            startedOn: newer('started_on'),
            doneOn: newer('done_on'),
            firstChildDoneOn: newer('first_child_done_on'),
            gone: newer('gone'),
            assumed: newer('assumed'),
            // Last: the columns before are judged by the moment stored so far.
            asOf: sql`GREATEST(VALUES(as_of), as_of)`,
          },
        });
    },

    /** The issues are not in Jira any more: what was last counted stays, marked. Stores the mark for unseen ones too. */
    async storeGone(
      issues: readonly { issueId: IssueId; projectId: ProjectId }[],
      asOf: Instant,
    ): Promise<void> {
      if (issues.length === 0) return;
      const unseen = {
        unit: 'count' as const,
        fellBack: false,
        done: 0,
        counted: 0,
        leftOut: 0,
        children: 0,
        category: 'new' as const,
        notDelivered: false,
        startedOn: null,
        doneOn: null,
        firstChildDoneOn: null,
        assumed: [],
      };
      await db
        .insert(workSnapshot)
        .values(issues.map((issue) => ({ ...unseen, ...issue, asOf, gone: true })))
        .onDuplicateKeyUpdate({
          set: { gone: newer('gone'), asOf: sql`GREATEST(VALUES(as_of), as_of)` },
        });
    },

    /** How far a job got: everything before this moment is looked after. Undefined: it never finished. */
    async reached(name: JobName): Promise<Instant | undefined> {
      const [row] = await db.select({ at: jobState.lastRunAt }).from(jobState).where(eq(jobState.name, name));
      return row?.at ?? undefined;
    },

    /** A job got this far. Of overlapping runs the furthest counts. */
    async setReached(name: JobName, at: Instant): Promise<void> {
      await db
        .insert(jobState)
        .values({ name, position: '', lastRunAt: at })
        .onDuplicateKeyUpdate({
          set: { lastRunAt: sql`GREATEST(VALUES(last_run_at), COALESCE(last_run_at, VALUES(last_run_at)))` },
        });
    },

    /** The last issue a job through all issues looked after; null: it is not under way. */
    async position(name: JobName): Promise<IssueId | null> {
      const [row] = await db.select({ at: jobState.position }).from(jobState).where(eq(jobState.name, name));
      return isJiraId<'issue'>(row?.at) ? row.at : null;
    },

    /** A job through all issues got to this one; null: through all of them. */
    async setPosition(name: JobName, at: IssueId | null): Promise<void> {
      const position = at ?? '';
      await db.insert(jobState).values({ name, position }).onDuplicateKeyUpdate({ set: { position } });
    },
  };
}
