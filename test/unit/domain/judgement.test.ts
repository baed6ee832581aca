import {
  decisionsOn,
  heldVerdict,
  learntHypothesis,
  sameComputed,
  type ComputedImpact,
} from '../../../src/domain/judgement';
import { assumedOf } from '../../../src/domain/work';
import { day, expecting, finishedOn, initiative, judgement, work } from './build';

const computed: ComputedImpact = {
  verdict: 'moved',
  change: { size: 9.5, low: 7, high: 12 },
  share: 0.95,
  live: day('2026-05-07'),
  before: 7,
  after: 5,
};

test.each<[string, Partial<ComputedImpact>]>([
  ['the word', { verdict: 'could-not-see' }],
  ['the size', { change: { size: 9.4, low: 7, high: 12 } }],
  ['the range', { change: { size: 9.5, low: 7, high: 12.1 } }],
  ['whether there is a size', { change: null }],
  ['the share', { share: 0.9 }],
  ['whether there is a hypothesis', { share: null }],
  ['the day people got it', { live: day('2026-05-08') }],
  ['the values before', { before: 6 }],
  ['the values after', { after: 6 }],
])('another verdict: %s differs', (_, more) => {
  expect(sameComputed(computed, { ...computed, ...more })).toBe(false);
});

test('the same verdict: the last digits of a number, and nothing against nothing', () => {
  const share = 0.95 + 1e-12;
  expect(sameComputed(computed, { ...computed, share })).toBe(true);
  expect(sameComputed({ ...computed, change: null }, { ...computed, change: null })).toBe(true);
  expect(sameComputed(null, null)).toBe(true);
  expect(sameComputed(computed, null)).toBe(false);
});

const underWay = ['keep', 'change', 'stop'];
const ended = ['build-on', 'leave', 'undo'];
test.each([
  ['nothing known of it', null, underWay],
  ['in progress', work({ category: 'indeterminate' }), underWay],
  ['done', work({ category: 'done' }), ended],
  ['all children done', work({ counted: 3, done: 3 }), ended],
  ['not delivered', work({ category: 'done', notDelivered: true }), ended],
])('decisions on work: %s', (_, seen, decisions) => {
  expect(decisionsOn(seen)).toEqual(decisions);
});

test('the verdict last held counts; a decision alone holds none', () => {
  expect(heldVerdict(initiative())).toBeNull();
  const judgements = [judgement('too-early'), judgement('moved'), judgement(null, 'leave')];
  expect(heldVerdict(initiative({ judgements }))).toBe('moved');
});

test('learning uses the hypothesis as it was at start', () => {
  const hypothesis = expecting(2, 0);
  expect(learntHypothesis(initiative({ hypothesis }))).toEqual(expecting(2, 0));
  expect(learntHypothesis(initiative({ hypothesis, hypothesisAtStart: expecting(8, 0) }))).toEqual(
    expecting(8, 0),
  );
});

test('work finished on a day before it was attached says so, in the team’s time zone', () => {
  // Attached on 2 April at noon UTC: still 2 April in Los Angeles, 3 April in Auckland.
  const done = (on: string, zone: string) => assumedOf(initiative({ work: finishedOn(on) }), zone);
  expect(done('2026-04-01', 'America/Los_Angeles')).toEqual(['done-before-attached']);
  expect(done('2026-04-02', 'America/Los_Angeles')).toEqual([]);
  expect(done('2026-04-02', 'Pacific/Auckland')).toEqual(['done-before-attached']);
  const running = work({ category: 'indeterminate', assumed: ['reopened'] });
  expect(assumedOf(initiative({ work: running }), 'UTC')).toEqual(['reopened']);
  expect(assumedOf(initiative({ work: null }), 'UTC')).toEqual([]);
});
