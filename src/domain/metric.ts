import type { LocalDate } from './dates';
import type { Tagged } from './ids';

export type MilestoneId = Tagged<'milestone'>;

/** A part of a milestone key result: reached when a person says so with the evidence (design §3.1). */
export type Milestone = {
  id: MilestoneId;
  title: string;
  /** ≥ 0; not all zero. */
  weight: number;
  /** Day this weight is due for pace; null: at the key result's due date. */
  dueOn: LocalDate | null;
  /** What would prove it. */
  evidence: string;
};

/**
 * What is measured and where it should get to (design §3.1). Numbers are absolute, in the key result's unit;
 * a percentage is stored as it is said: 45 means 45 %.
 */
export type Metric =
  | { kind: 'increase'; start: number; target: number }
  | { kind: 'decrease'; start: number; target: number }
  | { kind: 'maintain'; min: number | null; max: number | null }
  | { kind: 'milestones'; milestones: Milestone[] }
  /** Start or source unknown: its first measurement is offered as start. */
  | { kind: 'not-measurable-yet'; target: number | null; findBy: LocalDate };

/** How the number behaves over time, asked once (design §3.1). */
export type Behaviour =
  | { kind: 'level'; averageOverDays: number | null }
  | { kind: 'running-total' }
  | { kind: 'per-period'; period: 'week' | 'month' | 'quarter' };

export type Unit =
  | { kind: 'plain' }
  | { kind: 'percent' }
  /** ISO 4217 code. */
  | { kind: 'currency'; code: string }
  | { kind: 'duration'; of: 'seconds' | 'minutes' | 'hours' | 'days' }
  /** At most 12 characters. */
  | { kind: 'custom'; text: string };

/** How often a team checks in. */
export type Cadence = 'weekly' | 'every-two-weeks' | 'monthly';

/** When a key result's number exists; the freshness of its value follows this (design §3.4). */
export type MeasuredEvery = { kind: 'cadence' } | { kind: 'monthly' } | { kind: 'once'; on: LocalDate };

/** Where a key result should stand on a day, in its unit, instead of the straight line. */
export type Checkpoint = { on: LocalDate; value: number };

/** Everything the rules need to know about a key result; its measurements come beside it. */
export type KeyResultDefinition = {
  metric: Metric;
  behaviour: Behaviour;
  unit: Unit;
  /** The day it starts: the cycle's first day, or the day it was added mid-cycle. */
  startsOn: LocalDate;
  dueOn: LocalDate;
  commitment: 'committed' | 'aspirational';
  indicator: 'leading' | 'lagging' | null;
  /** ≥ 0, default 1. */
  weight: number;
  checkpoints: Checkpoint[];
  measuredEvery: MeasuredEvery;
  /** What counts, what does not, where the number comes from. */
  definition: string;
};
