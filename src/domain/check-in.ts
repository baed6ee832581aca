import type { Instant, LocalDate } from './dates';
import type { AccountId, CheckInId } from './ids';
import type { MilestoneId } from './metric';

/** Where a measurement came from (design §1: each stored value names its source). */
export type MeasurementSource = 'person' | 'import' | 'sample' | 'jql' | 'kpi' | 'api' | 'key-result';

export type Decision = { text: string; owner: AccountId; dueOn: LocalDate };
/** A question that lands with the person asked (design §3.3). */
export type Ask = { text: string; of: AccountId };

/**
 * One check-in: measurement, confidence, evidence, blocker and decision in one act (design §2). Append-only.
 * A measurement alone (an import) is a check-in without confidence; "no new number" one without a value.
 */
export type CheckIn = {
  id: CheckInId;
  /** The day the value is for; may lie before `madeOn`, the start or after the due date. */
  day: LocalDate;
  /** The day the check-in was made, in the team's time zone: confidence is as of this day. */
  madeOn: LocalDate;
  recordedAt: Instant;
  by: AccountId;
  source: MeasurementSource;
  /** The value on that day in the key result's unit; null: no new number. */
  value: number | null;
  /** For milestone key results: all milestones reached by that day; null: nothing said. */
  reached: MilestoneId[] | null;
  /** 0 to 10, a person's forward look; null: not said. */
  confidence: number | null;
  evidence: string;
  blocker: string;
  decision: Decision | null;
  ask: Ask | null;
};
