import { messages } from '../messages';

/** Where values come from, and what is done when one was wrong. */
export const measuring = messages('measuring', {
  correct: 'Correct',
  correctOf: 'Correct {value} of {day}',
  correctTitle: 'Correct a value of {key}',
  correctLead: '{value} was recorded for {day}. It stays in the history; what you say here counts.',
  takenBackLead: 'The value of {day} was taken back. What you say here counts.',
  right: 'It should have been',
  rightWrong: 'Write the value as a number, such as {example}.',
  takeBack: 'Nothing was measured that day: take the value back',
  whyWrong: 'Why was it wrong?',
  whyMissing: 'Say in a sentence why the value was wrong.',
  corrected: 'The value is corrected',
  recorded: 'Recorded as {value}',
  nowIs: 'Corrected from {from} to {to}: {why}',
  nowNothing: 'Taken back, was {from}: {why}',
  nowAgain: 'Measured after all: {to}: {why}',
  takenBack: 'Taken back: no value for {day}',
  source: 'Where the number comes from',
  fromPeople: 'People enter it when they check in.',
  fromSearch:
    '{every, select, day {Each day} other {Each check-in interval}} Waymark counts the issues that this search finds:',
  change: 'Change',
  changeOf: 'Change where the number of {key} comes from',
  asApp:
    'Waymark counts with its own rights: it may see issues that you do not. Nothing of them is stored but the number.',
  alsoPeople: 'People can still enter a value; of two values of one day the one recorded later counts.',
  notCounted: 'Not counted yet. It is counted within an hour.',
  counted: 'Last counted {at}.',
  conflictTitle: 'The last count stored nothing',
  conflict:
    'The search finds issues that are attached to this key result, or issues beneath them, so closing them would move the number. Change the search, or detach them.',
  tooMany:
    'So many issues are attached here that Waymark cannot keep them out of the search. Detach some, or attach their epics instead.',
  refused:
    'Jira does not run this search any more: something it names may be gone. Try it in Jira, then change it.',
  unavailable: 'Jira did not answer at {at}. The next try is within an hour.',
  sourceTitle: 'Where the number of {key} comes from',
  how: 'Source',
  people: 'People, when they check in',
  search: 'A Jira search: Waymark counts the issues',
  jql: 'Jira search (JQL)',
  jqlHint: 'Such as: project = TRUST AND labels = sev-1 AND statusCategory != Done',
  jqlMissing: 'Write a Jira search.',
  every: 'Count it',
  eachDay: 'Each day',
  eachCadence: 'Each check-in interval',
  tryOut: 'See what it finds now',
  trying: 'Asking Jira',
  finds:
    '{count, plural, =0 {It finds no issue that you can see} one {It finds 1 issue that you can see} other {It finds # issues that you can see}} now.',
  findsAttached:
    'It finds issues that are attached to this key result, or issues beneath them. It cannot be saved: closing them would move the number.',
  lawWhy:
    'A search may not find issues attached to this key result: work never moves a number. Waymark checks that when you save, when somebody attaches an issue, and at every count.',
  whyChanged: 'Why does the source change?',
  sourceSaved: 'Saved where the number comes from',
  searchNotice:
    'Waymark counts this number with a Jira search. A value you enter counts for its day, if none is counted later that day.',
  countedBy: 'counted by Waymark, set up by',
  superseded: 'does not count: another value of this day was recorded later',
});
