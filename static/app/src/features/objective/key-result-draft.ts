import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import type { AccountId } from '../../../../../src/domain/ids';
import type {
  Behaviour,
  KeyResultDefinition,
  MeasuredEvery,
  Metric,
  MilestoneId,
  Unit,
} from '../../../../../src/domain/metric';
import { nextDefinition } from '../../../../../src/domain/next-definition';
import type { Stood } from '../../components/how-it-stands';
import { numberText, parseNumber } from '../../components/number-text';
import { newId } from '../../rpc/act-ids';

export type MilestoneDraft = {
  id: MilestoneId;
  title: string;
  weight: string;
  dueOn: string;
  evidence: string;
};
export type CheckpointDraft = { on: string; value: string };

/** A key result as it is being typed: texts, not values yet. */
export type KeyResultDraft = {
  title: string;
  owner: AccountId | null;
  metric: Metric['kind'];
  start: string;
  target: string;
  min: string;
  max: string;
  milestones: MilestoneDraft[];
  findBy: string;
  behaviour: Behaviour['kind'] | 'rolling';
  window: string;
  period: 'week' | 'month' | 'quarter';
  unit: Unit['kind'];
  currency: string;
  duration: 'seconds' | 'minutes' | 'hours' | 'days';
  ownUnit: string;
  startsOn: string;
  dueOn: string;
  commitment: 'committed' | 'aspirational';
  indicator: 'leading' | 'lagging' | null;
  weight: string;
  checkpoints: CheckpointDraft[];
  every: MeasuredEvery['kind'];
  onceOn: string;
  definition: string;
};

/** A unit as it is being typed. */
export type UnitDraft = Pick<KeyResultDraft, 'unit' | 'currency' | 'duration' | 'ownUnit'>;

type Dates = { startsOn: LocalDate; dueOn: LocalDate };

/** An empty key result of a cycle. */
export function emptyKeyResult({ startsOn, dueOn }: Dates, owner: AccountId | null): KeyResultDraft {
  return {
    title: '',
    owner,
    metric: 'increase',
    start: '',
    target: '',
    min: '',
    max: '',
    milestones: [emptyMilestone()],
    findBy: dueOn,
    behaviour: 'level',
    window: '28',
    period: 'month',
    unit: 'plain',
    currency: 'EUR',
    duration: 'days',
    ownUnit: '',
    startsOn,
    dueOn,
    commitment: 'committed',
    indicator: null,
    weight: '1',
    checkpoints: [],
    every: 'cadence',
    onceOn: dueOn,
    definition: '',
  };
}

/** A milestone to fill in. */
export function emptyMilestone(): MilestoneDraft {
  return { id: newId(), title: '', weight: '1', dueOn: '', evidence: '' };
}

/** A saved key result as texts to edit. */
export function draftOfKeyResult(
  saved: { title: string; owner: AccountId | null; definition: KeyResultDefinition },
  locale: string,
): KeyResultDraft {
  const { metric, behaviour, unit, measuredEvery, ...rest } = saved.definition;
  const text = (value: number | null) => (value === null ? '' : numberText(value, locale));
  const empty = emptyKeyResult(rest, saved.owner);
  return {
    ...empty,
    ...metricTexts(metric, text),
    title: saved.title,
    behaviour: behaviour.kind === 'level' && behaviour.averageOverDays !== null ? 'rolling' : behaviour.kind,
    window: behaviour.kind === 'level' ? text(behaviour.averageOverDays ?? 28) : empty.window,
    period: behaviour.kind === 'per-period' ? behaviour.period : empty.period,
    unit: unit.kind,
    currency: unit.kind === 'currency' ? unit.code : empty.currency,
    duration: unit.kind === 'duration' ? unit.of : empty.duration,
    ownUnit: unit.kind === 'custom' ? unit.text : '',
    commitment: rest.commitment,
    indicator: rest.indicator,
    weight: text(rest.weight),
    checkpoints: rest.checkpoints.map(({ on, value }) => ({ on, value: text(value) })),
    every: measuredEvery.kind,
    onceOn: measuredEvery.kind === 'once' ? measuredEvery.on : empty.onceOn,
    definition: rest.definition,
  };
}

/** A key result of the cycle before as a draft of the next one: from where it stands now, with the dates of the cycle. */
export function draftFromBefore(
  { keyResult, record, today }: Stood,
  dates: Dates,
  locale: string,
): KeyResultDraft {
  const { title, owner } = keyResult;
  return draftOfKeyResult({ title, owner, definition: nextDefinition(record, dates, today) }, locale);
}

