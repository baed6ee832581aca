/** The tables of what serves what, of who needs what of whom, and of what teams share: a part of `schema.ts`. */
import { mysqlTable as table } from 'drizzle-orm/mysql-core';
import type { DependencyState } from '../domain/dependency';
import type {
  AlignmentId,
  DependencyId,
  KeyResultId,
  ObjectiveId,
  SharedKeyResultId,
  TeamId,
} from '../domain/ids';
import type { Serves } from '../domain/serves';
import { account, flag, id, lastChange, name, time, words } from './columns';

/** What an objective serves, one row for each that ever said; apart from the objective, so that saying it conflicts with no other change. */
export const alignment = table('alignment', {
  id: id<AlignmentId>().primaryKey(),
  objectiveId: id<ObjectiveId>().notNull(),
  kind: name<Serves['kind']>().notNull(),
  /** What it serves, or the objective of the key result that it serves. */
  parentObjectiveId: id<ObjectiveId>(),
  parentKeyResultId: id<KeyResultId>(),
  /** Why it serves nothing. */
  why: words().notNull(),
  ...lastChange(),
});

/** A team that a key result depends on, one row for each pair; withdrawn is a state, so that asking again is the same row. */
export const dependency = table('dependency', {
  id: id<DependencyId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  teamId: id<TeamId>().notNull(),
  /** What is needed of the team. */
  needs: words().notNull(),
  state: name<DependencyState>().notNull(),
  /** What the team said when it answered. */
  reason: words().notNull(),
  askedBy: account().notNull(),
  askedAt: time().notNull(),
  answeredBy: account(),
  answeredAt: time(),
  ...lastChange(),
});

/**
 * A key result that is shown beneath an objective of another team, one row for each pair; taken away is a state, so that showing it
 * again is the same row.
 */
export const sharedKeyResult = table('shared_key_result', {
  id: id<SharedKeyResultId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  objectiveId: id<ObjectiveId>().notNull(),
  shown: flag().notNull(),
  ...lastChange(),
});
