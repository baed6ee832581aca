/** Tables of the quality review and of closing a cycle. */
import { index, mysqlTable as table, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { FindingSubject } from '../../contract/review-calls';
import type {
  CycleId,
  FindingAnswerId,
  KeyResultId,
  ObjectiveId,
  RetrospectiveId,
  ScoreId,
  TeamId,
} from '../../domain/ids';
import type { RuleId } from '../../domain/quality/finding';
import type { NextStep, ScoreLabel, SuggestedScores } from '../../domain/score';
import { account, contentHash, flag, id, json, lastChange, name, number, time, words } from '../columns';

/** Append-only: what somebody answered to a finding of the quality review. The last answer to the same words counts. */
export const findingAnswer = table(
  'finding_answer',
  {
    id: id<FindingAnswerId>().primaryKey(),
    cycleId: id<CycleId>().notNull(),
    subject: name<FindingSubject>().notNull(),
    subjectId: id().notNull(),
    rule: name<RuleId>().notNull(),
    findingText: words().notNull(),
    /** Dismissed, or an answer to S4; false undoes a dismissal. */
    active: flag().notNull(),
    reason: words().notNull(),
    /** S4: what was answered. */
    worth: json<{ achieved: boolean; hurts: boolean }>(),
    answeredBy: account().notNull(),
    answeredAt: time().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [index('finding_answer_cycle').on(row.cycleId), index('finding_answer_subject').on(row.subjectId)],
);

/** The score of a key result or an objective; one row for each, changed as often as people change their minds. */
export const score = table(
  'score',
  {
    id: id<ScoreId>().primaryKey(),
    subject: name<'key-result' | 'objective'>().notNull(),
    subjectId: id<KeyResultId | ObjectiveId>().notNull(),
    /** null: a key result that was dropped, an objective of which nothing counts. */
    score: number(),
    /** Of a key result. */
    label: name<ScoreLabel>(),
    /** What a key result's measurements suggested when it was scored. */
    suggested: json<SuggestedScores>(),
    /** A key result's rationale; an objective's write-up. */
    said: words('rationale').notNull(),
    next: name<NextStep>(),
    ...lastChange(),
  },
  (row) => [uniqueIndex('score_subject').on(row.subjectId), index('score_changed').on(row.changedAt)],
);

/** A team's retrospective of a cycle; one for each team and cycle. */
export const retrospective = table(
  'retrospective',
  {
    id: id<RetrospectiveId>().primaryKey(),
    teamId: id<TeamId>().notNull(),
    cycleId: id<CycleId>().notNull(),
    helped: words().notNull(),
    hindered: words().notNull(),
    learned: words().notNull(),
    willChange: words().notNull(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('retrospective_team').on(row.teamId, row.cycleId),
    index('retrospective_cycle').on(row.cycleId),
  ],
);
