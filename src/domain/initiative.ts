import type { Instant, LocalDate } from './dates';
import type { AccountId, InitiativeId, IssueId, ProjectId } from './ids';

/** What an initiative should change (design §2). */
export type Hypothesis = {
  /** Expected change in the key result's unit; negative when it should fall. */
  effect: number;
  /** Days after people get it until that shows, 0 to 730. */
  lagDays: number;
  why: string;
};

/** `left-to-owner`: the key result's owner is asked to write it. */
export type HypothesisState =
  { kind: 'stated'; hypothesis: Hypothesis } | { kind: 'skipped' } | { kind: 'left-to-owner' };

export type StatusCategory = 'new' | 'indeterminate' | 'done';
export type WorkUnit = 'count' | 'points' | 'time';

/** One child issue, or the issue itself, as far as counting needs it. */
export type WorkItem = {
  issueId: IssueId;
  category: StatusCategory;
  /** Resolution name; null when unresolved. */
  resolution: string | null;
  points: number | null;
  /** Original estimate in seconds. */
  estimateSeconds: number | null;
};

/**
 * The work of one initiative (design §3.6), in `unit`. With no children, `counted` is 0 and the issue's own
 * status category speaks.
 */
export type WorkCount = {
  unit: WorkUnit;
  /** The site asked for points or time but none are set, so children are counted. */
  fellBack: boolean;
  done: number;
  counted: number;
  /** Children resolved as not delivered. */
  leftOut: number;
  category: StatusCategory;
  /** The issue itself was resolved as not delivered. */
  notDelivered: boolean;
};

/**
 * What was assumed about the days of an issue's work, where Jira's changelog does not say them outright (design §3.6), of the
 * issue or of a child that counts:
 * - `reopened`: it was done before, and opened again; the last time counts
 * - `bulk-closed`: all children were closed within minutes, so the day says when somebody tidied up; live is a guess
 * - `moved-project`: its status changed as it moved to another project, not because somebody worked on it
 * - `status-unknown`: a status on its way was deleted since; leaving a new one for it counts as a start
 * - `status-redefined`: what its status means was changed since; days are read by what statuses mean today
 * - `no-changelog`: it is done, and no change says since when; the day is the one Jira has it in its category since
 */
export type WorkAssumption =
  'reopened' | 'bulk-closed' | 'moved-project' | 'status-unknown' | 'status-redefined' | 'no-changelog';

/** Stored work of an attached issue, kept by events and the five-minute catch-up, stamped. */
export type WorkSnapshot = WorkCount & {
  startedOn: LocalDate | null;
  doneOn: LocalDate | null;
  firstChildDoneOn: LocalDate | null;
  asOf: Instant;
  /** Jira does not show Waymark the issue: it was deleted, or is hidden from apps by a security level. */
  gone: boolean;
  /** Each once; [] where the changelog says everything. */
  assumed: WorkAssumption[];
};

/** A Jira issue attached to a key result, with a hypothesis (design §2). */
export type Initiative = {
  id: InitiativeId;
  version: number;
  issueId: IssueId;
  projectId: ProjectId;
  /** For readers who cannot see the issue; chosen by who attaches it; '' for none. */
  publicName: string;
  attachedBy: AccountId;
  attachedAt: Instant;
  /** The key result's value that day; null when it was not measured. */
  valueAtAttach: number | null;
  hypothesis: HypothesisState;
  /** The day people got it, as somebody said; null: derived from the work (first child done, else done). */
  live: { on: LocalDate; reason: string; by: AccountId } | null;
  work: WorkSnapshot | null;
};
