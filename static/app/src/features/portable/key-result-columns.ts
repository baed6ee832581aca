/** The columns of a key result: every field of every kind of definition, for a person to read and for the way back. */
import type {
  Behaviour,
  Checkpoint,
  KeyResultDefinition,
  MeasuredEvery,
  Metric,
  Milestone,
  Unit,
} from '../../../../../src/domain/metric';
import { isLocalDate } from '../../../../../src/domain/dates';
import { isUuid } from '../../../../../src/domain/ids';
import { linesIn, packLine, unpackLine } from './packed';
import { Unreadable, type TableRecord } from './record';
import { person, type Column } from './sheet';
import type { KeyResultRow } from './world';

const kinds = ['increase', 'decrease', 'maintain', 'milestones', 'not-measurable-yet'] as const;
const numbers = ['level', 'running-total', 'week', 'month', 'quarter'] as const;
const units = ['plain', 'percent', 'currency', 'duration', 'custom'] as const;

const of = (get: (definition: KeyResultDefinition) => string | number | null) => (row: KeyResultRow) =>
  get(row.definition);

export const keyResultColumns: Column<KeyResultRow>[] = [
  { head: 'Key', get: (row) => row.key },
  { head: 'Key result', get: (row) => row.title, width: 60 },
  ...person<KeyResultRow>('Owner', (row) => row.owner),
  { head: 'Goal', get: of(({ metric }) => metric.kind) },
  { head: 'Start', get: of(({ metric }) => ('start' in metric ? metric.start : null)) },
  { head: 'Target', get: of(({ metric }) => ('target' in metric ? metric.target : null)) },
  { head: 'At least', get: of(({ metric }) => (metric.kind === 'maintain' ? metric.min : null)) },
  { head: 'At most', get: of(({ metric }) => (metric.kind === 'maintain' ? metric.max : null)) },
  {
    head: 'Known by',
    day: true,
    get: of(({ metric }) => (metric.kind === 'not-measurable-yet' ? metric.findBy : null)),
  },
  { head: 'Unit kind', get: of(({ unit }) => unit.kind) },
  { head: 'Unit', get: of(({ unit }) => unitText(unit)) },
  { head: 'Kind of number', get: of(({ behaviour }) => behaviourText(behaviour)) },
  {
    head: 'Averaged over days',
    get: of(({ behaviour }) => (behaviour.kind === 'level' ? behaviour.averageOverDays : null)),
  },
  { head: 'Starts on', day: true, get: of(({ startsOn }) => startsOn) },
  { head: 'Due on', day: true, get: of(({ dueOn }) => dueOn) },
  { head: 'Commitment', get: of(({ commitment }) => commitment) },
  { head: 'Leading or lagging', get: of(({ indicator }) => indicator) },
  { head: 'Weight', get: of(({ weight }) => weight) },
  { head: 'Measured', get: of(({ measuredEvery }) => measuredEvery.kind) },
  {
    head: 'Measured on',
    day: true,
    get: of(({ measuredEvery }) => (measuredEvery.kind === 'once' ? measuredEvery.on : null)),
  },
  {
    head: 'Milestones',
    width: 40,
    get: of(({ metric }) => (metric.kind === 'milestones' ? metric.milestones.map(packed).join('\n') : null)),
  },
  {
    head: 'Checkpoints',
    get: of(({ checkpoints }) => checkpoints.map(({ on, value }) => `${on} | ${value}`).join('\n') || null),
  },
  { head: 'What counts', get: of(({ definition }) => definition || null), width: 40 },
];

/** `3 | 2026-05-01 | what it is | its evidence | id` */
function packed({ weight, dueOn, title, evidence, id }: Milestone): string {
  return packLine([String(weight), dueOn ?? '', title, evidence, id]);
}

function unitText(unit: Unit): string | null {
  switch (unit.kind) {
    case 'plain':
    case 'percent':
      return null;
    case 'currency':
      return unit.code;
    case 'duration':
      return unit.of;
    case 'custom':
      return unit.text;
  }
}

function behaviourText(behaviour: Behaviour): string {
  return behaviour.kind === 'per-period' ? behaviour.period : behaviour.kind;
}

/** A definition from a row of a table. Throws Unreadable. */
export function readDefinition(record: TableRecord): KeyResultDefinition {
  return {
    metric: readMetric(record),
    behaviour: readBehaviour(record),
    unit: readUnit(record),
    startsOn: record.day('Starts on'),
    dueOn: record.day('Due on'),
    commitment: record.choice('Commitment', ['committed', 'aspirational']),
    indicator: record.maybeChoice('Leading or lagging', ['leading', 'lagging']),
    weight: record.maybeNumber('Weight') ?? 1,
    checkpoints: linesIn(record.text('Checkpoints')).map(readCheckpoint),
    measuredEvery: readMeasured(record),
    definition: record.text('What counts'),
  };
}

function readMetric(record: TableRecord): Metric {
  const kind = record.choice('Goal', kinds);
  switch (kind) {
    case 'increase':
    case 'decrease':
      return { kind, start: record.number('Start'), target: record.number('Target') };
    case 'maintain':
      return { kind, min: record.maybeNumber('At least'), max: record.maybeNumber('At most') };
    case 'milestones':
      return { kind, milestones: linesIn(record.text('Milestones')).map(readMilestone) };
    case 'not-measurable-yet':
      return { kind, target: record.maybeNumber('Target'), findBy: record.day('Known by') };
  }
}

function readMilestone(line: string): Milestone {
  const [weight = '', dueOn = '', title = '', evidence = '', id = ''] = unpackLine(line);
  const number = Number(weight);
  if (weight === '' || !Number.isFinite(number)) throw new Unreadable('Milestones', 'number', line);
  if (dueOn !== '' && !isLocalDate(dueOn)) throw new Unreadable('Milestones', 'day', line);
  if (!isUuid<'milestone'>(id)) throw new Unreadable('Milestones', 'id', line);
  return { id, title, weight: number, dueOn: isLocalDate(dueOn) ? dueOn : null, evidence };
}

function readCheckpoint(line: string): Checkpoint {
  const [on, value = ''] = unpackLine(line);
  const number = Number(value);
  if (!isLocalDate(on)) throw new Unreadable('Checkpoints', 'day', line);
  if (value === '' || !Number.isFinite(number)) throw new Unreadable('Checkpoints', 'number', line);
  return { on, value: number };
}

function readUnit(record: TableRecord): Unit {
  const kind = record.choice('Unit kind', units);
  switch (kind) {
    case 'plain':
    case 'percent':
      return { kind };
    case 'currency':
      return { kind, code: record.words('Unit') };
    case 'duration':
      return { kind, of: record.choice('Unit', ['seconds', 'minutes', 'hours', 'days']) };
    case 'custom':
      return { kind, text: record.words('Unit') };
  }
}

function readBehaviour(record: TableRecord): Behaviour {
  const kind = record.choice('Kind of number', numbers);
  switch (kind) {
    case 'level':
      return { kind, averageOverDays: record.maybeNumber('Averaged over days') };
    case 'running-total':
      return { kind };
    default:
      return { kind: 'per-period', period: kind };
  }
}

function readMeasured(record: TableRecord): MeasuredEvery {
  const kind = record.choice('Measured', ['cadence', 'monthly', 'once']);
  return kind === 'once' ? { kind, on: record.day('Measured on') } : { kind };
}
