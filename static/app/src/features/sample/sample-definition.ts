import type { KeyResultDefinition, Metric, MilestoneId } from '../../../../../src/domain/metric';
import type { SampleKeyResult } from './company';
import { dayAt, type Span } from './sample-dates';

/** The definition of a sample key result in its cycle. `milestoneId` names its milestones, the first is 0. */
export function sampleDefinition(
  of: SampleKeyResult,
  { startsOn, endsOn }: Span,
  milestoneId: (at: number) => MilestoneId,
): KeyResultDefinition {
  return {
    metric: metricIn(of, { startsOn, endsOn }, milestoneId),
    behaviour: of.behaviour,
    unit: of.unit,
    startsOn,
    dueOn: endsOn,
    commitment: of.commitment,
    indicator: of.indicator,
    weight: 1,
    checkpoints: [],
    measuredEvery: { kind: of.measuredEvery ?? 'cadence' },
    definition: of.definition,
  };
}

function metricIn({ metric }: SampleKeyResult, span: Span, milestoneId: (at: number) => MilestoneId): Metric {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
    case 'maintain':
      return metric;
    case 'not-measurable-yet':
      return { kind: metric.kind, target: metric.target, findBy: dayAt(span, metric.findAt) };
    case 'milestones':
      return {
        kind: metric.kind,
        milestones: metric.milestones.map(({ title, weight, dueAt, evidence }, at) => ({
          id: milestoneId(at),
          title,
          weight,
          dueOn: dayAt(span, dueAt),
          evidence,
        })),
      };
  }
}
