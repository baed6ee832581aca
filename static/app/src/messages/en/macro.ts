import { messages } from '../messages';

/** The macro on a page. */
export const macro = messages('macro', {
  label: 'OKRs from Waymark',
  unchosen: 'Nothing is chosen to show here yet',
  unchosenWhy:
    'This panel shows how an objective, key result, team or cycle stands: the outcome first, the work apart from it. Whoever edits this page chooses it in the panel’s settings.',
  gone: 'What was chosen here is not there any more, or not open to you.',
  goneEditing: 'Choose something else in the panel’s settings.',
  empty: 'There are no objectives here that are open to you.',
  emptyEditing: 'They appear here as soon as they are written in Waymark, or choose something else.',
  changedSince: 'Changed since {day}',
  nothingChanged: 'Nothing changed since {day}.',
  moreChanges: '{count, plural, one {1 more} other {# more}}',
  place: '{team} · {cycle}',
  restricted: 'Restricted: only its team and people named on it see this.',
  note: 'Note',
  blockedBy: 'Blocked by: {text}',
  decision: 'Decision',
  by: 'by {day}',
  checkIn: 'Check in',
  checkInOf: 'Check in on {key}',
  work: 'Work: {count, plural, =0 {nothing attached} one {1 initiative} other {# initiatives}}',
  workNote: 'What Jira says was done. It moves no number above.',
  keyResults: 'Key results, those in need first',
  confidence: 'Confidence {value} of 10, said on {day}',
  noConfidence: 'No confidence said yet',
  fresh: 'Fresh',
  due: 'Due',
  stale: 'Stale',
});

/** Where outcome and work do not fit together, with the numbers, and one thing to do. */
export const mismatchWords = messages('mismatch', {
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
  notJudgedDo: 'Say what it did in a check-in',
  goalChanged: 'Start, target, metric or due date changed on {day}, after the cycle began.',
  goalChangedDo: 'Read why',
});

/** The macro's settings. */
export const macroConfig = messages('macroConfig', {
  title: 'Choose what to show',
  search: 'Search objectives, key results, teams and cycles',
  searchHint: 'Words of a title, a key such as KR-3, or a name. Arrow keys choose, Enter picks.',
  results: 'What can be shown',
  objective: 'Objective',
  'key-result': 'Key result',
  team: 'Team',
  cycle: 'Cycle',
  objectives: 'Objectives',
  'key-results': 'Key results',
  teams: 'Teams',
  cycles: 'Cycles',
  noneFound: 'Nothing matches “{text}”. Try fewer words, or a key such as KR-3.',
  noneYet: 'There are no OKRs yet. Write them in Waymark in Jira first, then show them here.',
  found: '{count, plural, one {1 match} other {# matches}}',
  likely: 'The likeliest first: what runs now.',
  another: 'Choose another',
  whichCycle: 'Cycle',
  running: 'Whichever is running',
  runningHint: 'The page moves on to the next cycle by itself.',
  layout: 'Layout',
  full: 'Full: outcome, note, decision and work of each key result',
  compact: 'Compact: one line a key result',
  preview: 'Preview',
  previewEmpty: 'What you choose appears here, as readers of the page will see it.',
  save: 'Save',
  saveFailed: 'Confluence did not keep this. Try again; if the panel was deleted meanwhile, insert it anew.',
});
