import { messages } from '../messages';

/** An attached issue: what it should change, when people got it, and taking it off again. */
export const words = messages('initiative', {
  expects:
    'Should change it by {effect} within {days, plural, =0 {the same day} one {1 day} other {# days}} of people getting it',
  because: 'Because: {why}',
  skipped: 'What it should change was not said.',
  leftToOwner: 'What it should change is left to the key result’s owner.',
  edit: 'Edit',
  editExpected: 'Edit what it should change',
  say: 'Say what it should change',
  whenLive: 'When did people get it?',
  liveGuess: 'The first work was done on {day}.',
  liveOn: 'People got it on {day}',
  liveDerived: 'People got it on {day}, as the work says',
  change: 'Change',
  day: 'Day people got it',
  reason: 'Why this day?',
  reasonHint: 'Needed when it is not the day the work was done.',
  setLive: 'Save day',
  liveSaved: 'Saved. Before and after divide at {day}.',
  detach: 'Detach',
  detachWhy: 'Why? Whoever attached it will read this.',
  detached: 'Detached from {key}',
  detachedWhy: 'The key result keeps everything it measured.',
  reattached: 'Attached to {key} again',
});
