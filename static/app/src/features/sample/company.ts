/**
 * What a sample company is made of, as plain data: who, what and how the numbers went, with no dates and no ids.
 * Those come when it is filled in: dates follow from today, ids from the site.
 */
import type { ImpactVerdict } from '../../../../../src/domain/impact';
import type { Hypothesis } from '../../../../../src/domain/initiative';
import type { WorkDecision } from '../../../../../src/domain/judgement';
import type { OutsideEventKind } from '../../../../../src/domain/outside-event';
import type { Behaviour, KeyResultDefinition, Unit } from '../../../../../src/domain/metric';
import type { NextStep } from '../../../../../src/domain/score';

/** A person by name; null is whoever fills the company in. Who is not found in Jira is that person, too. */
export type Name = string | null;

export type SampleTeam = {
  slug: string;
  name: string;
  level: 'organisation' | 'team';
  lead: Name;
  members: string[];
};

/** What somebody said at a check-in. */
export type Said = {
  confidence: number;
  evidence?: string;
  blocker?: string;
  /** Due so many days after the check-in. */
  decision?: { text: string; owner: Name; inDays: number };
};

/** A metric whose days are shares of the key result's time, 0 to 1. */
export type SampleMetric =
  | { kind: 'increase' | 'decrease'; start: number; target: number }
  | { kind: 'maintain'; min: number | null; max: number | null }
  | { kind: 'milestones'; milestones: SampleMilestone[] }
  | { kind: 'not-measurable-yet'; target: number | null; findAt: number };

export type SampleMilestone = {
  title: string;
  weight: number;
  dueAt: number;
  evidence: string;
  /** When it was reached; null: not yet. */
  reachedAt: number | null;
};

/** How the number went. Lists of weeks begin with the latest; when they run out they begin again. */
export type Course =
  | {
      kind: 'line';
      /** The part of the pace line it follows: 1 keeps pace, 0 stands still. */
      follows: number;
      /** How far above or below that it runs after the first three weeks, as a part of the way. */
      offset: number;
      /** What no plan knows, in the key result's unit. */
      wobble: number[];
      /** Values of the weeks before the start, the last week first. */
      before: number[];
      /** Decimals that are measured. */
      digits: number;
    }
  /** It stands at its start, then what people got shows, and it stays where it came to. */
  | {
      kind: 'step';
      /** Where it comes to, as for a line. */
      follows: number;
      offset: number;
      /** The part of the change that shows in the latest weeks, the latest first; none in those before. */
      shows: number[];
      wobble: number[];
      before: number[];
      digits: number;
    }
  /** The values themselves, of the weeks inside and before the key result's time alike. */
  | { kind: 'values'; values: number[]; weeksBefore: number }
  | { kind: 'milestones' }
  /** Nobody has a number yet. */
  | { kind: 'none' };

export type SampleInitiative = {
  /** The Jira issue carries the label `sample-<slug>`. */
  slug: string;
  hypothesis: Hypothesis | 'skipped' | 'left-to-owner';
  /** When people got it, where that is not the day Jira tells: so many days before the latest check-in. */
  live?: { daysBefore: number; why: string };
  /** `verdict` null: the computed one is accepted. */
  judged?: { verdict: ImpactVerdict | null; decision: WorkDecision; reason: string };
};

/** Something outside the work; its days are counted back from the latest check-in. */
export type SampleEvent = {
  slug: string;
  kind: OutsideEventKind;
  title: string;
  from: number;
  to: number;
};

export type SampleKeyResult = {
  slug: string;
  title: string;
  owner: Name;
  metric: SampleMetric;
  behaviour: Behaviour;
  unit: Unit;
  commitment: KeyResultDefinition['commitment'];
  indicator: KeyResultDefinition['indicator'];
  measuredEvery?: 'monthly';
  definition: string;
  course: Course;
  /** Days without a check-in up to today; 0 when the team checks in as it should. */
  silentFor?: number;
  /** The latest check-in first. Earlier ones keep the last confidence and say nothing more. */
  said: Said[];
  /** The KPI that its values are of, by its slug; then `course` says nothing. */
  fromKpi?: string;
  initiatives: SampleInitiative[];
  events?: SampleEvent[];
};

/** A standing metric with its healthy range, measured every week; the latest value first. */
export type SampleKpi = {
  slug: string;
  team: string;
  name: string;
  description: string;
  owner: Name;
  unit: Unit;
  min: number | null;
  max: number | null;
  values: number[];
};

export type SampleObjective = {
  slug: string;
  team: string;
  title: string;
  why: string;
  owner: Name;
  restricted?: true;
  keyResults: SampleKeyResult[];
};

/** Which of the company's cycles an objective belongs to. */
export type CycleSlug = 'year' | 'last' | 'running' | 'next' | 'after-next';

export type SampleRetrospective = {
  team: string;
  helped: string;
  hindered: string;
  learned: string;
  willChange: string;
};

/** What the teams said when the last quarter ended. Key results are scored as they were measured. */
export type SampleEnding = {
  scores: { keyResult: string; rationale: string; next: NextStep }[];
  writeUps: { objective: string; said: string }[];
  retrospectives: SampleRetrospective[];
};

/** A team's check-ins of the running quarter, counted back from today, and what was said in the last one. */
export type SampleMeetings = {
  team: string;
  held: { daysBefore: number; note: string }[];
  praise: { keyResult: string; person: string; words: string };
  /** A decision that is done now, by its key result and its words. */
  done: { keyResult: string; decision: string; note: string };
};

/** What an objective of the running quarter serves: one thing, or nothing and why. */
export type SampleServes = {
  objective: string;
  parent: { objective: string } | { keyResult: string } | { why: string };
};
/** What a key result needs of another team. `confirmed`: what that team said; null: it has not answered. */
export type SampleNeed = { keyResult: string; team: string; needs: string; confirmed: string | null };
export type SampleAlignment = { serves: SampleServes[]; needs: SampleNeed[] };

export type SampleCompany = {
  name: string;
  /** Label of every Jira issue that is attached in it. */
  label: string;
  /** Label of the Jira issues that only keep things running. */
  runWorkLabel: string;
  ending: SampleEnding;
  meetings: SampleMeetings;
  alignment: SampleAlignment;
  /** Parents come before their children; the first is the organisation. */
  teams: SampleTeam[];
  kpis: SampleKpi[];
  objectives: { cycle: CycleSlug; of: SampleObjective[] }[];
};
