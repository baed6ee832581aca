import { messages } from '../messages';

export const chart = messages('chart', {
  title: 'Measurements of {key} against pace',
  date: 'Date',
  value: 'Value',
  onPace: 'On pace would be',
  note: 'Note',
  history: 'Before the key result started',
  followUp: 'After its due date',
  unfinished: 'Period not ended: counts nowhere yet',
  initiative: 'Initiative',
  attached: 'Attached',
  started: 'Started',
  live: 'People got it',
  done: 'Done',
  initiatives: 'When the work happened',
  measured: 'Measured',
  pace: 'On pace',
  target: 'Target {value}',
  full: 'To the full target',
  band: 'Wanted range',
  outside: 'History or follow-up',
  today: 'Today',
  empty:
    'No measurements yet. The line shows where the number should be; the first check-in puts a point on it.',
  more: '{count, plural, one {1 more initiative} other {# more initiatives}} in the list below',
});
