import type { KeyResultDefinition } from '../../../src/domain/metric';
import { localDate } from '../../../src/domain/dates';
import type { AccountId, KeyResultId } from '../../../src/domain/ids';
import { measuredTwice, overburdened } from '../../../src/domain/quality/across-cycle';
import {
  bySeverity,
  isDismissed,
  ruleIds,
  type FindingCase,
  type ReviewFinding,
} from '../../../src/domain/quality/finding';
import {
  askWorth,
  reviewConfidence,
  reviewConnections,
  reviewObjectiveCount,
  reviewOwner,
  reviewTwice,
} from '../../../src/domain/quality/review-cycle';
import { reviewKeyResult, type KeyResultToReview } from '../../../src/domain/quality/review-key-result';
import {
  reviewInitiative,
  reviewObjective,
  type ObjectiveToReview,
} from '../../../src/domain/quality/review-objective';

const ana = 'ana' as AccountId;
const told =
  'Counts new accounts with a booking in 14 days. Not test accounts. From the nightly export. Serves it because who books early stays.';
const definition = (more: Partial<KeyResultDefinition> = {}): KeyResultDefinition => ({
  metric: { kind: 'increase', start: 35, target: 60 },
  behaviour: { kind: 'level', averageOverDays: null },
  unit: { kind: 'percent' },
  startsOn: localDate('2026-04-01'),
  dueOn: localDate('2026-06-30'),
  commitment: 'committed',
  indicator: null,
  weight: 1,
  checkpoints: [],
  measuredEvery: { kind: 'cadence' },
  definition: told,
  ...more,
});
const keyResult = (more: Partial<KeyResultToReview> = {}) =>
  reviewKeyResult({
    title: 'Bookings made without a call rise from 35 % to 60 %',
    owner: ana,
    definition: definition(),
    ...more,
  });
const bare = (title: string) => reviewKeyResult({ title });
const beside = (title: string, indicator: 'leading' | 'lagging' | null = null) => ({ title, indicator });
const objective = (more: Partial<ObjectiveToReview> = {}) =>
  reviewObjective({
    title: 'Guests book their second stay before they leave',
    owner: ana,
    why: 'Serves the year’s goal: half our rooms by returning guests.',
    keyResults: [
      beside('Guests who book again: 20 % → 35 %'),
      beside('Median days to the second booking fall from 90 to 40', 'leading'),
    ],
    ...more,
  });
const cycle = (phase: 'draft' | 'active' | 'closed') => ({
  phase,
  startsOn: localDate('2026-04-01'),
  endsOn: localDate('2026-06-30'),
});
const cases = (found: readonly ReviewFinding[]) => found.map((one) => one.case);

