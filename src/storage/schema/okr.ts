/** Tables of objectives and key results, and of how they depend on each other. */
import { index, mysqlTable as table, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { DependencyState } from '../../domain/dependency';
import type {
  AccountId,
  AlignmentId,
  CycleId,
  DependencyId,
  KeyResultId,
  ObjectiveId,
  SharedKeyResultId,
  TeamId,
} from '../../domain/ids';
import type { KeyResultDefinition } from '../../domain/metric';
import type { Serves } from '../../domain/serves';
import {
  account,
  day,
  flag,
  id,
  idList,
  json,
  lastChange,
  name,
  searchedLine,
  time,
  whole,
  words,
} from '../columns';

export const objective = table(
  'objective',
  {
    id: id<ObjectiveId>().primaryKey(),
    /** The n of O-n. */
    number: whole().notNull(),
    teamId: id<TeamId>().notNull(),
    cycleId: id<CycleId>().notNull(),
    title: searchedLine().notNull(),
    why: words().notNull(),
    owner: account(),
    restricted: flag().notNull(),
    viewers: idList<AccountId>().notNull(),
    removed: flag().notNull(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('objective_number').on(row.number),
    index('objective_team').on(row.teamId, row.cycleId),
    index('objective_cycle').on(row.cycleId),
    index('objective_owner').on(row.owner),
    index('objective_changed').on(row.changedAt),
  ],
);

export const keyResult = table(
  'key_result',
  {
    id: id<KeyResultId>().primaryKey(),
    /** The n of KR-n. */
    number: whole().notNull(),
    objectiveId: id<ObjectiveId>().notNull(),
    title: searchedLine().notNull(),
    owner: account(),
    definition: json<KeyResultDefinition>().notNull(),
    goalChangedOn: day(),
    removed: flag().notNull(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('key_result_number').on(row.number),
    index('key_result_objective').on(row.objectiveId),
    index('key_result_owner').on(row.owner),
    index('key_result_changed').on(row.changedAt),
  ],
);

/**
 * What an objective is aligned to, one row for each that was ever aligned; apart from the objective, so that aligning it
 * conflicts with no other change.
 */
export const alignment = table(
  'alignment',
  {
    id: id<AlignmentId>().primaryKey(),
    objectiveId: id<ObjectiveId>().notNull(),
    kind: name<Serves['kind']>().notNull(),
    /** The parent, or the objective of the key result that is the parent. */
    parentObjectiveId: id<ObjectiveId>(),
    parentKeyResultId: id<KeyResultId>(),
    /** Why it is aligned to nothing. */
    why: words().notNull(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('alignment_objective').on(row.objectiveId),
    index('alignment_parent').on(row.parentObjectiveId),
  ],
);

/** A team that a key result depends on, one row for each pair; withdrawn is a state, so that asking again is the same row. */
export const dependency = table(
  'dependency',
  {
    id: id<DependencyId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    teamId: id<TeamId>().notNull(),
    /** What is needed of the team. */
    needs: words().notNull(),
    state: name<DependencyState>().notNull(),
    /** The team's answer, in its words. */
    reason: words().notNull(),
    askedBy: account().notNull(),
    askedAt: time().notNull(),
    answeredBy: account(),
    answeredAt: time(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('dependency_pair').on(row.keyResultId, row.teamId),
    index('dependency_team').on(row.teamId, row.state),
  ],
);

/**
 * A key result that is shown under an objective of another team, one row for each pair; taken away is a state, so that showing
 * it again is the same row.
 */
export const sharedKeyResult = table(
  'shared_key_result',
  {
    id: id<SharedKeyResultId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    objectiveId: id<ObjectiveId>().notNull(),
    shown: flag().notNull(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('shared_key_result_pair').on(row.objectiveId, row.keyResultId),
    index('shared_key_result_home').on(row.keyResultId),
  ],
);
