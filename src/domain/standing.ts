/** The answer to "how does this key result stand?": three signals, never merged (design §3.5). */
import { confidenceOf, needsDecision } from './confidence';
import type { LocalDate } from './dates';
import { forecast } from './forecast';
import { confidenceFreshness, valueFreshness } from './freshness';
import { countedMeasurements, reachedMilestones, type KeyResultRecord } from './measurements';
import type { MilestoneId } from './metric';
import { expectedProgress, expectedValue, paceOf } from './pace';
import { progressOf } from './progress';
import type { Rules } from './rules';

/** `unknown`: not measured, stale or not measurable yet. */
export type Pace = 'ahead' | 'on-pace' | 'behind' | 'far-behind' | 'unknown';
export type FreshnessState = 'fresh' | 'due' | 'stale';

export type Progress = {
  /** May be below 0 or above 1. */
  raw: number;
  /** `raw` within 0…1, for bars and roll-ups. */
  clamped: number;
};

/** Freshness of one signal (design §3.4). */
export type Freshness = {
  state: FreshnessState;
  /** The day it last was given; null: never. */
  last: LocalDate | null;
  /** The day the next one is, or was, due; null: none is expected any more. */
  dueOn: LocalDate | null;
};

export type ConfidenceSignal = {
  /** 0 to 10. */
  value: number;
  on: LocalDate;
  tone: 'red' | 'amber' | 'green';
  /** This minus the one before; null for the first. −3 or lower asks to talk about it. */
  change: number | null;
};

export type Mismatch =
  | { kind: 'finished-but-flat'; gained: number; initiatives: number }
  | { kind: 'moving-without-work'; gained: number }
  | { kind: 'no-initiative'; cadences: number }
  | { kind: 'reached-but-running'; running: number }
  | { kind: 'initiative-overdue'; daysOver: number }
  | { kind: 'done-not-judged'; initiatives: number }
  | { kind: 'goal-changed'; on: LocalDate };

export type Standing = {
  /** Last value inside the key result's dates; null: not measured. */
  latest: { value: number; on: LocalDate } | null;
  /** For milestones: those reached now. */
  reached: MilestoneId[];
  /** null: not measured or not measurable yet. */
  progress: Progress | null;
  /** Where it should be today. `value` is in the key result's unit, null where the metric has no line. */
  expected: { progress: number; value: number | null };
  /** raw − expected progress; null when pace is unknown. */
  gap: number | null;
  pace: Pace;
  confidence: ConfidenceSignal | null;
  /** A check-in at confidence 3 or lower that has no decision. */
  needsDecision: boolean;
  freshness: { value: Freshness; confidence: Freshness };
  /** Range of the value at the due date, from five measurements on; null before. */
  forecast: { low: number; high: number } | null;
};

/**
 * How a key result stands on `today` (the day in its team's time zone): the three signals and what follows from
 * them. Not measured, stale or not measurable yet: pace *unknown*, no gap and no forecast; progress and the last value stay,
 * with their date. The only place that answers this; every screen, export and test asks here.
 * Source: design §3.1–§3.5.
 */
export function standing(record: KeyResultRecord, rules: Rules, today: LocalDate): Standing {
  const { definition, checkIns } = record;
  const last = countedMeasurements(definition, checkIns, today).at(-1);
  const progress = progressOf(record, today);
  const value = valueFreshness(record, rules, today);
  const expected = expectedProgress(definition, rules, today);
  const gap = progress === null || value.state === 'stale' ? null : progress.raw - expected;
  return {
    latest: last ? { value: last.value, on: last.on } : null,
    reached: reachedMilestones(definition, checkIns, today)?.ids ?? [],
    progress,
    expected: { progress: expected, value: expectedValue(definition, rules, today) },
    gap,
    pace: gap === null ? 'unknown' : paceOf(gap, rules),
    confidence: confidenceOf(checkIns, today),
    needsDecision: needsDecision(checkIns, today),
    freshness: { value, confidence: confidenceFreshness(record, rules, today) },
    forecast: value.state === 'stale' ? null : forecast(record, today),
  };
}