/** For each case: something it is found in, and the nearest thing it is not. */
const rules: Record<FindingCase, { weak: () => ReviewFinding[]; strong: () => ReviewFinding[] }> = {
  'O1-number': {
    weak: () => objective({ title: 'Grow revenue from 40k to 60k' }),
    strong: () => objective(),
  },
  'O1-metric': {
    weak: () => objective({ title: 'Increase ARR' }),
    strong: () => objective({ title: 'Small hotels earn with us what large ones do' }),
  },
  'O2-task': {
    weak: () => objective({ title: 'Launch the new booking site' }),
    strong: () => objective({ title: 'Create a booking that feels like calling a friend' }),
  },
  'O2-label': {
    weak: () => objective({ title: 'Booking site relaunch' }),
    strong: () => objective({ title: 'Our rooms are the first that come to mind' }),
  },
  'O2-direction': {
    weak: () => objective({ title: 'Improve guest satisfaction' }),
    strong: () => objective({ title: 'Improve the stay so that guests tell their friends' }),
  },
  'O3-long': {
    weak: () =>
      objective({
        title:
          'Guests who stay with us for the first time want to come again and tell all of their friends at home about it',
      }),
    strong: () => objective(),
  },
  'O3-filler': {
    weak: () => objective({ title: 'Holistic journeys delight every guest' }),
    strong: () => objective({ title: 'Every guest leaves with a smile' }),
  },
  'O4-owner': { weak: () => objective({ owner: null }), strong: () => objective() },
  'O5-many': { weak: () => reviewObjectiveCount(4), strong: () => reviewObjectiveCount(3) },
  'O5-too-many': { weak: () => reviewObjectiveCount(6), strong: () => reviewObjectiveCount(5) },
  'O6-unsaid': { weak: () => objective({ why: ' ' }), strong: () => objective({ why: '', connected: true }) },
  'O6-copied': {
    weak: () =>
      objective({ title: 'Guests sleep well in every room', served: 'Every room where guests sleep well' }),
    strong: () =>
      objective({ title: 'Guests sleep well in every room', served: 'Guests come back within a year' }),
  },
  'O7-customers': {
    weak: () =>
      objective({
        keyResults: [beside('Rooms renovated: 10 to 30'), beside('Cost per night from 80 to 70')],
      }),
    strong: () => objective(),
  },
  'K1-no-number': {
    weak: () => bare('The lobby in the evening'),
    strong: () => bare('The lobby is full on 4 evenings of 7'),
  },
  'K1-not-yet': {
    weak: () =>
      keyResult({
        definition: definition({
          metric: { kind: 'not-measurable-yet', target: 60, findBy: localDate('2026-04-20') },
        }),
      }),
    strong: () => keyResult(),
  },
  'K2-no-start': {
    weak: () => bare('Reach 80 % occupancy'),
    strong: () => bare('Occupancy rises from 64 % to 80 %'),
  },
  'K2-in-words': { weak: () => keyResult({ definition: null }), strong: () => keyResult() },
  'K3-task': {
    weak: () => bare('Launch the new booking site'),
    strong: () => bare('Bookings made without a call rise from 35 % to 60 %'),
  },
  'K3-milestones': {
    weak: () =>
      keyResult({
        title: 'The second house',
        definition: definition({ metric: { kind: 'milestones', milestones: [] } }),
      }),
    strong: () => keyResult(),
  },
  'K4-vague': {
    weak: () => bare('Improve the booking experience'),
    strong: () => keyResult({ title: 'Improve bookings made without a call' }),
  },
  'K5-activity': {
    weak: () => bare('Hold 40 sales calls'),
    strong: () => bare('First talks that end in an offer rise from 12 % to 20 %'),
  },
  'K6-empty': {
    weak: () => keyResult({ definition: definition({ definition: 'Counts: \n' }) }),
    strong: () => keyResult(),
  },
  'K6-parts': {
    weak: () =>
      keyResult({ definition: definition({ definition: 'Counts new accounts, not test accounts.' }) }),
    strong: () => keyResult(),
  },
  'K7-owner': { weak: () => keyResult({ owner: null }), strong: () => keyResult() },
  'K8-few': {
    weak: () => objective({ keyResults: [beside('Guests who book again: 20 % → 35 %')] }),
    strong: () => objective(),
  },
  'K8-many': {
    weak: () => objective({ keyResults: Array.from({ length: 6 }, () => beside('Guests')) }),
    strong: () => objective({ keyResults: Array.from({ length: 5 }, () => beside('Guests')) }),
  },
  'K9-lagging': {
    weak: () => objective({ keyResults: [beside('Renewals', 'lagging'), beside('Revenue', 'lagging')] }),
    strong: () => objective({ keyResults: [beside('Renewals', 'lagging'), beside('Revenue', 'leading')] }),
  },
  'K10-direction': {
    weak: () => keyResult({ title: 'Reduce bookings made without a call' }),
    strong: () => keyResult({ title: 'Increase bookings made without a call' }),
  },
  'K10-numbers': {
    weak: () => keyResult({ title: 'Bookings made without a call rise from 30 % to 60 %' }),
    strong: () => keyResult(),
  },
  'K10-words': {
    weak: () => bare('Reduce waiting time from 6 to 9 minutes'),
    strong: () => bare('Reduce waiting time from 9 to 6 minutes'),
  },
  'K11-reached': { weak: () => keyResult({ latest: 60 }), strong: () => keyResult({ latest: 59.9 }) },
  'K11-same': {
    weak: () => bare('Occupancy rises from 64 % to 64 %'),
    strong: () => bare('Occupancy rises from 64 % to 65 %'),
  },
  'K11-far': { weak: () => bare('Members from 40 to 400'), strong: () => bare('Members from 40 to 390') },
  'K11-share': {
    weak: () => bare('Share of rooms booked from 40 % to 140 %'),
    strong: () => bare('Net revenue retention from 98 % to 112 %'),
  },
  'K12-twice': {
    weak: () => twice('Reduce churn from 5 % to 3 %', 'Churn below 4 %'),
    strong: () => twice('Reduce churn from 5 % to 3 %', 'Churn of new guests below 4 %'),
  },
  'S1-many': {
    weak: () => overburdened(owned(9), 8).map((one) => reviewOwner(one)),
    strong: () => overburdened(owned(8), 8).map((one) => reviewOwner(one)),
  },
  'S2-unconnected': { weak: () => reviewConnections(1, 3), strong: () => reviewConnections(0, 3) },
  'S3-safe': { weak: () => reviewConfidence([8, 8, 7]), strong: () => reviewConfidence([8, 8, 6]) },
  'S3-fantasy': { weak: () => reviewConfidence([3, 4, 4]), strong: () => reviewConfidence([4, 4, 4]) },
  'S4-publish': {
    weak: () => askWorth(cycle('draft'), null, localDate('2026-03-20')),
    strong: () => askWorth(cycle('draft'), localDate('2026-03-19'), localDate('2026-03-20')),
  },
  'S4-week-2': {
    weak: () => askWorth(cycle('active'), localDate('2026-03-19'), localDate('2026-04-08')),
    strong: () => askWorth(cycle('active'), localDate('2026-04-08'), localDate('2026-04-09')),
  },
  'I1-outcome': {
    weak: () => reviewInitiative('Guests book twice as often: 2 → 4'),
    strong: () => reviewInitiative('Send a booking link three days after the stay'),
  },
  'I1-no-verb': {
    weak: () => reviewInitiative('Happy guests'),
    strong: () => reviewInitiative('Ask guests at breakfast'),
  },
};

