/**
 * The one query behind every view of OKRs: panel, macro, overview and key result page. Check-ins, their corrections,
 * initiatives, outside events and judgements hang on different rows of `part`, so that they never multiply, and wide texts come once.
 */
import { and, eq, exists, inArray, isNotNull, isNull, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias, unionAll, type MySqlColumn } from 'drizzle-orm/mysql-core';
import type { SiteReading } from '../contract/readings';
import type { AccountId, CycleId, IssueId, KeyResultId, ObjectiveId, ProjectId, TeamId } from '../domain/ids';
import { aliased } from './aliased';
import type { Database } from './database';
import { idsFound, type KeyResultSearch } from './key-result-search';
import { collectObjectives } from './okr-rows';
import type { ObjectiveFacts } from './records';
import {
  checkIn,
  correction,
  cycle,
  departed,
  followUp,
  initiative,
  judgement,
  keyResult,
  objective,
  outsideEvent,
  settings,
  team,
  workSnapshot,
} from './schema';
import {
  checkInColumns,
  correctionColumns,
  cycleColumns,
  followUpColumns,
  initiativeColumns,
  judgementColumns,
  keyResultColumns,
  objectiveColumns,
  outsideEventColumns,
  teamColumns,
  workColumns,
} from './selections';
import { siteOrDefault } from './site';
import { visibleTo } from './visibility';

/** Which OKRs to read. */
export type OkrFilter =
  /** Key results that any of these issues is attached to. */
  | { by: 'issues'; ids: readonly IssueId[] }
  | { by: 'key-results'; ids: readonly KeyResultId[] }
  /** The likeliest that a search finds, in no order. */
  | ({ by: 'search' } & KeyResultSearch)
  | { by: 'objective'; id: ObjectiveId }
  /**
   * Key results this person owes something on, or may: those they own, those of the teams they lead whose owner is nobody or left,
   * those of work they attached that nobody said is live, those with a decision or an ask of theirs that nobody said is over, and
   * all of objectives they own in cycles that run or are scored. Of closed cycles only where work was never judged.
   */
  | { by: 'owed'; person: AccountId }
  /** Key results this person owns, and ownerless ones of teams they lead, in cycles that run or are scored. */
  | { by: 'owned'; person: AccountId }
  /** Of the teams of these projects in running cycles, and those not in a closed cycle that their issues are attached to. */
  | { by: 'projects'; ids: readonly ProjectId[] }
  /** Of these teams (null: all) in this cycle (null: all active ones). */
  | { by: 'place'; teamIds: readonly TeamId[] | null; cycleId: CycleId | null };

/** A union, not an OR: each part is found from an index of its own. */
function ownedBy(db: Database, person: AccountId) {
  return unionAll(
    db.select({ id: keyResult.id }).from(keyResult).where(eq(keyResult.owner, person)),
    db
      .select({ id: keyResult.id })
      .from(team)
      .innerJoin(objective, eq(objective.teamId, team.id))
      .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
      .leftJoin(departed, eq(departed.accountId, keyResult.owner))
      .where(and(eq(team.lead, person), or(isNull(keyResult.owner), isNotNull(departed.accountId)))),
  );
}

/** A union, as above. */
function owedBy(db: Database, person: AccountId) {
  const found = unionAll(
    ownedBy(db, person),
    landedWith(db, person),
    ofOwnObjectives(db, person),
    db
      .select({ id: initiative.keyResultId })
      .from(initiative)
      .where(
        and(eq(initiative.attachedBy, person), eq(initiative.detached, false), isNull(initiative.liveOn)),
      ),
  ).as('owed');
  return db.select({ id: found.id }).from(found);
}

/** With a decision or an ask that landed with them. A later word that it is over settles it. */
function landedWith(db: Database, person: AccountId) {
  const later = alias(followUp, 'later');
  return db
    .select({ id: followUp.keyResultId })
    .from(followUp)
    .where(
      and(
        eq(followUp.person, person),
        inArray(followUp.outcome, ['open', 'carried-on']),
        notExists(
          db
            .select({ id: later.id })
            .from(later)
            .where(
              and(
                eq(later.checkInId, followUp.checkInId),
                eq(later.subject, followUp.subject),
                inArray(later.outcome, ['done', 'dropped']),
                sql`${later.saidAt} > ${followUp.saidAt}`,
              ),
            ),
        ),
      ),
    );
}

/** Key results of objectives that they own, and ownerless ones of teams they lead, in cycles that run or are scored. */
function ofOwnObjectives(db: Database, person: AccountId) {
  const running = inArray(cycle.phase, ['active', 'scoring']);
  return unionAll(
    db
      .select({ id: keyResult.id })
      .from(objective)
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
      .where(and(eq(objective.owner, person), running)),
    db
      .select({ id: keyResult.id })
      .from(team)
      .innerJoin(objective, eq(objective.teamId, team.id))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
      .where(and(eq(team.lead, person), isNull(objective.owner), running)),
  );
}

