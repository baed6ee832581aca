import { messages } from '../messages';

/** Where outcome and work do not fit together, with the numbers, and one thing to do. */
export const mismatch = messages('mismatch', {
  finishedButFlat:
    '{count, plural, one {The work attached is} other {All # initiatives are}} done and had time to show, yet the number gained {gained} of the way.',
  finishedButFlatDo: 'Decide what to try instead',
  movingWithoutWork: 'The number gained {gained} of the way, and no work is attached.',
  movingWithoutWorkDo: 'Attach what moved it',
  noInitiative: 'No work attached after {count} check-in intervals.',
  noInitiativeDo: 'Attach what should move it',
  reachedButRunning:
    'Reached, and {count, plural, one {1 initiative is} other {# initiatives are}} still under way.',
  reachedButRunningDo: 'Decide whether it goes on',
  overdue:
    'An initiative is {count, plural, one {1 day} other {# days}} too late to show before the due date.',
  overdueDo: 'Change the plan',
  notJudged:
    '{count, plural, one {1 initiative is} other {# initiatives are}} done, and nobody has said whether it moved the number.',
  notJudgedDo: 'Give your verdict',
  goalChanged: 'Start, target, metric or due date changed on {day}, after the cycle began.',
  goalChangedDo: 'Read why',
});