function owned(count: number) {
  return Array.from({ length: count }, () => ({ owner: ana }));
}

function twice(first: string, second: string): ReviewFinding[] {
  const of = (id: string, title: string) => ({ id: id as KeyResultId, key: `KR-${id}`, title });
  return measuredTwice([of('1', first), of('2', second)]).map(({ other }) => reviewTwice(second, other));
}

test.each(Object.entries(rules))(
  '%s is found where it is, and not where it is not',
  (name, { weak, strong }) => {
    expect(cases(weak())).toContain(name);
    expect(cases(strong())).not.toContain(name);
  },
);

test('every rule of the review has cases', () => {
  const covered = new Set(Object.keys(rules).map((name) => name.slice(0, name.indexOf('-'))));
  expect(ruleIds.filter((rule) => !covered.has(rule))).toEqual([]);
});

test('a strong key result and a strong objective are left alone', () => {
  expect(keyResult()).toEqual([]);
  expect(objective()).toEqual([]);
});

describe('fixes', () => {
  const fixOf = (found: ReviewFinding[], is: FindingCase) => found.find((one) => one.case === is)?.fix;
  test('a task becomes an initiative', () => {
    expect(fixOf(bare('Launch the new booking site'), 'K3-task')).toEqual({ kind: 'make-initiative' });
  });
  test('numbers of the sentence go into the fields', () => {
    expect(fixOf(keyResult({ definition: null }), 'K2-in-words')).toEqual({
      kind: 'numbers',
      start: 35,
      target: 60,
      unit: { kind: 'percent' },
    });
  });
  test('a verb that says the other direction is turned', () => {
    expect(fixOf(bare('Reduce waiting time from 6 to 9 minutes'), 'K10-words')).toEqual({
      kind: 'replace',
      text: 'Increase waiting time from 6 to 9 minutes',
    });
  });
  test('an objective loses its number', () => {
    expect(fixOf(objective({ title: 'Grow guest revenue from 40k to 60k' }), 'O1-number')).toEqual({
      kind: 'replace',
      text: 'Grow guest revenue',
    });
  });
  test('what a definition leaves out is named', () => {
    const [found] = keyResult({
      definition: definition({ definition: 'Counts new accounts, not test accounts.' }),
    });
    expect(found?.parts).toEqual(['source', 'serves']);
  });
});

test('a dismissal holds for its words, and no others', () => {
  const [found] = bare('Launch the booking site');
  const [other] = bare('Launch the new lobby');
  if (!found || !other) throw new Error('a task is found');
  const dismissed = [{ rule: found.rule, words: found.words }];
  expect(isDismissed(found, dismissed)).toBe(true);
  expect(isDismissed(other, dismissed)).toBe(false);
});

test('the gravest finding comes first', () => {
  const found = keyResult({
    title: 'Launch the booking site',
    owner: null,
    definition: definition({ definition: '' }),
  });
  expect(bySeverity(found).map(({ rule }) => rule)).toEqual(['K3', 'K7', 'K6']);
});

test('numbers kept in another unit are the same movement', () => {
  const metric = { kind: 'increase' as const, start: 3, target: 5 };
  expect(
    cases(
      keyResult({
        title: 'Members rise from 3k to 5k',
        definition: definition({ metric, unit: { kind: 'custom', text: 'k' } }),
      }),
    ),
  ).toEqual([]);
});
