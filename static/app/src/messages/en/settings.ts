import { messages } from '../messages';

/** The admin page: what a site sets for all its OKRs. */
export const settingsWords = messages('settings', {
  title: 'Waymark settings',
  lead: 'These apply to every team of this site, to what was measured before too. Each change is kept in history.',
  readOnly: 'You can read these settings and not change them',
  readOnlyWhy:
    'Changing them needs the permission “Administer OKRs”. A Jira administrator grants it under Global permissions.',
  pace: 'Pace',
  paceWhy:
    'How far a key result may be from where it should be today, in points of the way. Expected is a straight line from its start to its due date.',
  ahead: '“Ahead” begins at, in points',
  onPace: '“On pace” begins at, in points',
  behind: '“Behind” begins at, in points',
  belowHint: 'Below expected is written with a minus sign, such as {example}.',
  paceExample:
    'Where 50 % of the way is expected, {ahead} % and more is ahead, {onPace} % and more is on pace, {behind} % and more is behind, and anything less is far behind.',
  aspirational: 'Aspirational key results are expected at, % of the elapsed time',
  aspirationalExample:
    'With half of the time gone, an aspirational key result is on pace at {expected} % of the way; a committed one at 50 %.',
  freshness: 'Holidays',
  freshnessWhy:
    'Days on which nobody is expected to check in. A value or a confidence does not grow stale over them.',
  holiday: 'Holiday',
  addHoliday: 'Add holiday',
  noHolidays: 'No holidays yet. Weekends need not be listed.',
  removeHoliday: 'Remove {day}',
  holidayMissing: 'Choose a day first.',
  holidayTwice: 'This day is in the list already.',
  work: 'Work',
  notDelivered: 'Resolutions of work that was not delivered',
  notDeliveredHint:
    'Issues resolved so are left out of the count, and their number is shown: “7 of 12 done, 1 left out”. Choose one, or type another and press Enter.',
  addResolution: 'Add “{name}”',
  noResolution: 'Type the name of a resolution.',
  countBy: 'An initiative’s work is counted by',
  countByHint:
    'Where no child issue has story points or an estimate, issues are counted instead, and the count says so.',
  byCount: 'Issues: 7 of 12 stories done',
  byPoints: 'Story points: 21 of 40 points done',
  byTime: 'Time estimates: 6 of 11 days done',
  keys: 'Short keys',
  keysWhy:
    'How people say an objective or a key result, such as {objective}-14 and {keyResult}-57. Choose letters that no Jira project has as its key. Existing ones are shown with the new letters.',
  objectivePrefix: 'Objectives',
  keyResultPrefix: 'Key results',
  prefixWrong: 'Use one to six capital letters.',
  reminders: 'Reminders',
  remindersWhy:
    'People can be reminded by e-mail of what waits for them in Mine: each chooses a day, or none, and is told of each thing once. Jira sends the mail from an issue, so everybody who should get it must be able to see that issue. A task made for this does well.',
  mailFrom: 'Reminders are mailed from this issue',
  mailFromHint: 'Without one, no mail is sent.',
  number: 'Write a number, such as {example}.',
  why: 'Why is this changed? (optional)',
  save: 'Save settings',
  saved: 'Settings saved',
  undone: 'The settings are as before',
  undoFailed: 'The settings could not be put back: {reason}',
  reset: 'Discard changes',
  database: 'Database',
  databaseReady: 'Ready: {applied} of {known} steps applied.',
  databasePreparing:
    '{applied} of {known} steps applied. Waymark continues by itself every hour; opening this page with “Administer OKRs” continues at once. Settings can be saved when it is ready.',
  again: 'Look again',
});
