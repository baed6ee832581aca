import type { SampleMeetings } from '../company';

/** The check-ins that Growth has had this quarter. */
export const meetings: SampleMeetings = {
  team: 'growth',
  held: [
    { daysBefore: 14, note: '' },
    { daysBefore: 7, note: 'Next week Priya is away; Ana leads the check-in.' },
  ],
  praise: {
    keyResult: 'first-lesson',
    person: 'Ana Lindqvist',
    words: 'Ten learners called in two days. Now we know why they stop, and it is not what we thought.',
  },
  done: {
    keyResult: 'sign-up',
    decision: 'No more landing pages for now, and one change at a time; Kenji moves to the form',
    note: 'Kenji has been on the form since Monday.',
  },
};
