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

/** Stored work of an attached issue, kept by events and the five-minute catch-up, stamped. */
export type WorkSnapshot = WorkCount & {
  startedOn: LocalDate | null;
  doneOn: LocalDate | null;
  firstChildDoneOn: LocalDate | null;
  asOf: Instant;
  /** The issue was deleted in Jira. */
  gone: boolean;
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
