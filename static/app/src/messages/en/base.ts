import { messages } from '../messages';

/** Texts that every surface shares. */
export const base = messages('base', {
  waiting: 'Loading Waymark',
  failed: 'Waymark could not show this.',
  failedWhy: 'Nothing was lost. Try again; if it keeps happening, tell your Jira administrator.',
  callFailed: 'Waymark did not answer. Check your connection and try again.',
  jiraFailed: 'Jira did not answer, so titles, statuses or names are missing.',
  retry: 'Try again',
  settingUp: 'Waymark is being set up',
  settingUpWhy: 'This takes a minute or two after installing. The page continues by itself.',
  undo: 'Undo',
  undone: 'Undone.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  nobody: 'No owner',
  unknownPerson: 'Former user',
  personMissing: 'Name missing',
  issueMissing: 'Title missing',
  choosePerson: 'Choose a person',
  noPerson: 'Nobody of this name. Type more of the name.',
  findingPeople: 'Looking for people',
  hiddenIssues: '{count, plural, one {1 issue you cannot see} other {# issues you cannot see}}',
  outcome: 'Outcome',
  work: 'Work',
});
