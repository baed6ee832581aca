import { and, eq, exists, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Instant } from '../domain/dates';
import type { AccountId, InitiativeId, KeyResultId, TeamId } from '../domain/ids';
import { aliased, type Joined } from './aliased';
import type { Database } from './database';
import { toInitiative, toJudgement, type JudgementRow } from './okr-rows';
import type { InitiativeRecord } from './records';
import { initiative, judgement, keyResult, objective, team, workSnapshot } from './schema';
import { initiativeColumns, judgementColumns, workColumns } from './selections';
import { visibleTo } from './visibility';

/** An initiative of a key result, attached or not, with what learning asks of it. */
export type LearntRecord = {
  keyResultId: KeyResultId;
  /** With its judgements only where it is detached: those of attached ones come with their key result. */
  initiative: InitiativeRecord;
  /** null: it is attached. */
  detachedAt: Instant | null;
  /** Children that count; null where Jira was never asked. */
  children: number | null;
};

function addJudgement({ judgements }: InitiativeRecord, row: Joined<JudgementRow>): void {
  if (row.id !== null) judgements.push(toJudgement(row));
}

/** Finds the work that has something to teach. */
export function createLearningReader(db: Database) {
  return {
    /**
     * The newest key results that `reader` may see with work that people may have got, at most `limit`: of one team, or all
     * (null), with a number below `before` (null: from the newest). By number, not by cycle: the one index that stops early
     * on a site of any size, and a newer cycle has the higher numbers.
     */
    async keyResults(
      teamId: TeamId | null,
      before: number | null,
      reader: AccountId,
      limit: number,
    ): Promise<{ id: KeyResultId; number: number }[]> {
      const got = db
        .select({ id: initiative.id })
        .from(initiative)
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .where(
          and(
            eq(initiative.keyResultId, keyResult.id),
            or(
              isNotNull(initiative.liveOn),
              isNotNull(workSnapshot.firstChildDoneOn),
              isNotNull(workSnapshot.doneOn),
            ),
          ),
        );
      const rows = await db
        .select({ keyResult: aliased(keyResult, 'k', ['id', 'number']) })
        .from(keyResult)
        .innerJoin(objective, eq(objective.id, keyResult.objectiveId))
        .innerJoin(team, eq(team.id, objective.teamId))
        .where(
          and(
            eq(keyResult.removed, false),
            eq(objective.removed, false),
            visibleTo(reader),
            teamId === null ? undefined : eq(objective.teamId, teamId),
            before === null ? undefined : lt(keyResult.number, before),
            exists(got),
          ),
        )
        .orderBy(sql`${keyResult.number} DESC LIMIT ${sql.raw(String(Math.trunc(limit)))}`);
      return rows.map(({ keyResult: found }) => found);
    },

    /** Everything attached to these key results, now or before, the oldest first. */
    async work(keyResultIds: readonly KeyResultId[]): Promise<LearntRecord[]> {
      if (keyResultIds.length === 0) return [];
      const rows = await db
        .select({
          initiative: aliased(initiative, 'i', [
            ...initiativeColumns,
            'keyResultId',
            'detached',
            'changedAt',
          ] as const),
          work: aliased(workSnapshot, 'w', workColumns),
          children: sql<number | null>`${workSnapshot.children} - ${workSnapshot.leftOut}`
            .mapWith(workSnapshot.children)
            .as('counted_children'),
          judgement: aliased(judgement, 'j', judgementColumns),
        })
        .from(initiative)
        .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
        .leftJoin(judgement, and(eq(judgement.initiativeId, initiative.id), eq(initiative.detached, true)))
        .where(inArray(initiative.keyResultId, [...keyResultIds]))
        .orderBy(initiative.attachedAt, initiative.id, judgement.judgedAt, judgement.id);
      const found = new Map<InitiativeId, LearntRecord>();
      for (const { initiative: row, work, children, judgement: judged } of rows) {
        const { keyResultId, detached, changedAt, ...own } = row;
        const record = found.get(row.id) ?? {
          keyResultId,
          initiative: toInitiative(own, work),
          // Nothing is done to what is detached but attaching it again: its last change is the detaching.
          detachedAt: detached ? changedAt : null,
          children,
        };
        found.set(row.id, record);
        addJudgement(record.initiative, judged);
      }
      return [...found.values()];
    },
  };
}
