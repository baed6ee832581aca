/**
 * Waymark's tables as Drizzle sees them; `migrations.ts` makes them, and a test holds the two equal. Column
 * names are the property names in snake case.
 */
import { char, mysqlTable as table } from 'drizzle-orm/mysql-core';
import type { Ask, Decision, MeasurementSource } from '../domain/check-in';
import type {
  CheckInId,
  CountsForId,
  CycleId,
  DigestId,
  FindingAnswerId,
  FollowUpId,
  InitiativeId,
  IssueId,
  JudgementId,
  KeyResultId,
  ObjectiveId,
  OutsideEventId,
  MailId,
  ProjectId,
  RecognitionId,
  ReminderChoiceId,
  RequestId,
  RetrospectiveId,
  RunWorkId,
  ScoreId,
  SpaceId,
  TeamId,
  TeamProfileId,
  AccountId,
} from '../domain/ids';
import type { DigestObjective } from '../domain/digest';
import type { FollowUpOutcome, FollowUpSubject } from '../domain/follow-up';
import type { ImpactVerdict } from '../domain/impact';
import type { HypothesisState, StatusCategory, WorkAssumption, WorkUnit } from '../domain/initiative';
import type { ComputedImpact, WorkDecision } from '../domain/judgement';
import type { LocalDate } from '../domain/dates';
import type { Cadence, KeyResultDefinition, MilestoneId } from '../domain/metric';
import type { OutsideEventKind } from '../domain/outside-event';
import type { ReminderDay } from '../domain/reminder-day';
import type { RuleId } from '../domain/quality/finding';
import type { FindingSubject } from '../contract/review-calls';
import type { NextStep, ScoreLabel, SuggestedScores } from '../domain/score';
import type { CyclePhase, HistoryEntry, SiteReading, TeamLevel, YearPriorities } from '../contract/readings';
import {
  account,
  day,
  flag,
  id,
  idList,
  jiraId,
  json,
  lastChange,
  line,
  name,
  number,
  text,
  time,
  whole,
  words,
  type ChangeDetail,
} from './columns';

export { alignment, dependency, sharedKeyResult } from './alignment-schema';
export { correction, kpi, kpiValue, numberSource } from './measuring-schema';

export const team = table('team', {
  id: id<TeamId>().primaryKey(),
  name: line().notNull(),
  level: name<TeamLevel>().notNull(),
  parentId: id<TeamId>(),
  lead: account(),
  members: idList<AccountId>().notNull(),
  projectIds: idList<ProjectId>().notNull(),
  timeZone: name().notNull(),
  cadence: name<Cadence>().notNull(),
  archived: flag().notNull(),
  ...lastChange(),
});

/** For which key result of a longer cycle the measurements of another count, too; null: for none any more. */
export const countsFor = table('counts_for', {
  id: id<CountsForId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  forId: id<KeyResultId>(),
  ...lastChange(),
});

/** Who owned something and whose Jira account is no longer active; kept by a schedule. */
export const departed = table('departed', {
  accountId: account().primaryKey(),
  seenAt: time().notNull(),
});

/** What a team says of itself, once for each team. */
export const teamProfile = table('team_profile', {
  id: id<TeamProfileId>().primaryKey(),
  teamId: id<TeamId>().notNull(),
  mission: words().notNull(),
  priorities: json<YearPriorities[]>().notNull(),
  spaceId: jiraId<SpaceId>(),
  ...lastChange(),
});

export const cycle = table('cycle', {
  id: id<CycleId>().primaryKey(),
  name: line().notNull(),
  startsOn: day().notNull(),
  endsOn: day().notNull(),
  phase: name<CyclePhase>().notNull(),
  parentId: id<CycleId>(),
  ...lastChange(),
});

export const objective = table('objective', {
  id: id<ObjectiveId>().primaryKey(),
  /** The n of O-n. */
  number: whole().notNull(),
  teamId: id<TeamId>().notNull(),
  cycleId: id<CycleId>().notNull(),
  title: line().notNull(),
  why: words().notNull(),
  owner: account(),
  restricted: flag().notNull(),
  viewers: idList<AccountId>().notNull(),
  removed: flag().notNull(),
  ...lastChange(),
});

