/** The columns that make a record, by name, for every query that joins. */
export const teamColumns = [
  'id',
  'version',
  'name',
  'level',
  'parentId',
  'lead',
  'members',
  'projectIds',
  'timeZone',
  'cadence',
  'archived',
] as const;
export const teamProfileColumns = ['id', 'version', 'teamId', 'mission', 'priorities', 'spaceId'] as const;
export const cycleColumns = ['id', 'version', 'name', 'startsOn', 'endsOn', 'phase', 'parentId'] as const;
export const objectiveColumns = [
  'id',
  'version',
  'number',
  'title',
  'why',
  'owner',
  'restricted',
  'viewers',
] as const;
export const keyResultColumns = [
  'id',
  'version',
  'number',
  'title',
  'owner',
  'definition',
  'goalChangedOn',
] as const;
export const checkInColumns = [
  'id',
  'day',
  'madeOn',
  'recordedAt',
  'recordedBy',
  'source',
  'value',
  'reached',
  'confidence',
  'evidence',
  'blocker',
  'decision',
  'ask',
] as const;
export const correctionColumns = [
  'id',
  'about',
  'turn',
  'fromValue',
  'value',
  'why',
  'correctedBy',
  'correctedAt',
] as const;
export const initiativeColumns = [
  'id',
  'version',
  'issueId',
  'projectId',
  'publicName',
  'attachedBy',
  'attachedAt',
  'valueAtAttach',
  'hypothesis',
  'hypothesisAtAttach',
  'hypothesisAtStart',
  'liveOn',
  'liveReason',
  'liveBy',
] as const;
export const workColumns = [
  'unit',
  'fellBack',
  'done',
  'counted',
  'leftOut',
  'category',
  'notDelivered',
  'startedOn',
  'doneOn',
  'firstChildDoneOn',
  'asOf',
  'gone',
  'assumed',
] as const;
export const outsideEventColumns = [
  'id',
  'version',
  'kind',
  'onDay',
  'untilDay',
  'title',
  'markedBy',
  'markedAt',
] as const;
export const judgementColumns = [
  'id',
  'initiativeId',
  'judgedAt',
  'judgedBy',
  'computed',
  'verdict',
  'reason',
  'decision',
] as const;
export const followUpColumns = [
  'id',
  'subject',
  'checkInId',
  'person',
  'outcome',
  'note',
  'dueOn',
  'recordedOn',
  'recordedAt',
  'recordedBy',
] as const;
export const sharedColumns = ['id', 'version', 'objectiveId', 'keyResultId'] as const;
export const lastChangeColumns = [
  'version',
  'changeRequest',
  'changedBy',
  'changedAt',
  'changeAct',
  'changeWhy',
  'changeDetail',
  'changeHash',
] as const;
