/** Ids and the other strings that must never be mixed up. Each is a plain JSON string on the wire. */

declare const kind: unique symbol;

/** A string of one kind: a `Tagged<'team'>` is not assignable to a `Tagged<'cycle'>`. */
export type Tagged<K extends string> = string & { readonly [kind]: K };

export type TeamId = Tagged<'team'>;
export type CycleId = Tagged<'cycle'>;
export type ObjectiveId = Tagged<'objective'>;
export type KeyResultId = Tagged<'key-result'>;
export type CheckInId = Tagged<'check-in'>;
export type InitiativeId = Tagged<'initiative'>;
export type OutsideEventId = Tagged<'outside-event'>;
export type JudgementId = Tagged<'judgement'>;
export type FindingAnswerId = Tagged<'finding-answer'>;
export type RunWorkId = Tagged<'run-work'>;
export type ScoreId = Tagged<'score'>;
export type RetrospectiveId = Tagged<'retrospective'>;
export type CorrectionId = Tagged<'correction'>;
export type SourceId = Tagged<'source'>;
export type KpiId = Tagged<'kpi'>;
/** A KPI's value is named as a check-in is: the same rules read both. */
export type KpiValueId = CheckInId;
export type CountsForId = Tagged<'counts-for'>;
export type TeamProfileId = Tagged<'team-profile'>;
export type FollowUpId = Tagged<'follow-up'>;
export type DigestId = Tagged<'digest'>;
export type RecognitionId = Tagged<'recognition'>;
export type AlignmentId = Tagged<'alignment'>;
export type DependencyId = Tagged<'dependency'>;
export type SharedKeyResultId = Tagged<'shared-key-result'>;
export type ReminderChoiceId = Tagged<'reminder-choice'>;
/** One e-mail to one person. */
export type MailId = Tagged<'mail'>;
/** One act of one person. The caller makes it, so that a retry of the same act is recognised (design §5). */
export type RequestId = Tagged<'request'>;
/** Atlassian account id, ≤ 128 characters. The only personal datum Waymark stores. */
export type AccountId = Tagged<'account'>;
/** Jira's numeric issue id as a string. Keys change when an issue moves, ids do not. */
export type IssueId = Tagged<'issue'>;
/** Confluence's numeric space id as a string. */
export type SpaceId = Tagged<'space'>;
/** Jira's numeric project id as a string. */
export type ProjectId = Tagged<'project'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a value is a UUID in lower case: the form of every id that Waymark makes itself. */
export function isUuid<K extends string>(value: unknown): value is Tagged<K> {
  return typeof value === 'string' && uuid.test(value);
}

/** Whether a value can be an Atlassian account id: 1 to 128 characters, no spaces, commas or controls. */
export function isAccountId(value: unknown): value is AccountId {
  return typeof value === 'string' && /^[A-Za-z0-9:_-]{1,128}$/.test(value);
}

/** Whether a value can be one of Jira's or Confluence's numeric ids: 1 to 19 digits. */
export function isJiraId<K extends 'issue' | 'project' | 'space'>(value: unknown): value is Tagged<K> {
  return typeof value === 'string' && /^[0-9]{1,19}$/.test(value);
}
