/** Worlds for property tests: every kind of definition, and texts that files trip over. */
import fc from 'fast-check';
import { addDays, instant, localDate } from '../../../src/domain/dates';
import { isAccountId, isJiraId, isUuid, type AccountId, type Tagged } from '../../../src/domain/ids';
import type { KeyResultDefinition, Metric } from '../../../src/domain/metric';
import type { World } from '../../../static/app/src/features/portable/world';

function id<K extends string>(): fc.Arbitrary<Tagged<K>> {
  return fc.uuid({ version: 7 }).map((text) => {
    if (!isUuid<K>(text)) throw new Error(text);
    return text;
  });
}

function account(text: string): AccountId {
  if (!isAccountId(text)) throw new Error(text);
  return text;
}
function issue(text: string): Tagged<'issue'> {
  if (!isJiraId<'issue'>(text)) throw new Error(text);
  return text;
}
function project(text: string): Tagged<'project'> {
  if (!isJiraId<'project'>(text)) throw new Error(text);
  return text;
}

export const everybody = ['712020:ana', '712020:ben', '5b10ac8d82e05b22cc7d4ef5'].map(account);
const anybody = fc.constantFrom(...everybody);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const tricky = fc.constantFrom(
  '=1+1',
  '+49 30',
  '-5 %',
  '@ana',
  "'=quoted",
  'a "quoted" one, with; a\tpart',
  '--> end',
  '<!-- waymark-data {} -->',
  'a | b \\| c',
  'C:\\new',
  '007',
  '1e3',
  'true',
  '2026-05-01',
  '| a |',
  '# no heading',
  'constructor',
  'one\u2028two\u2029three',
  '**bold**',
  'emoji 👩‍🚀 ü',
);
/** Without control characters, which no input takes, and the signs that the package for workbooks leaves out. */
const signs = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFD\p{Noncharacter_Code_Point}]/gu, ''));
const trimmed = (text: string) => text.trim();
export const line = fc
  .oneof(tricky, signs)
  .map(trimmed)
  .filter((text) => text !== '');
