/** Schemas of what callers send. Messages are sentences for a person; the browser imports only the types. */
import { z } from 'zod/mini';
import { isLocalDate, type LocalDate } from '../domain/dates';
import { isAccountId, isJiraId, isUuid } from '../domain/ids';
import type {
  AccountId,
  AlignmentId,
  CheckInId,
  CorrectionId,
  CountsForId,
  CycleId,
  DigestId,
  DependencyId,
  FindingAnswerId,
  FollowUpId,
  InitiativeId,
  IssueId,
  JudgementId,
  KeyResultId,
  KpiId,
  ObjectiveId,
  OutsideEventId,
  ProjectId,
  RecognitionId,
  ReminderChoiceId,
  RequestId,
  RetrospectiveId,
  RunWorkId,
  ScoreId,
  SharedKeyResultId,
  SourceId,
  SpaceId,
  TeamId,
  TeamProfileId,
} from '../domain/ids';
import { workDecisions } from '../domain/judgement';
import type { MilestoneId } from '../domain/metric';

const madeByWaymark = 'This link is not complete. Open the page again and retry.';

export const teamId = z.custom<TeamId>(isUuid, madeByWaymark);
export const cycleId = z.custom<CycleId>(isUuid, madeByWaymark);
export const objectiveId = z.custom<ObjectiveId>(isUuid, madeByWaymark);
export const keyResultId = z.custom<KeyResultId>(isUuid, madeByWaymark);
export const checkInId = z.custom<CheckInId>(isUuid, madeByWaymark);
export const initiativeId = z.custom<InitiativeId>(isUuid, madeByWaymark);
export const outsideEventId = z.custom<OutsideEventId>(isUuid, madeByWaymark);
export const judgementId = z.custom<JudgementId>(isUuid, madeByWaymark);
export const findingAnswerId = z.custom<FindingAnswerId>(isUuid, madeByWaymark);
export const runWorkId = z.custom<RunWorkId>(isUuid, madeByWaymark);
export const scoreId = z.custom<ScoreId>(isUuid, madeByWaymark);
export const correctionId = z.custom<CorrectionId>(isUuid, madeByWaymark);
export const sourceId = z.custom<SourceId>(isUuid, madeByWaymark);
export const kpiId = z.custom<KpiId>(isUuid, madeByWaymark);
export const countsForId = z.custom<CountsForId>(isUuid, madeByWaymark);
export const teamProfileId = z.custom<TeamProfileId>(isUuid, madeByWaymark);
export const retrospectiveId = z.custom<RetrospectiveId>(isUuid, madeByWaymark);
export const followUpId = z.custom<FollowUpId>(isUuid, madeByWaymark);
export const digestId = z.custom<DigestId>(isUuid, madeByWaymark);
export const recognitionId = z.custom<RecognitionId>(isUuid, madeByWaymark);
export const alignmentId = z.custom<AlignmentId>(isUuid, madeByWaymark);
export const dependencyId = z.custom<DependencyId>(isUuid, madeByWaymark);
export const sharedKeyResultId = z.custom<SharedKeyResultId>(isUuid, madeByWaymark);
export const reminderChoiceId = z.custom<ReminderChoiceId>(isUuid, madeByWaymark);
export const milestoneId = z.custom<MilestoneId>(isUuid, madeByWaymark);
export const requestId = z.custom<RequestId>(isUuid, madeByWaymark);
export const accountId = z.custom<AccountId>(isAccountId, 'Choose a person from the list.');
export const issueId = z.custom<IssueId>(isJiraId, 'Choose an issue from the list.');
export const spaceId = z.custom<SpaceId>(isJiraId, 'Choose a space from the list.');
export const projectId = z.custom<ProjectId>(isJiraId, 'Choose a project from the list.');
export const day = z.custom<LocalDate>(isLocalDate, 'Write the date as year-month-day, such as 2026-05-12.');

/** A finite double. JSON has no NaN or infinity, but 1e400 parses to infinity. */
export const number = z
  .number('Write a number, with digits only.')
  .check(z.refine((value) => Number.isFinite(value) && Math.abs(value) <= 1e15, 'This number is too large.'));

/** One line of text a person must write. Control characters are refused, so texts stay texts. */
export function line(max: number, what: string) {
  return z
    .string(`Write ${what}.`)
    .check(
      z.trim(),
      z.minLength(1, `Write ${what}.`),
      z.maxLength(max, `Shorten ${what} to ${max} characters.`),
      z.regex(/^\P{Cc}*$/u, `Write ${what} on one line, without control characters.`),
    );
}