export const keyResult = table('key_result', {
  id: id<KeyResultId>().primaryKey(),
  /** The n of KR-n. */
  number: whole().notNull(),
  objectiveId: id<ObjectiveId>().notNull(),
  title: line().notNull(),
  owner: account(),
  definition: json<KeyResultDefinition>().notNull(),
  goalChangedOn: day(),
  removed: flag().notNull(),
  ...lastChange(),
});

/** Append-only: its own history. A measurement is a check-in with a value. */
export const checkIn = table('check_in', {
  id: id<CheckInId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  day: day().notNull(),
  madeOn: day().notNull(),
  recordedAt: time().notNull(),
  recordedBy: account().notNull(),
  source: name<MeasurementSource>().notNull(),
  value: number(),
  reached: json<MilestoneId[]>(),
  confidence: whole(),
  evidence: words().notNull(),
  blocker: words().notNull(),
  decision: json<Decision>(),
  ask: json<Ask>(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** An issue on a key result. Detached is a state, so that attaching again is the same row. */
export const initiative = table('initiative', {
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
});

/** Something outside the work that may have moved a key result's number. Removed is a state, so that it can come back. */
export const outsideEvent = table('outside_event', {
  id: id<OutsideEventId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  kind: name<OutsideEventKind>().notNull(),
  /** `on` is a word of SQL. */
  onDay: day().notNull(),
  untilDay: day(),
  title: line().notNull(),
  markedBy: account().notNull(),
  markedAt: time().notNull(),
  removed: flag().notNull(),
  ...lastChange(),
});

/** Append-only: a person's judgement of an initiative. The latest counts, all are its history. */
export const judgement = table('judgement', {
  id: id<JudgementId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  initiativeId: id<InitiativeId>().notNull(),
  judgedAt: time().notNull(),
  judgedBy: account().notNull(),
  computed: json<ComputedImpact>(),
  verdict: name<ImpactVerdict>(),
  reason: words().notNull(),
  decision: name<WorkDecision>(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Append-only: somebody said that an issue is run work, or took it back. The latest counts. */
export const runWork = table('run_work', {
  id: id<RunWorkId>().primaryKey(),
  issueId: jiraId<IssueId>().notNull(),
  projectId: jiraId<ProjectId>().notNull(),
  isRunWork: flag().notNull(),
  saidBy: account().notNull(),
  saidAt: time().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Append-only: what somebody said of a finding of the quality review. The last said of the same words counts. */
export const findingAnswer = table('finding_answer', {
  id: id<FindingAnswerId>().primaryKey(),
  cycleId: id<CycleId>().notNull(),
  subject: name<FindingSubject>().notNull(),
  subjectId: id().notNull(),
  rule: name<RuleId>().notNull(),
  words: words().notNull(),
  /** Dismissed, or an answer to S4; false takes a dismissal back. */
  stands: flag().notNull(),
  reason: words().notNull(),
  /** S4: what was answered. */
  worth: json<{ achieved: boolean; hurts: boolean }>(),
  saidBy: account().notNull(),
  saidAt: time().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Work of an attached issue as last seen in Jira; one row per issue, however many key results it serves. */
export const workSnapshot = table('work_snapshot', {
  issueId: jiraId<IssueId>().primaryKey(),
  projectId: jiraId<ProjectId>().notNull(),
  unit: name<WorkUnit>().notNull(),
  fellBack: flag().notNull(),
  done: number().notNull(),
  counted: number().notNull(),
  leftOut: whole().notNull(),
  /** Issues beneath it, whatever is counted: fewer in Jira means that one left. */
  children: whole().notNull(),
  category: name<StatusCategory>().notNull(),
  notDelivered: flag().notNull(),
  startedOn: day(),
  doneOn: day(),
  firstChildDoneOn: day(),
  asOf: time().notNull(),
  gone: flag().notNull(),
  assumed: json<WorkAssumption[]>().notNull(),
});

/** What a key result or an objective came to; one row for each, said again as often as people change their minds. */
export const score = table('score', {
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
  said: words().notNull(),
  next: name<NextStep>(),
  ...lastChange(),
});

/** What a team says of a cycle once it is over; one for each team and cycle. */
export const retrospective = table('retrospective', {
  id: id<RetrospectiveId>().primaryKey(),
  teamId: id<TeamId>().notNull(),
  cycleId: id<CycleId>().notNull(),
  helped: words().notNull(),
  hindered: words().notNull(),
  learned: words().notNull(),
  willChange: words().notNull(),
  ...lastChange(),
});

/**
 * Append-only: with whom a decision or an ask landed, and what became of it. The row a check-in begins with has the check-in's
 * own id; it is written before the check-in, and means nothing without it. The last row counts.
 */
export const followUp = table('follow_up', {
  id: id<FollowUpId | CheckInId>().notNull(),
  subject: name<FollowUpSubject>().notNull(),
  checkInId: id<CheckInId>().notNull(),
  keyResultId: id<KeyResultId>().notNull(),
  /** Who has it now. */
  person: account().notNull(),
  outcome: name<FollowUpOutcome>().notNull(),
  note: words().notNull(),
  dueOn: day(),
  saidOn: day().notNull(),
  saidAt: time().notNull(),
  saidBy: account().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Append-only: what a team's check-in came to, as it stood when the meeting was ended (decision 0021). */
export const digest = table('digest', {
  id: id<DigestId>().primaryKey(),
  teamId: id<TeamId>().notNull(),
  cycleId: id<CycleId>().notNull(),
  heldOn: day().notNull(),
  since: day().notNull(),
  endedAt: time().notNull(),
  endedBy: account().notNull(),
  note: words().notNull(),
  content: json<DigestObjective[]>().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** Append-only: somebody praised somebody on a key result, or took that back. */
export const recognition = table('recognition', {
  id: id<RecognitionId>().primaryKey(),
  keyResultId: id<KeyResultId>().notNull(),
  person: account().notNull(),
  words: words().notNull(),
  /** The praise this row takes back; null: it is one. */
  takesBack: id<RecognitionId>(),
  saidAt: time().notNull(),
  saidBy: account().notNull(),
  /** SHA-256 of what was asked for: the same id again with other content is refused. */
  print: char({ length: 64 }).notNull(),
});

/** The changes before each row's last one; with it, everything that ever happened to the row. */
export const history = table('history', {
  entityId: id().notNull(),
  version: whole().notNull(),
  entity: name<HistoryEntry['entity']>().notNull(),
  request: id<RequestId>().notNull(),
  changedBy: account().notNull(),
  changedAt: time().notNull(),
  act: name().notNull(),
  why: words().notNull(),
  detail: json<ChangeDetail>().notNull(),
  print: char({ length: 64 }).notNull(),
});

/** One row, id `site`; none until somebody saves. */
export const settings = table('settings', {
  id: id<'site'>().primaryKey(),
  site: json<SiteReading>().notNull(),
  ...lastChange(),
});

/** Where a scheduled job got to. */
export const jobState = table('job_state', {
  name: name().primaryKey(),
  cursor: text().notNull(),
  lastRunAt: time(),
});

/** On which day a person is reminded by e-mail; one row a person. */
export const reminderChoice = table('reminder_choice', {
  id: id<ReminderChoiceId>().primaryKey(),
  person: account().notNull(),
  day: name<ReminderDay>().notNull(),
  ...lastChange(),
});

/** What people were reminded of: of each thing the last time. */
export const reminder = table('reminder', {
  person: account().notNull(),
  /** See `thingOf`. */
  thing: name().notNull(),
  mail: id<MailId>().notNull(),
  claimedAt: time().notNull(),
  /** The day it was due; '' where it has none. Last: an update sets columns in this order, and the others by the day before. */
  due: name<LocalDate | ''>().notNull(),
});
