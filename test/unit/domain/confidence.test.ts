import { asksToTalk, confidenceOf, needsDecision, owes, toneOf } from '../../../src/domain/confidence';
import { instant } from '../../../src/domain/dates';
import type { AccountId } from '../../../src/domain/ids';
import { checkIn, day } from './build';

const today = day('2026-06-01');
const decision = { text: 'Pause the redesign', owner: 'bo' as AccountId, dueOn: day('2026-06-10') };
const ask = { text: 'A second tester', of: 'cem' as AccountId };

test.each([
  [0, 'red'],
  [3, 'red'],
  [4, 'amber'],
  [6, 'amber'],
  [7, 'green'],
  [10, 'green'],
])('%i is %s', (confidence, tone) => {
  expect(toneOf(confidence)).toBe(tone);
});

describe('the last word', () => {
  test('with its day and its change', () => {
    const list = [
      checkIn('2026-05-15', { confidence: 4 }),
      checkIn('2026-05-08', { confidence: 8 }),
      checkIn('2026-05-20', { value: 3 }),
    ];
    expect(confidenceOf(list, today)).toEqual({ value: 4, on: '2026-05-15', tone: 'amber', change: -4 });
  });

  test('is as of the day it was said, not of the day its value is for', () => {
    const backdated = checkIn('2026-04-20', { confidence: 2, value: 50, madeOn: day('2026-05-20') });
    expect(confidenceOf([checkIn('2026-05-15', { confidence: 8 }), backdated], today)?.on).toBe('2026-05-20');
  });

  test('a slip corrected the same day is no change', () => {
    const slip = checkIn('2026-05-15', { confidence: 0, recordedAt: instant(1) });
    const meant = checkIn('2026-05-15', { confidence: 8, recordedAt: instant(2) });
    expect(confidenceOf([meant, checkIn('2026-05-08', { confidence: 7 }), slip], today)?.change).toBe(1);
  });

  test('the first has no change, and silence is nothing', () => {
    expect(confidenceOf([checkIn('2026-05-15', { confidence: 0 })], today)?.change).toBeNull();
    expect(confidenceOf([checkIn('2026-05-15', { value: 1 })], today)).toBeNull();
  });

  test.each([
    [8, 5, true],
    [8, 6, false],
    [2, 9, false],
  ])('from %i to %i asks to talk: %s', (from, to, talk) => {
    const list = [checkIn('2026-05-08', { confidence: from }), checkIn('2026-05-15', { confidence: to })];
    expect(asksToTalk(confidenceOf(list, today))).toBe(talk);
  });
});

describe('at 3 or lower', () => {
  test.each([
    ['nothing said', { confidence: 3 }, { blocker: true, decision: true }],
    ['spaces are no blocker', { confidence: 3, blocker: '  ' }, { blocker: true, decision: true }],
    ['both said', { confidence: 0, blocker: 'No tester', decision }, { blocker: false, decision: false }],
    [
      'asking for help decides',
      { confidence: 3, blocker: 'No tester', ask },
      { blocker: false, decision: false },
    ],
    ['above it nothing is owed', { confidence: 4 }, { blocker: false, decision: false }],
    ['without confidence nothing is owed', { value: 4 }, { blocker: false, decision: false }],
  ])('%s', (_, said, owed) => {
    expect(owes(checkIn('2026-05-15', said))).toEqual(owed);
  });

  const low = checkIn('2026-05-15', { confidence: 3 });

  test('no decision yet, until a check-in decides or asks', () => {
    expect(needsDecision([low], today)).toBe(true);
    expect(needsDecision([{ ...low, decision }], today)).toBe(false);
    expect(needsDecision([low, checkIn('2026-05-17', { decision })], today)).toBe(false);
    expect(needsDecision([low, checkIn('2026-05-17', { ask })], today)).toBe(false);
    expect(needsDecision([low, checkIn('2026-05-17', { decision })], day('2026-05-16'))).toBe(true);
  });

  test('an older decision does not answer a new low, and a recovery needs none', () => {
    expect(needsDecision([checkIn('2026-05-08', { confidence: 2, decision }), low], today)).toBe(true);
    expect(needsDecision([low, checkIn('2026-05-22', { confidence: 6 })], today)).toBe(false);
  });
});