/** A union, as above. */
function plannedIn(db: Database, projectIds: readonly ProjectId[]) {
  return unionAll(
    db
      .select({ id: keyResult.id })
      .from(team)
      .innerJoin(objective, eq(objective.teamId, team.id))
      .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .where(
        and(
          or(...projectIds.map((id) => sql`FIND_IN_SET(${id}, ${team.projectIds}) > 0`)),
          eq(cycle.phase, 'active'),
        ),
      ),
    db
      .select({ id: initiative.keyResultId })
      .from(initiative)
      .where(and(inArray(initiative.projectId, [...projectIds]), eq(initiative.detached, false))),
  );
}

/** The key result has work that nobody judged, or only as "too early": that comes back. See `isJudged`. */
function unjudged(db: Database): SQL {
  const judged = db
    .select({ id: judgement.initiativeId })
    .from(judgement)
    .where(
      and(
        eq(judgement.initiativeId, initiative.id),
        or(ne(judgement.verdict, 'too-early'), inArray(judgement.decision, ['build-on', 'leave', 'undo'])),
      ),
    );
  return exists(
    db
      .select({ id: initiative.id })
      .from(initiative)
      .where(
        and(
          eq(initiative.keyResultId, keyResult.id),
          eq(initiative.detached, false),
          or(isNull(initiative.liveOn), notExists(judged)),
        ),
      ),
  );
}

function condition(db: Database, filter: OkrFilter, reader: AccountId | null): SQL | undefined {
  switch (filter.by) {
    case 'issues': {
      const attached = db
        .select({ id: initiative.keyResultId })
        .from(initiative)
        .where(and(inArray(initiative.issueId, [...filter.ids]), eq(initiative.detached, false)));
      return inArray(keyResult.id, attached);
    }
    case 'owed':
      return and(
        inArray(keyResult.id, owedBy(db, filter.person)),
        or(ne(cycle.phase, 'closed'), unjudged(db)),
      );
    case 'owned':
      return and(
        inArray(keyResult.id, ownedBy(db, filter.person)),
        inArray(cycle.phase, ['active', 'scoring']),
      );
    case 'projects':
      return and(inArray(keyResult.id, plannedIn(db, filter.ids)), ne(cycle.phase, 'closed'));
    case 'search':
      // Nobody searches as a reader nobody knows.
      return reader === null ? sql`FALSE` : inArray(keyResult.id, idsFound(db, filter, reader));
    case 'key-results':
      return inArray(keyResult.id, [...filter.ids]);
    case 'objective':
      return eq(objective.id, filter.id);
    case 'place':
      return and(
        filter.teamIds ? inArray(objective.teamId, [...filter.teamIds]) : undefined,
        filter.cycleId ? eq(objective.cycleId, filter.cycleId) : eq(cycle.phase, 'active'),
      );
  }
}

/**
 * Row 0 carries the key result itself, row 1 its check-ins, 2 its initiatives, 3 its events, 4 its judgements, 5 what became of its
 * decisions and asks, 6 the corrections of its values.
 */
const parts = sql`(SELECT 0 AS part UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) part`;
const part = sql`part.part`;
const first = sql`part.part = 0`;

/** Check-ins without what people wrote: half a megabyte less where many are read for their numbers alone. */
function checkInsWithoutTexts() {
  return {
    ...aliased(checkIn, 'm', checkInColumns),
    evidence: sql<string>`''`.as('m_evidence'),
    blocker: sql<string>`''`.as('m_blocker'),
    decision: sql<null>`NULL`.as('m_decision'),
    ask: sql<null>`NULL`.as('m_ask'),
  };
}

