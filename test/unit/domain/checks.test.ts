import { checkCheckIn, type CheckInInput } from '../../../src/domain/check-check-in';
import { checkDefinition, checkWeights } from '../../../src/domain/check-definition';
import { checkRules } from '../../../src/domain/check-rules';
import { firstRefusal, type Finding } from '../../../src/domain/finding';
import type { AccountId } from '../../../src/domain/ids';
import type { KeyResultDefinition, Metric } from '../../../src/domain/metric';
import { defaultCaps } from '../../../src/domain/caps';
import { defaultRules } from '../../../src/domain/rules';
import { scoreLabels } from '../../../src/domain/score-labels';
import { checkIn, day, defined, fall, milestone, milestoneIds, rise, values } from './build';

const brief = (findings: Finding[]) => findings.map(({ field, severity }) => `${severity} ${field}`);

describe('a definition', () => {
  const sound: [string, KeyResultDefinition][] = [
    ['rising', defined(rise)],
    ['falling', defined(fall)],
    ['through negative numbers', defined({ kind: 'decrease', start: 5, target: -5 })],
    ['a band of one side', defined({ kind: 'maintain', min: null, max: 3 })],
    ['a band of one value', defined({ kind: 'maintain', min: 0, max: 0 })],
    [
      'milestones, one of weight 0',
      defined({ kind: 'milestones', milestones: [milestone('a', 0), milestone('b', 1, '2026-07-01')] }),
    ],
    ['not measurable yet', defined({ kind: 'not-measurable-yet', target: null, findBy: day('2026-05-01') })],
    ['checkpoints', defined(rise, { checkpoints: [{ on: day('2026-05-01'), value: 90 }] })],
    ['weight 0 among others', defined(rise, { weight: 0 })],
  ];

  test.each(sound)('%s is sound', (_, definition) => {
    expect(checkDefinition(definition)).toEqual([]);
  });

  const [nan, infinite, huge] = [Number.NaN, Number.POSITIVE_INFINITY, 1e16];
  const metrics: [string, Metric, string[]][] = [
    ['target = start', { kind: 'increase', start: 40, target: 40 }, ['metric.target']],
    ['target next to start', { kind: 'increase', start: 0, target: 1e-12 }, ['metric.target']],
    ['rising to below', { kind: 'increase', start: 40, target: 20 }, ['metric.target']],
    ['falling to above', { kind: 'decrease', start: 40, target: 60 }, ['metric.target']],
    ['no number', { kind: 'increase', start: nan, target: infinite }, ['metric.start', 'metric.target']],
    ['too large', { kind: 'increase', start: 0, target: huge }, ['metric.target']],
    ['an empty band', { kind: 'maintain', min: null, max: null }, ['metric.min']],
    ['a band turned over', { kind: 'maintain', min: 5, max: 4 }, ['metric.max']],
    ['a band without numbers', { kind: 'maintain', min: nan, max: nan }, ['metric.min', 'metric.max']],
    ['no milestones', { kind: 'milestones', milestones: [] }, ['metric.milestones']],
    [
      'all milestones at 0',
      { kind: 'milestones', milestones: [milestone('a', 0), milestone('b', 0)] },
      ['metric.milestones'],
    ],
    [
      'a milestone below 0',
      { kind: 'milestones', milestones: [milestone('a', -1), milestone('b', 2)] },
      ['metric.milestones.0.weight'],
    ],
    [
      'a milestone out of time',
      { kind: 'milestones', milestones: [milestone('a', 1, '2026-07-02')] },
      ['metric.milestones.0.dueOn'],
    ],
    [
      'a milestone twice',
      { kind: 'milestones', milestones: [milestone('a', 1), milestone('a', 1)] },
      ['metric.milestones.1.id'],
    ],
    [
      'a milestone without words',
      { kind: 'milestones', milestones: [milestone(' ', 1)] },
      ['metric.milestones.0.title'],
    ],
    [
      'found too late',
      { kind: 'not-measurable-yet', target: null, findBy: day('2026-07-02') },
      ['metric.findBy'],
    ],
    [
      'aiming at no number',
      { kind: 'not-measurable-yet', target: nan, findBy: day('2026-05-01') },
      ['metric.target'],
    ],
  ];

  test.each(metrics)('%s is refused', (_, metric, fields) => {
    expect(brief(checkDefinition(defined(metric)))).toEqual(fields.map((field) => `refusal ${field}`));
  });

  const at = (on: string, value = 50) => ({ on: day(on), value });
  const others: [string, Partial<KeyResultDefinition>, string[]][] = [
    ['due before its start', { dueOn: day('2026-03-31') }, ['dueOn']],
    ['due on its start', { dueOn: day('2026-04-01') }, ['dueOn']],
    ['due beyond the calendar', { dueOn: day('2199-12-31') }, ['dueOn']],
    ['a checkpoint before the start', { checkpoints: [at('2026-03-31')] }, ['checkpoints.0.on']],
    ['a checkpoint on the start', { checkpoints: [at('2026-04-01')] }, ['checkpoints.0.on']],
    [
      'a checkpoint on the due date',
      { checkpoints: [at('2026-05-01'), at('2026-07-01')] },
      ['checkpoints.1.on'],
    ],
    ['two checkpoints a day', { checkpoints: [at('2026-05-01'), at('2026-05-01')] }, ['checkpoints.1.on']],
    ['a checkpoint without number', { checkpoints: [at('2026-05-01', nan)] }, ['checkpoints.0.value']],
    ['a weight below 0', { weight: -1 }, ['weight']],
    ['no weight', { weight: nan }, ['weight']],
    [
      'measured after it is due',
      { measuredEvery: { kind: 'once', on: day('2026-07-02') } },
      ['measuredEvery.on'],
    ],
    [
      'averaged over nothing',
      { behaviour: { kind: 'level', averageOverDays: 0 } },
      ['behaviour.averageOverDays'],
    ],
    ['a long unit', { unit: { kind: 'custom', text: 'thirteen char' } }, ['unit.text']],
    ['a unit of spaces', { unit: { kind: 'custom', text: '  ' } }, ['unit.text']],
    ['no such currency', { unit: { kind: 'currency', code: 'euro' } }, ['unit.code']],
  ];

  test.each(others)('%s is refused', (_, more, fields) => {
    expect(brief(checkDefinition(defined(rise, more)))).toEqual(fields.map((field) => `refusal ${field}`));
  });

  test('checkpoints belong to a number with start and target', () => {
    const band = defined({ kind: 'maintain', min: 1, max: null }, { checkpoints: [at('2026-05-01')] });
    expect(brief(checkDefinition(band))).toEqual(['refusal checkpoints']);
  });

  test('a falling running total is queried, not refused', () => {
    const findings = checkDefinition(defined(fall, { behaviour: { kind: 'running-total' } }));
    expect(brief(findings)).toEqual(['warning behaviour']);
    expect(firstRefusal(findings)).toBeNull();
  });

  test('every message is one sentence that ends', () => {
    const all = [
      ...metrics.map(([, metric]) => defined(metric)),
      ...others.map(([, more]) => defined(rise, more)),
    ].flatMap(checkDefinition);
    expect(all.length).toBeGreaterThan(30);
    for (const { message } of all) expect(message).toMatch(/^[A-Z][^\n]{10,120}\.$/);
  });
});

