/** One-line key results, check-ins and initiatives for the rules' tests. */
import type { CheckIn } from '../../../src/domain/check-in';
import { instant, localDate, type LocalDate } from '../../../src/domain/dates';
import type {
  AccountId,
  CheckInId,
  InitiativeId,
  IssueId,
  JudgementId,
  ProjectId,
} from '../../../src/domain/ids';
import type { ImpactVerdict } from '../../../src/domain/impact';
import type { Hypothesis, WorkItem, WorkSnapshot } from '../../../src/domain/initiative';
import type { JudgedInitiative, Judgement, WorkDecision } from '../../../src/domain/judgement';
import type { KeyResultRecord } from '../../../src/domain/measurements';
import type { KeyResultDefinition, Metric, Milestone, MilestoneId } from '../../../src/domain/metric';

/** The definition of a weekly key result of the second quarter of 2026: 91 days from 1 April to its due date. */
export function defined(metric: Metric, more: Partial<KeyResultDefinition> = {}): KeyResultDefinition {
  return {
    metric,
    behaviour: { kind: 'level', averageOverDays: null },
    unit: { kind: 'percent' },
    startsOn: localDate('2026-04-01'),
    dueOn: localDate('2026-07-01'),
    commitment: 'committed',
    indicator: null,
    weight: 1,
    checkpoints: [],
    measuredEvery: { kind: 'cadence' },
    definition: '',
    ...more,
  };
}

export const rise: Metric = { kind: 'increase', start: 40, target: 80 };
export const fall: Metric = { kind: 'decrease', start: 100, target: 20 };

export function record(definition: KeyResultDefinition, checkIns: CheckIn[]): KeyResultRecord {
  return { definition, cadence: 'weekly', checkIns };
}

export function day(text: string): LocalDate {
  return localDate(text);
}

/** A check-in for `on`, made that day at noon unless said otherwise. */
export function checkIn(on: string, more: Partial<CheckIn> = {}): CheckIn {
  const madeOn = more.madeOn ?? localDate(on);
  return {
    id: `${on} ${more.recordedAt ?? ''}` as CheckInId,
    day: localDate(on),
    madeOn,
    recordedAt: instant(Date.parse(`${madeOn}T12:00:00.000Z`)),
    by: 'ana' as AccountId,
    source: 'person',
    value: null,
    reached: null,
    confidence: null,
    evidence: '',
    blocker: '',
    decision: null,
    ask: null,
    ...more,
  };
}

/** Values by day: `values({ '2026-04-08': 45 })`. */
export function values(byDay: Record<string, number>): CheckIn[] {
  return Object.entries(byDay).map(([on, value]) => checkIn(on, { value }));
}

export function milestone(id: string, weight: number, dueOn: string | null = null): Milestone {
  return {
    id: id as MilestoneId,
    title: id,
    weight,
    dueOn: dueOn === null ? null : localDate(dueOn),
    evidence: '',
  };
}

export function milestoneIds(...ids: string[]): MilestoneId[] {
  return ids.map((id) => id as MilestoneId);
}

export function item(more: Partial<WorkItem> = {}): WorkItem {
  return {
    issueId: '1' as IssueId,
    category: 'new',
    resolution: null,
    points: null,
    estimateSeconds: null,
    ...more,
  };
}

export function work(more: Partial<WorkSnapshot> = {}): WorkSnapshot {
  return {
    unit: 'count',
    fellBack: false,
    done: 0,
    counted: 0,
    leftOut: 0,
    category: 'new',
    notDelivered: false,
    startedOn: null,
    doneOn: null,
    firstChildDoneOn: null,
    asOf: instant(0),
    gone: false,
    assumed: [],
    ...more,
  };
}

/** Work whose one issue was done on a day. */
export function finishedOn(on: string): WorkSnapshot {
  return work({ category: 'done', doneOn: localDate(on) });
}

export function initiative(more: Partial<JudgedInitiative> = {}): JudgedInitiative {
  return {
    id: 'first' as InitiativeId,
    version: 1,
    issueId: '1' as IssueId,
    projectId: '1' as ProjectId,
    publicName: '',
    attachedBy: 'ana' as AccountId,
    attachedAt: instant(Date.parse('2026-04-02T12:00:00.000Z')),
    valueAtAttach: null,
    hypothesis: { kind: 'skipped' },
    hypothesisAtAttach: { kind: 'skipped' },
    hypothesisAtStart: null,
    judgements: [],
    live: null,
    work: null,
    ...more,
  };
}

export function judgement(verdict: ImpactVerdict | null, decision: WorkDecision | null = null): Judgement {
  return {
    id: 'said' as JudgementId,
    at: instant(Date.parse('2026-05-20T12:00:00.000Z')),
    by: 'ana' as AccountId,
    computed: null,
    verdict,
    reason: '',
    decision,
  };
}

export function expecting(effect: number, lagDays: number): { kind: 'stated'; hypothesis: Hypothesis } {
  return { kind: 'stated', hypothesis: { effect, lagDays, why: '' } };
}

/** A number to so many decimals, inside a larger expectation. */
export function near(value: number, decimals: number): unknown {
  return expect.closeTo(value, decimals);
}
