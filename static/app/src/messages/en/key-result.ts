import { messages } from '../messages';

export const keyResultWords = messages('keyResult', {
  owner: 'Owner',
  checkIn: 'Check in',
  definition: 'What counts',
  chart: 'Measurements',
  forecast: 'Forecast: {range}.',
  initiatives: 'Work that should move it',
  initiativesNote: 'Finishing it moves nothing above. Whether it does, the measurements say.',
  attachSeveral: 'Attach issues',
  noInitiatives: 'Nothing is attached yet',
  noInitiativesWhy:
    'Attach the Jira issues that should move this key result, here or from the issue itself, and say what each should change.',
  attachedBy: 'Attached on {day} at {value}',
  attachedByPlain: 'Attached on {day}, before anything was measured',
  checkIns: 'Check-ins',
  noCheckIns: 'Nobody has checked in yet',
  noCheckInsWhy: 'A check-in says where the number stands, how sure you are, and what you will do about it.',
  measured: '{value} on {day}',
  confidence: 'confidence {value} of 10',
  noNumber: 'No new number',
  reached:
    '{count, plural, =0 {No milestone reached} one {1 milestone reached} other {# milestones reached}}',
  blocker: 'Blocker: {text}',
  decision: 'Decision: {text}',
  by: 'by {day}',
  ask: 'Asks for help: {text}',
  source:
    'from {source, select, import {an import} sample {sample data} jql {a Jira search} kpi {a KPI} api {the API} keyresult {another key result} other {a person}}',
  followUp: 'after the due date',
  earlier: 'before the start',
  history: 'History',
  noHistory: 'Nothing was changed yet.',
  became:
    '{outcome, select, done {done} dropped {dropped} carried {carried on} answered {answered} cannot {not possible} other {open again}} on {day}',
  more: 'Show all {count}',
  gone: 'This key result is not there any more, or not open to you.',
});
