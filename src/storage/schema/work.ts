/** Tables of the work on key results and of what else may have moved them. */
import { index, mysqlTable as table, uniqueIndex } from 'drizzle-orm/mysql-core';
import type {
  InitiativeId,
  IssueId,
  JudgementId,
  KeyResultId,
  OutsideEventId,
  ProjectId,
  RunWorkId,
} from '../../domain/ids';
import type { ImpactVerdict } from '../../domain/impact';
import type { HypothesisState, StatusCategory, WorkAssumption, WorkUnit } from '../../domain/initiative';
import type { ComputedImpact, WorkDecision } from '../../domain/judgement';
import type { OutsideEventKind } from '../../domain/outside-event';
import {
  account,
  contentHash,
  day,
  flag,
  id,
  jiraId,
  json,
  lastChange,
  line,
  name,
  number,
  searchedLine,
  time,
  whole,
  words,
} from '../columns';

/** An issue on a key result. Detached is a state, so that attaching again is the same row. */
export const initiative = table(
  'initiative',
  {
    id: id<InitiativeId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    issueId: jiraId<IssueId>().notNull(),
    projectId: jiraId<ProjectId>().notNull(),
    publicName: line().notNull(),
    attachedBy: account().notNull(),
    attachedAt: time().notNull(),
    valueAtAttach: number(),
    hypothesis: json<HypothesisState>().notNull(),
    hypothesisAtAttach: json<HypothesisState>().notNull(),
    /** The one in force when the work started, kept by the first change after that; null: none changed it since. */
    hypothesisAtStart: json<HypothesisState>(),
    liveOn: day(),
    liveReason: words().notNull(),
    liveBy: account(),
    detached: flag().notNull(),
    /** When the key result's owner saw that it was attached; null: not yet. */
    acknowledgedAt: time(),
    ...lastChange(),
  },
  (row) => [
    uniqueIndex('initiative_pair').on(row.keyResultId, row.issueId),
    index('initiative_issue').on(row.issueId),
    index('initiative_attached_by').on(row.attachedBy),
    index('initiative_project').on(row.projectId),
    index('initiative_changed').on(row.changedAt),
  ],
);

/** Work of an attached issue as last seen in Jira; one row per issue, however many key results it contributes to. */
export const workSnapshot = table(
  'work_snapshot',
  {
    issueId: jiraId<IssueId>().primaryKey(),
    projectId: jiraId<ProjectId>().notNull(),
    unit: name<WorkUnit>().notNull(),
    fellBack: flag().notNull(),
    done: number().notNull(),
    counted: number().notNull(),
    leftOut: whole().notNull(),
    /** Its child issues, whatever is counted: fewer in Jira means that one left. */
    children: whole().notNull(),
    category: name<StatusCategory>().notNull(),
    notDelivered: flag().notNull(),
    startedOn: day(),
    doneOn: day(),
    firstChildDoneOn: day(),
    asOf: time().notNull(),
    gone: flag().notNull(),
    assumed: json<WorkAssumption[]>().notNull(),
  },
  (row) => [index('work_snapshot_project').on(row.projectId), index('work_snapshot_age').on(row.asOf)],
);

/** Something outside the work that may have moved a key result's number. Removed is a state, so that it can come back. */
export const outsideEvent = table(
  'outside_event',
  {
    id: id<OutsideEventId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    kind: name<OutsideEventKind>().notNull(),
    /** ON is a reserved word. */
    onDay: day().notNull(),
    untilDay: day(),
    title: searchedLine().notNull(),
    markedBy: account().notNull(),
    markedAt: time().notNull(),
    removed: flag().notNull(),
    ...lastChange(),
  },
  (row) => [index('outside_event_key_result').on(row.keyResultId)],
);

/** Append-only: a person's judgement of an initiative. The latest counts, all are its history. */
export const judgement = table(
  'judgement',
  {
    id: id<JudgementId>().primaryKey(),
    keyResultId: id<KeyResultId>().notNull(),
    initiativeId: id<InitiativeId>().notNull(),
    judgedAt: time().notNull(),
    judgedBy: account().notNull(),
    computed: json<ComputedImpact>(),
    verdict: name<ImpactVerdict>(),
    reason: words().notNull(),
    decision: name<WorkDecision>(),
    contentHash: contentHash().notNull(),
  },
  (row) => [
    index('judgement_key_result').on(row.keyResultId),
    index('judgement_initiative').on(row.initiativeId),
    index('judgement_time').on(row.judgedAt),
  ],
);

/** Append-only: somebody marked an issue as business as usual, or undid that. The latest counts. */
export const businessAsUsual = table(
  'business_as_usual',
  {
    id: id<RunWorkId>().primaryKey(),
    issueId: jiraId<IssueId>().notNull(),
    projectId: jiraId<ProjectId>().notNull(),
    isBusinessAsUsual: flag().notNull(),
    markedBy: account().notNull(),
    markedAt: time().notNull(),
    contentHash: contentHash().notNull(),
  },
  (row) => [
    index('business_as_usual_project').on(row.projectId, row.issueId),
    index('business_as_usual_issue').on(row.issueId),
  ],
);
