/** Which OKRs a view reads, and what that asks of the rows. */
import { and, eq, exists, inArray, isNotNull, isNull, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { AccountId, CycleId, IssueId, KeyResultId, ObjectiveId, ProjectId, TeamId } from '../domain/ids';
import type { Database } from './database';
import { idsFound, type KeyResultSearch } from './key-result-search';
import {
  cycle,
  inactiveAccount,
  followUp,
  initiative,
  judgement,
  keyResult,
  objective,
  team,
} from './schema';
import { shownUnder, under } from './shared-key-result-repository';

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
  | { by: 'place'; teamIds: readonly TeamId[] | null; cycleId: CycleId | null }
  /** Of one team in several cycles. */
  | { by: 'cycles'; teamId: TeamId; cycleIds: readonly CycleId[] };

/** A union, not an OR: each part is found from an index of its own. */
function ownedBy(db: Database, person: AccountId) {
  return unionAll(
    db.select({ id: keyResult.id }).from(keyResult).where(eq(keyResult.owner, person)),
    db
      .select({ id: keyResult.id })
      .from(team)
      .innerJoin(objective, eq(objective.teamId, team.id))
      .innerJoin(keyResult, eq(keyResult.objectiveId, objective.id))
      .leftJoin(inactiveAccount, eq(inactiveAccount.accountId, keyResult.owner))
      .where(and(eq(team.lead, person), or(isNull(keyResult.owner), isNotNull(inactiveAccount.accountId)))),
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
                sql`${later.recordedAt} > ${followUp.recordedAt}`,
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

/** What a filter asks of objectives, key results, teams and cycles that are joined. */
export function condition(db: Database, filter: OkrFilter, reader: AccountId | null): SQL | undefined {
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
    case 'cycles':
      return and(eq(objective.teamId, filter.teamId), inArray(objective.cycleId, [...filter.cycleIds]));
    case 'place':
      return and(
        filter.teamIds ? inArray(objective.teamId, [...filter.teamIds]) : undefined,
        filter.cycleId ? eq(objective.cycleId, filter.cycleId) : eq(cycle.phase, 'active'),
      );
  }
}

/** Objectives by where they are. */
export type Place = Extract<OkrFilter, { by: 'objective' | 'place' }>;

/** Key results shown beneath objectives of this place. */
export function shownIn(db: Database, place: Place, reader: AccountId): SQL {
  const where =
    place.by === 'objective'
      ? eq(under.objective.id, place.id)
      : and(
          place.teamIds ? inArray(under.objective.teamId, [...place.teamIds]) : undefined,
          place.cycleId ? eq(under.objective.cycleId, place.cycleId) : eq(under.cycle.phase, 'active'),
        );
  return inArray(keyResult.id, shownUnder(db, where, reader));
}