test.each([
  [[], []],
  [[1, 0], []],
  [[0, 0], ['refusal weights']],
  [[0], ['refusal weights']],
  [
    [1, -1, Number.NaN],
    ['refusal weights.1', 'refusal weights.2'],
  ],
])('weights %j', (weights, expected) => {
  expect(brief(checkWeights(weights))).toEqual(expected);
});

describe('a check-in', () => {
  const today = day('2026-05-12');
  const nothing: CheckInInput = {
    day: today,
    value: null,
    reached: null,
    confidence: null,
    evidence: '',
    blocker: '',
    decision: null,
    ask: null,
  };
  const decision = { text: 'Stop it', owner: 'ana' as AccountId, dueOn: day('2026-06-01') };
  const steps = defined({ kind: 'milestones', milestones: [milestone('a', 1)] });

  const cases: [string, KeyResultDefinition, Partial<CheckInInput>, string[]][] = [
    ['a value', defined(rise), { value: 50 }, []],
    ['0 is a value', defined(rise), { value: 0 }, []],
    ['no new number: confidence alone', defined(rise), { confidence: 0, blocker: 'Sick', decision }, []],
    ['a decision alone', defined(rise), { decision }, []],
    ['history', defined(rise), { day: day('2026-01-05'), value: 38 }, []],
    ['milestones', steps, { reached: milestoneIds('a'), evidence: 'The contract' }, []],
    ['none of the milestones', steps, { reached: [] }, []],
    ['nothing said', defined(rise), {}, ['refusal value']],
    ['spaces', defined(rise), { evidence: ' \n' }, ['refusal value']],
    ['tomorrow', defined(rise), { day: day('2026-05-13'), value: 50 }, ['refusal day']],
    ['no number', defined(rise), { value: Number.NaN }, ['refusal value']],
    ['1e400', defined(rise), { value: 1e400 }, ['refusal value']],
    ['a value for milestones', steps, { value: 3 }, ['refusal value']],
    ['milestones for a value', defined(rise), { reached: milestoneIds('a') }, ['refusal reached']],
    ['an unknown milestone', steps, { reached: milestoneIds('a', 'b') }, ['refusal reached']],
    ['a milestone without evidence', steps, { reached: milestoneIds('a') }, ['warning evidence']],
    ['confidence 11', defined(rise), { confidence: 11 }, ['refusal confidence']],
    ['confidence 4.5', defined(rise), { confidence: 4.5 }, ['refusal confidence']],
    ['low, and nothing about it', defined(rise), { confidence: 3 }, ['warning blocker', 'warning decision']],
  ];

  test.each(cases)('%s', (_, definition, said, expected) => {
    expect(brief(checkCheckIn(definition, { ...nothing, ...said }, today))).toEqual(expected);
  });

  test('a running total that falls is queried', () => {
    const total = defined(rise, { behaviour: { kind: 'running-total' } });
    const earlier = [...values({ '2026-05-05': 60 }), checkIn('2026-05-06', { confidence: 5 })];
    expect(brief(checkCheckIn(total, { ...nothing, value: 59 }, today, earlier))).toEqual(['warning value']);
    expect(brief(checkCheckIn(total, { ...nothing, value: 60 }, today, earlier))).toEqual([]);
    expect(
      brief(checkCheckIn(total, { ...nothing, day: day('2026-05-04'), value: 59 }, today, earlier)),
    ).toEqual([]);
  });
});