function okrRows(db: Database, filter: OkrFilter, reader: AccountId | null, texts: boolean) {
  const objectiveOwner = alias(departed, 'objective_owner');
  const keyResultOwner = alias(departed, 'key_result_owner');
  const leftWhen = ({ accountId }: { accountId: MySqlColumn }) =>
    sql<number>`CASE WHEN ${accountId} IS NULL THEN 0 ELSE 1 END`;
  return (
    db
      .select({
        part: sql<number>`${part}`.as('part_no'),
        objectiveId: sql`${objective.id}`.mapWith(objective.id).as('at_objective'),
        keyResultId: sql`${keyResult.id}`.mapWith(keyResult.id).as('at_key_result'),
        ownersLeft: {
          objective: leftWhen(objectiveOwner).as('objective_owner_left'),
          keyResult: leftWhen(keyResultOwner).as('key_result_owner_left'),
        },
        objective: aliased(objective, 'o', objectiveColumns, first),
        team: aliased(team, 't', teamColumns, first),
        cycle: aliased(cycle, 'c', cycleColumns, first),
        keyResult: aliased(keyResult, 'k', keyResultColumns, first),
        checkIn: texts ? aliased(checkIn, 'm', checkInColumns) : checkInsWithoutTexts(),
        initiative: aliased(initiative, 'i', initiativeColumns),
        work: aliased(workSnapshot, 'w', workColumns),
        event: aliased(outsideEvent, 'e', outsideEventColumns),
        judgement: aliased(judgement, 'j', judgementColumns),
        correction: aliased(correction, 'x', correctionColumns),
        followUp: aliased(followUp, 'f', followUpColumns),
      })
      .from(objective)
      .innerJoin(team, eq(team.id, objective.teamId))
      .innerJoin(cycle, eq(cycle.id, objective.cycleId))
      .leftJoin(keyResult, and(eq(keyResult.objectiveId, objective.id), eq(keyResult.removed, false)))
      .leftJoin(objectiveOwner, eq(objectiveOwner.accountId, objective.owner))
      .leftJoin(keyResultOwner, eq(keyResultOwner.accountId, keyResult.owner))
      .crossJoin(parts)
      .leftJoin(checkIn, and(sql`${part} = 1`, eq(checkIn.keyResultId, keyResult.id)))
      .leftJoin(
        initiative,
        and(sql`${part} = 2`, eq(initiative.keyResultId, keyResult.id), eq(initiative.detached, false)),
      )
      .leftJoin(workSnapshot, eq(workSnapshot.issueId, initiative.issueId))
      .leftJoin(
        outsideEvent,
        and(sql`${part} = 3`, eq(outsideEvent.keyResultId, keyResult.id), eq(outsideEvent.removed, false)),
      )
      .leftJoin(judgement, and(sql`${part} = 4`, eq(judgement.keyResultId, keyResult.id)))
      .leftJoin(
        followUp,
        and(
          sql`${part} = 5`,
          eq(followUp.keyResultId, keyResult.id),
          // What a check-in begins with is said by the check-in itself.
          sql`${followUp.id} <> ${followUp.checkInId}`,
        ),
      )
      .leftJoin(correction, and(sql`${part} = 6`, eq(correction.subjectId, keyResult.id)))
      .where(
        and(
          eq(objective.removed, false),
          visibleTo(reader),
          condition(db, filter, reader),
          sql`(${first} OR ${checkIn.id} IS NOT NULL OR ${initiative.id} IS NOT NULL OR ${outsideEvent.id} IS NOT NULL OR ${judgement.id} IS NOT NULL OR ${followUp.id} IS NOT NULL OR ${correction.id} IS NOT NULL)`,
        ),
      )
      // With a limit the inner query is planned on its own, from the filter's index; merged into the outer join it
      // would read every objective. More rows than this do not fit into one reply of Forge SQL.
      .orderBy(sql`NULL LIMIT 100000`)
      .as('found')
  );
}

/** Reads OKRs and the site's settings in one statement; nothing found still answers the settings. */
export function createOkrReader(db: Database) {
  return {
    /**
     * The objectives that `filter` names and `reader` may see (null: a reader nobody knows), in order of number. `texts` false
     * leaves what people wrote in check-ins empty.
     */
    async read(
      filter: OkrFilter,
      reader: AccountId | null,
      { texts = true }: { texts?: boolean } = {},
    ): Promise<{ site: SiteReading; objectives: ObjectiveFacts[] }> {
      const found = okrRows(db, filter, reader, texts);
      const one = sql`(SELECT 'site' AS id) one`;
      const rows = await db
        .select({
          settings: aliased(settings, 's', ['site'], sql`${found.part} IS NULL OR ${found.part} = 0`),
          objectiveId: found.objectiveId,
          ownersLeft: found.ownersLeft,
          keyResultId: found.keyResultId,
          objective: found.objective,
          team: found.team,
          cycle: found.cycle,
          keyResult: found.keyResult,
          checkIn: found.checkIn,
          initiative: found.initiative,
          work: found.work,
          event: found.event,
          judgement: found.judgement,
          correction: found.correction,
          followUp: found.followUp,
        })
        .from(one)
        .leftJoin(settings, sql`${settings.id} = one.id`)
        .leftJoin(found, sql`TRUE`);
      const sites: (SiteReading | null)[] = rows.map((row) => row.settings.site);
      return {
        site: siteOrDefault(sites.find((site) => site !== null)),
        objectives: collectObjectives(rows),
      };
    },
  };
}
