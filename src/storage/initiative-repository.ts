import { and, asc, eq, gt, gte, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/mysql-core';
import type { Instant } from '../domain/dates';
import type { AccountId, InitiativeId, IssueId, KeyResultId, ProjectId } from '../domain/ids';
import { affected, changeRow, type Act, type LastChange, type Outcome } from './change';
import type { ChangeDetail } from './columns';
import type { Database } from './database';
import { cycle, initiative, keyResult, objective, team, workSnapshot } from './schema';

/** An initiative as stored, detached ones included. */
export type InitiativeRow = typeof initiative.$inferSelect;

/** What an act changes on an initiative. */
export type InitiativeChange = Partial<
  Pick<
    InitiativeRow,
    | 'publicName'
    | 'hypothesis'
    | 'hypothesisAtAttach'
    | 'hypothesisAtStart'
    | 'liveOn'
    | 'liveReason'
    | 'liveBy'
    | 'detached'
    | 'attachedBy'
    | 'attachedAt'
    | 'valueAtAttach'
    | 'acknowledgedAt'
    | 'projectId'
  >
>;

/** What an attached issue serves, as far as Jira may be told (design §5 "Identity"). */
export type IssueLinks = {
  issueId: IssueId;
  projectId: ProjectId;
  /** Numbers of the key results it serves that are nobody's secret; ascending. */
  keyResultNumbers: number[];
  /** Time zone of the team that attached it first: the days of its work are days there. */
  timeZone: string;
};

/** The first issues in the order of their ids. Drizzle would bind the limit, which Forge SQL refuses. */
function firstByIssue(limit: number): SQL {
  return sql`${initiative.issueId} ASC LIMIT ${sql.raw(String(Math.trunc(limit)))}`;
}

/** Initiatives, detached ones included unless said otherwise. */
export function createInitiativeRepository(db: Database) {
  const find = async (id: InitiativeId): Promise<InitiativeRow | undefined> => {
    const [row] = await db.select().from(initiative).where(eq(initiative.id, id));
    return row;
  };

  return {
    find,

    /** Rows that stand in the way of these: the same pair of key result and issue, or the same id. */
    async standing(
      keyResultId: KeyResultId,
      asked: readonly { initiativeId: InitiativeId; issueId: IssueId }[],
    ): Promise<InitiativeRow[]> {
      const issueIds = asked.map(({ issueId }) => issueId);
      const ids = asked.map(({ initiativeId }) => initiativeId);
      return db
        .select()
        .from(initiative)
        .where(
          or(
            and(eq(initiative.keyResultId, keyResultId), inArray(initiative.issueId, issueIds)),
            inArray(initiative.id, ids),
          ),
        );
    },

    /** One statement: every row whose pair is new. A pair or id that exists already is left as it is. */
    async insertNew(rows: readonly InitiativeRow[]): Promise<void> {
      await db
        .insert(initiative)
        .values([...rows])
        .onDuplicateKeyUpdate({ set: { version: sql`initiative.version` } });
    },

    /** One guarded UPDATE, after the row's last change went into history. */
    async change(
      id: InitiativeId,
      basedOn: number,
      act: Act,
      detail: ChangeDetail,
      change: InitiativeChange,
    ): Promise<Outcome> {
      return changeRow(
        db,
        initiative,
        'initiative',
        { id, basedOn, act, detail },
        (last: LastChange, guard) =>
          db
            .update(initiative)
            .set({ ...change, ...last })
            .where(guard),
        () => find(id),
      );
    },

    /** Marks as seen what was attached to the key results this person owes; says how many were new to them. */
    async acknowledge(ids: readonly InitiativeId[], by: AccountId, at: Instant): Promise<number> {
      const owed = db
        .select({ id: keyResult.id })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .where(or(eq(keyResult.owner, by), and(isNull(keyResult.owner), eq(team.lead, by))));
      const result = await db
        .update(initiative)
        .set({ acknowledgedAt: at })
        .where(
          and(
            inArray(initiative.id, [...ids]),
            isNull(initiative.acknowledgedAt),
            inArray(initiative.keyResultId, owed),
          ),
        );
      return affected(result);
    },

    /** What these issues serve now; an issue that serves nothing any more is absent. */
    async linksOf(issueIds: readonly IssueId[]): Promise<Map<IssueId, IssueLinks>> {
      const links = new Map<IssueId, IssueLinks>();
      if (issueIds.length === 0) return links;
      const rows = await db
        .select({
          issueId: initiative.issueId,
          projectId: initiative.projectId,
          number: keyResult.number,
          restricted: objective.restricted,
          timeZone: team.timeZone,
        })
        .from(initiative)
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .where(
          and(
            inArray(initiative.issueId, [...issueIds]),
            eq(initiative.detached, false),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
          ),
        )
        .orderBy(asc(initiative.attachedAt), asc(initiative.id));
      for (const { issueId, projectId, number, restricted, timeZone } of rows) {
        const link = links.get(issueId) ?? { issueId, projectId, keyResultNumbers: [], timeZone };
        if (!restricted) link.keyResultNumbers = [...link.keyResultNumbers, number].sort((a, b) => a - b);
        links.set(issueId, link);
      }
      return links;
    },

    /**
     * Attached issues after `after`, in the order of their ids as text. `watched`: only those whose work can still
     * move something people look at: in a cycle not closed, on a key result not removed, and in Jira when last seen.
     */
    async attachedIssues(after: IssueId | null, limit: number, watched: boolean): Promise<IssueId[]> {
      const rows = await db
        .selectDistinct({ issueId: initiative.issueId })
        .from(initiative)
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(cycle, eq(cycle.id, objective.cycleId))
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .where(
          and(
            eq(initiative.detached, false),
            after === null ? undefined : gt(initiative.issueId, after),
            watched ? ne(cycle.phase, 'closed') : undefined,
            watched ? eq(keyResult.removed, false) : undefined,
            watched ? eq(objective.removed, false) : undefined,
            watched ? or(isNull(workSnapshot.gone), eq(workSnapshot.gone, false)) : undefined,
          ),
        )
        .orderBy(firstByIssue(limit));
      return rows.map(({ issueId }) => issueId);
    },

    /**
     * Issues whose links, or what may be said of them, changed at or after `since`: their upkeep may be due. A union,
     * since one condition over three tables would read them all.
     */
    async issuesTouchedSince(since: Instant, after: IssueId | null, limit: number): Promise<IssueId[]> {
      const later = after === null ? undefined : gt(initiative.issueId, after);
      const issueId = { issueId: initiative.issueId };
      const rows = await union(
        db
          .select(issueId)
          .from(initiative)
          .where(and(gte(initiative.changedAt, since), later)),
        db
          .select(issueId)
          .from(keyResult)
          .innerJoin(initiative, eq(initiative.keyResultId, keyResult.id))
          .where(and(gte(keyResult.changedAt, since), later)),
        db
          .select(issueId)
          .from(objective)
          .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
          .innerJoin(initiative, eq(initiative.keyResultId, keyResult.id))
          .where(and(gte(objective.changedAt, since), later)),
      ).orderBy(sql`issue_id ASC LIMIT ${sql.raw(String(Math.trunc(limit)))}`);
      return rows.map((row) => row.issueId);
    },

    /** Attached issues whose work was last seen before this moment, after `after`. */
    async issuesSeenBefore(moment: Instant, after: IssueId | null, limit: number): Promise<IssueId[]> {
      const rows = await db
        .selectDistinct({ issueId: initiative.issueId })
        .from(workSnapshot)
        .innerJoin(initiative, eq(initiative.issueId, workSnapshot.issueId))
        .innerJoin(keyResult, eq(keyResult.id, initiative.keyResultId))
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .where(
          and(
            lt(workSnapshot.asOf, moment),
            eq(initiative.detached, false),
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            after === null ? undefined : gt(initiative.issueId, after),
          ),
        )
        .orderBy(firstByIssue(limit));
      return rows.map(({ issueId }) => issueId);
    },

    /** Issues ever attached that were last seen in this project, after `after`. */
    async issuesOfProject(projectId: ProjectId, after: IssueId | null, limit: number): Promise<IssueId[]> {
      const rows = await db
        .selectDistinct({ issueId: initiative.issueId })
        .from(initiative)
        .where(
          and(
            eq(initiative.projectId, projectId),
            after === null ? undefined : gt(initiative.issueId, after),
          ),
        )
        .orderBy(firstByIssue(limit));
      return rows.map(({ issueId }) => issueId);
    },

    /** The issue lives in this project now. Derived from Jira, so no act and no history. */
    async moveIssue(issueId: IssueId, projectId: ProjectId): Promise<void> {
      await db
        .update(initiative)
        .set({ projectId })
        .where(and(eq(initiative.issueId, issueId), ne(initiative.projectId, projectId)));
    },
  };
}