const note = fc
  .oneof(
    fc.constant(''),
    line,
    fc.array(fc.oneof(tricky, signs), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
  )
  .map(trimmed);
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const day = fc.integer({ min: -3000, max: 3000 }).map((days) => addDays(localDate('2026-05-12'), days));
const moment = fc.integer({ min: 0, max: 2_000_000_000_000 }).map((ms) => instant(ms));

const metric: fc.Arbitrary<Metric> = fc.oneof(
  fc.record({ kind: fc.constant('increase' as const), start: number, target: number }),
  fc.record({ kind: fc.constant('decrease' as const), start: number, target: number }),
  fc.record({ kind: fc.constant('maintain' as const), min: maybe(number), max: maybe(number) }),
  fc.record({ kind: fc.constant('not-measurable-yet' as const), target: maybe(number), findBy: day }),
  fc.record({
    kind: fc.constant('milestones' as const),
    milestones: fc.array(
      fc.record({ id: id<'milestone'>(), title: line, weight: number, dueOn: maybe(day), evidence: note }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
const definition: fc.Arbitrary<KeyResultDefinition> = fc.record({
  metric,
  behaviour: fc.oneof(
    fc.record({
      kind: fc.constant('level' as const),
      averageOverDays: maybe(fc.integer({ min: 1, max: 366 })),
    }),
    fc.constant({ kind: 'running-total' as const }),
    fc.record({
      kind: fc.constant('per-period' as const),
      period: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
    }),
  ),
  unit: fc.oneof(
    fc.constant({ kind: 'plain' as const }),
    fc.constant({ kind: 'percent' as const }),
    fc.constant({ kind: 'currency' as const, code: 'EUR' }),
    fc.record({
      kind: fc.constant('duration' as const),
      of: fc.constantFrom('seconds' as const, 'minutes' as const, 'hours' as const, 'days' as const),
    }),
    fc.record({ kind: fc.constant('custom' as const), text: line }),
  ),
  startsOn: day,
  dueOn: day,
  commitment: fc.constantFrom('committed' as const, 'aspirational' as const),
  indicator: maybe(fc.constantFrom('leading' as const, 'lagging' as const)),
  weight: number,
  checkpoints: fc.array(fc.record({ on: day, value: number }), { maxLength: 3 }),
  measuredEvery: fc.oneof(
    fc.constant({ kind: 'cadence' as const }),
    fc.constant({ kind: 'monthly' as const }),
    fc.record({ kind: fc.constant('once' as const), on: day }),
  ),
  definition: note,
});

const list = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength });
const some = fc.uniqueArray(anybody, { maxLength: 3 });
const hypothesis = fc.oneof(
  fc.constant({ kind: 'skipped' as const }),
  fc.constant({ kind: 'left-to-owner' as const }),
  fc.record({
    kind: fc.constant('stated' as const),
    hypothesis: fc.record({
      effect: number.filter((effect) => effect !== 0),
      lagDays: fc.integer({ min: 0, max: 730 }),
      why: note,
    }),
  }),
);

/** What hangs on one key result. */
const branch = fc.record({
  id: id<'key-result'>(),
  key: fc.constant('KR-7'),
  title: line,
  owner: maybe(anybody),
  definition,
  checkIns: list(
    fc.record({
      id: id<'check-in'>(),
      day,
      madeOn: day,
      recordedAt: moment,
      by: anybody,
      source: fc.constantFrom('person' as const, 'import' as const, 'sample' as const),
      value: maybe(number),
      reached: maybe(fc.array(id<'milestone'>(), { maxLength: 2 })),
      confidence: maybe(fc.integer({ min: 0, max: 10 })),
      evidence: note,
      blocker: note,
      decision: maybe(fc.record({ text: line, owner: anybody, dueOn: day })),
      ask: maybe(fc.record({ text: line, of: anybody })),
    }),
    4,
  ),
  initiatives: list(
    fc.record({
      id: id<'initiative'>(),
      issueId: fc.integer({ min: 10_000, max: 99_999 }).map((one) => issue(String(one))),
      issueKey: fc.constantFrom('', 'GROW-7'),
      issueTitle: fc.oneof(fc.constant(''), line),
      publicName: fc.oneof(fc.constant(''), line),
      hypothesis,
      live: maybe(fc.record({ on: day, reason: note, by: anybody })),
      attachedAt: moment,
      attachedBy: anybody,
    }),
    2,
  ),
  events: list(
    fc.record({
      id: id<'outside-event'>(),
      kind: fc.constantFrom('campaign' as const, 'outage' as const, 'other' as const),
      on: day,
      until: maybe(day),
      title: line,
    }),
    2,
  ),
  score: maybe(
    fc.record({
      id: id<'score'>(),
      score: maybe(fc.constantFrom(0, 0.1, 0.7, 1)),
      label: fc.constantFrom('achieved' as const, 'partial' as const, 'missed' as const),
      rationale: note,
      next: maybe(fc.constantFrom('drop' as const, 'rewrite' as const, 'repeat' as const)),
    }),
  ),
});

const place = fc.record({
  team: fc.record({
    id: id<'team'>(),
    name: line,
    level: fc.constantFrom(
      'organisation' as const,
      'department' as const,
      'team' as const,
      'person' as const,
    ),
    lead: maybe(anybody),
    members: some,
    projectIds: fc.uniqueArray(fc.constantFrom(...['10000', '10001'].map(project)), { maxLength: 2 }),
    timeZone: fc.constantFrom('Europe/Berlin', 'UTC'),
    cadence: fc.constantFrom('weekly' as const, 'every-two-weeks' as const, 'monthly' as const),
    archived: fc.boolean(),
  }),
  cycle: fc.record({
    id: id<'cycle'>(),
    name: line,
    startsOn: day,
    endsOn: day,
    phase: fc.constantFrom('draft' as const, 'active' as const, 'scoring' as const, 'closed' as const),
  }),
  retrospective: maybe(
    fc.record({ id: id<'retrospective'>(), helped: note, hindered: note, learned: note, willChange: note }),
  ),
  objectives: list(
    fc.record({
      id: id<'objective'>(),
      key: fc.constant('O-3'),
      title: line,
      why: note,
      owner: maybe(anybody),
      restricted: fc.boolean(),
      viewers: some,
      confirmation: maybe(
        fc.record({ id: id<'score'>(), score: maybe(fc.constantFrom(0, 0.35, 1)), writeUp: line }),
      ),
      keyResults: list(branch),
    }),
  ),
});

/** A site: teams in a chain of parents, each with a cycle of its own. */
export const arbitraryWorld: fc.Arbitrary<World> = fc.array(place, { maxLength: 3 }).map((places) => {
  const objectives = places.flatMap(({ team, cycle, objectives: own }) =>
    own.map((objective) => ({ ...objective, teamId: team.id, cycleId: cycle.id })),
  );
  const keyResults = objectives.flatMap(({ id: objectiveId, keyResults: own }) =>
    own.map((keyResult) => ({ ...keyResult, objectiveId })),
  );
  return {
    teams: places.map(({ team }, at) => ({ ...team, parentId: places[at + 1]?.team.id ?? null })),
    cycles: places.map(({ cycle }, at) => ({ ...cycle, parentId: places[at - 1]?.cycle.id ?? null })),
    objectives: objectives.map(
      ({ confirmation: _confirmation, keyResults: _keyResults, ...objective }) => objective,
    ),
    keyResults: keyResults.map(
      ({ checkIns: _checkIns, initiatives: _initiatives, events: _events, score: _score, ...keyResult }) =>
        keyResult,
    ),
    checkIns: keyResults.flatMap(({ id: keyResultId, checkIns }) =>
      checkIns.map((row) => ({ ...row, keyResultId })),
    ),
    initiatives: keyResults.flatMap(({ id: keyResultId, initiatives }) =>
      initiatives.map((row) => ({ ...row, keyResultId })),
    ),
    events: keyResults.flatMap(({ id: keyResultId, events }) =>
      events.map((row) => ({ ...row, keyResultId })),
    ),
    scores: keyResults.flatMap(({ id: keyResultId, score }) => (score ? [{ ...score, keyResultId }] : [])),
    confirmations: objectives.flatMap(({ id: objectiveId, confirmation }) =>
      confirmation ? [{ ...confirmation, objectiveId }] : [],
    ),
    retrospectives: places.flatMap(({ team, cycle, retrospective }) =>
      retrospective ? [{ ...retrospective, teamId: team.id, cycleId: cycle.id }] : [],
    ),
  };
});