/** Several lines of text, or none. */
export function note(max: number, what: string) {
  return z
    .string(`Write ${what} as text.`)
    .check(
      z.trim(),
      z.maxLength(max, `Shorten ${what} to ${max} characters.`),
      z.regex(/^(?:\P{Cc}|[\t\n\r])*$/u, `Write ${what} without control characters.`),
    );
}

let timeZones: ReadonlySet<string> | undefined;
/** The list takes 2 ms to make and few calls name a time zone, so it is made when the first one does. */
function isTimeZone(name: string): boolean {
  timeZones ??= new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return timeZones.has(name);
}
export const timeZone = z.string().check(z.refine(isTimeZone, 'Choose a time zone from the list.'));

export const cadence = z.enum(['weekly', 'every-two-weeks', 'monthly']);

export const unit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({ kind: z.literal('percent') }),
  z.object({
    kind: z.literal('currency'),
    code: z.string().check(z.regex(/^[A-Z]{3}$/, 'Write the currency as three letters, such as EUR.')),
  }),
  z.object({ kind: z.literal('duration'), of: z.enum(['seconds', 'minutes', 'hours', 'days']) }),
  z.object({ kind: z.literal('custom'), text: line(12, 'the unit') }),
]);

export const metric = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('increase'), start: number, target: number }),
  z.object({ kind: z.literal('decrease'), start: number, target: number }),
  z.object({ kind: z.literal('maintain'), min: z.nullable(number), max: z.nullable(number) }),
  z.object({
    kind: z.literal('milestones'),
    milestones: z
      .array(
        z.object({
          id: milestoneId,
          title: line(200, 'what the milestone is'),
          weight: number,
          dueOn: z.nullable(day),
          evidence: note(500, 'the evidence'),
        }),
      )
      .check(z.maxLength(20, 'Keep to 20 milestones.')),
  }),
  z.object({ kind: z.literal('not-measurable-yet'), target: z.nullable(number), findBy: day }),
]);

export const behaviour = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('level'),
    averageOverDays: z.nullable(z.int().check(z.minimum(1), z.maximum(366))),
  }),
  z.object({ kind: z.literal('running-total') }),
  z.object({ kind: z.literal('per-period'), period: z.enum(['week', 'month', 'quarter']) }),
]);

/** The shape of a definition; whether it makes sense is `checkDefinition`'s to say. */
export const definition = z.object({
  metric,
  behaviour,
  unit,
  startsOn: day,
  dueOn: day,
  commitment: z.enum(['committed', 'aspirational']),
  indicator: z.nullable(z.enum(['leading', 'lagging'])),
  weight: number,
  checkpoints: z
    .array(z.object({ on: day, value: number }))
    .check(z.maxLength(60, 'Keep to 60 checkpoints.')),
  measuredEvery: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cadence') }),
    z.object({ kind: z.literal('monthly') }),
    z.object({ kind: z.literal('once'), on: day }),
  ]),
  definition: note(4000, 'the definition'),
});

export const hypothesis = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stated'),
    hypothesis: z.object({
      effect: number.check(
        z.refine(
          (value) => value !== 0,
          'An expected change of 0 is no change: write the change, or skip it.',
        ),
      ),
      lagDays: z
        .int('Write whole days.')
        .check(z.minimum(0, 'Days cannot be negative.'), z.maximum(730, 'Keep to 730 days.')),
      why: note(2000, 'the reason'),
    }),
  }),
  z.object({ kind: z.literal('skipped') }),
  z.object({ kind: z.literal('left-to-owner') }),
]);

export const outsideEvent = z.object({
  kind: z.enum(['campaign', 'outage', 'price', 'definition', 'other'], 'Choose what kind of event it was.'),
  on: day,
  until: z.nullable(day),
  title: line(160, 'what happened'),
});

export const verdict = z.enum(
  [
    'no-baseline',
    'too-early',
    'cannot-separate',
    'moved',
    'no-visible-effect',
    'could-not-see',
    'moved-wrong-way',
  ],
  'Choose a verdict from the list.',
);

export const workDecision = z.enum(workDecisions, 'Choose a decision from the list.');

/** The computed verdict a person had before them, as `computedOf` tells it. */
export const computedImpact = z.object({
  verdict,
  change: z.nullable(z.object({ size: number, low: number, high: number })),
  share: z.nullable(number),
  live: day,
  before: z.int().check(z.minimum(0)),
  after: z.int().check(z.minimum(0)),
});

/** What a change to an existing row always carries: what it was based on, and which act it is. */
export const change = { version: z.int().check(z.minimum(1)), requestId };

/** The same for what there is once of its subject, such as a key result's score: version 0 says it for the first time. */
export const writing = { version: z.int().check(z.minimum(0)), requestId };
