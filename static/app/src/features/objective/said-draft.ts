import type { Behaviour, Unit } from '../../../../../src/domain/metric';
import type { SaidMetric } from '../../../../../src/domain/said-metric';
import { numberText } from '../../components/number-text';
import type { KeyResultDraft } from './key-result-draft';

/** The fields a sentence fills, as texts; what it does not say is left out. */
export function saidDraft(said: SaidMetric, locale: string): Partial<KeyResultDraft> {
  const text = (name: 'start' | 'target' | 'min' | 'max'): Partial<KeyResultDraft> =>
    said[name] === null ? {} : { [name]: numberText(said[name], locale) };
  return {
    ...(said.metric !== null && { metric: said.metric }),
    ...text('start'),
    ...text('target'),
    ...(said.change !== null && { target: said.change }),
    ...text('min'),
    ...text('max'),
    ...(said.unit !== null && unitDraft(said.unit)),
    ...(said.behaviour !== null && behaviourDraft(said.behaviour, locale)),
    ...(said.dueOn !== null && { dueOn: said.dueOn }),
  };
}

/** The fields of a unit. */
export function unitDraft(unit: Unit): Partial<KeyResultDraft> {
  switch (unit.kind) {
    case 'currency':
      return { unit: 'currency', currency: unit.code };
    case 'duration':
      return { unit: 'duration', duration: unit.of };
    case 'custom':
      return { unit: 'custom', ownUnit: unit.text };
    case 'plain':
    case 'percent':
      return { unit: unit.kind };
  }
}

function behaviourDraft(behaviour: Behaviour, locale: string): Partial<KeyResultDraft> {
  switch (behaviour.kind) {
    case 'level':
      return behaviour.averageOverDays === null
        ? { behaviour: 'level' }
        : { behaviour: 'rolling', window: numberText(behaviour.averageOverDays, locale) };
    case 'per-period':
      return { behaviour: 'per-period', period: behaviour.period };
    case 'running-total':
      return { behaviour: 'running-total' };
  }
}
