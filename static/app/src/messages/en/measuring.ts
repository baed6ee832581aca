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
  superseded: 'does not count: another value of this day was recorded later',
});