describe('the site’s rules', () => {
  test.each<[string, Parameters<typeof checkRules>[0], string[]]>([
    ['as they come', defaultRules, []],
    [
      'ahead below on pace',
      { ...defaultRules, pace: { ahead: -0.1, onPace: -0.05, behind: -0.15 } },
      ['refusal rules.pace.ahead'],
    ],
    [
      'behind above on pace',
      { ...defaultRules, pace: { ahead: 0.05, onPace: -0.05, behind: 0 } },
      ['refusal rules.pace.behind'],
    ],
    ['no number', { ...defaultRules, aspirational: Number.NaN }, ['refusal rules.aspirational']],
    ['judged against nothing', { ...defaultRules, aspirational: 0 }, ['refusal rules.aspirational']],
    [
      'achieved above the best score',
      { ...defaultRules, scoreLabels: { ...scoreLabels, committed: { achieved: 1.1, partial: 0.7 } } },
      ['refusal rules.scoreLabels.committed.achieved'],
    ],
    [
      'partial where achieved is',
      { ...defaultRules, scoreLabels: { ...scoreLabels, aspirational: { achieved: 0.7, partial: 0.7 } } },
      ['refusal rules.scoreLabels.aspirational.partial'],
    ],
    [
      'fails before it warns',
      { ...defaultRules, caps: { ...defaultCaps, objectives: { many: 4, tooMany: 3 } } },
      ['refusal rules.caps.objectives.tooMany'],
    ],
    [
      'half a key result',
      { ...defaultRules, caps: { ...defaultCaps, keyResults: { fewest: 1.5, most: 5 } } },
      ['refusal rules.caps.keyResults.fewest'],
    ],
    ['prepared a year before', { ...defaultRules, prepareDays: 365 }, ['refusal rules.prepareDays']],
  ])('%s', (_, rules, expected) => {
    expect(brief(checkRules(rules))).toEqual(expected);
  });
});