function metricTexts(
  metric: Metric,
  text: (value: number | null) => string,
): Partial<KeyResultDraft> & Pick<KeyResultDraft, 'metric'> {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return { metric: metric.kind, start: text(metric.start), target: text(metric.target) };
    case 'maintain':
      return { metric: 'maintain', min: text(metric.min), max: text(metric.max) };
    case 'milestones':
      return {
        metric: 'milestones',
        milestones: metric.milestones.map((milestone) => ({
          ...milestone,
          weight: text(milestone.weight),
          dueOn: milestone.dueOn ?? '',
        })),
      };
    case 'not-measurable-yet':
      return { metric: 'not-measurable-yet', target: text(metric.target), findBy: metric.findBy };
  }
}

/** The definition a draft says, or the fields whose text is no number or day. Whether it makes sense is the domain's. */
export function definitionOf(
  draft: KeyResultDraft,
  locale: string,
): { ok: true; definition: KeyResultDefinition } | { ok: false; faults: Record<string, 'number' | 'date'> } {
  const faults: Record<string, 'number' | 'date'> = {};
  const number = (field: string, text: string): number => {
    const value = parseNumber(text, locale);
    if (value === null) faults[field] = 'number';
    return value ?? 0;
  };
  const optional = (field: string, text: string) => (text.trim() === '' ? null : number(field, text));
  const date = (field: string, text: string, or: LocalDate): LocalDate => {
    if (isLocalDate(text)) return text;
    faults[field] = 'date';
    return or;
  };
  const startsOn = date('startsOn', draft.startsOn, anyDay);
  const dueOn = date('dueOn', draft.dueOn, anyDay);
  const definition: KeyResultDefinition = {
    metric: metricOf(draft, { number, optional, date, dueOn }),
    behaviour: behaviourOf(draft, number),
    unit: unitOf(draft),
    startsOn,
    dueOn,
    commitment: draft.commitment,
    indicator: draft.indicator,
    weight: number('weight', draft.weight),
    checkpoints: draft.checkpoints.map(({ on, value }, index) => ({
      on: date(`checkpoints.${String(index)}.on`, on, dueOn),
      value: number(`checkpoints.${String(index)}.value`, value),
    })),
    measuredEvery:
      draft.every === 'once'
        ? { kind: 'once', on: date('measuredEvery.on', draft.onceOn, dueOn) }
        : { kind: draft.every },
    definition: draft.definition.trim(),
  };
  return Object.keys(faults).length === 0 ? { ok: true, definition } : { ok: false, faults };
}

/** Stands in for a day that is missing, in a definition that is then not used. */
const anyDay = dayOrThrow('2000-01-01');

function dayOrThrow(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`not a day: ${text}`);
  return text;
}

type Readers = {
  number: (field: string, text: string) => number;
  optional: (field: string, text: string) => number | null;
  date: (field: string, text: string, or: LocalDate) => LocalDate;
  dueOn: LocalDate;
};

function metricOf(draft: KeyResultDraft, { number, optional, date, dueOn }: Readers): Metric {
  switch (draft.metric) {
    case 'increase':
    case 'decrease':
      return {
        kind: draft.metric,
        start: number('metric.start', draft.start),
        target: number('metric.target', draft.target),
      };
    case 'maintain':
      return {
        kind: 'maintain',
        min: optional('metric.min', draft.min),
        max: optional('metric.max', draft.max),
      };
    case 'milestones':
      return {
        kind: 'milestones',
        milestones: draft.milestones.map(({ id, title, weight, dueOn: on, evidence }, index) => ({
          id,
          title: title.trim(),
          weight: number(`metric.milestones.${String(index)}.weight`, weight),
          dueOn: on === '' ? null : date(`metric.milestones.${String(index)}.dueOn`, on, dueOn),
          evidence: evidence.trim(),
        })),
      };
    case 'not-measurable-yet':
      return {
        kind: 'not-measurable-yet',
        target: optional('metric.target', draft.target),
        findBy: date('metric.findBy', draft.findBy, dueOn),
      };
  }
}

function behaviourOf(draft: KeyResultDraft, number: Readers['number']): Behaviour {
  switch (draft.behaviour) {
    case 'level':
      return { kind: 'level', averageOverDays: null };
    case 'rolling':
      return { kind: 'level', averageOverDays: number('behaviour.averageOverDays', draft.window) };
    case 'running-total':
      return { kind: 'running-total' };
    case 'per-period':
      return { kind: 'per-period', period: draft.period };
  }
}

/** The unit a draft says. */
export function unitOf(draft: UnitDraft): Unit {
  switch (draft.unit) {
    case 'currency':
      return { kind: 'currency', code: draft.currency.trim().toUpperCase() };
    case 'duration':
      return { kind: 'duration', of: draft.duration };
    case 'custom':
      return { kind: 'custom', text: draft.ownUnit.trim() };
    case 'plain':
    case 'percent':
      return { kind: draft.unit };
  }
}
