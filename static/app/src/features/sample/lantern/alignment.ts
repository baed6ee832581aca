import type { SampleAlignment } from '../company';

/** What Lantern's teams serve this quarter, and what they need of each other. One objective says nothing of it yet. */
export const alignment: SampleAlignment = {
  serves: [
    { objective: 'first-day', parent: { keyResult: 'monthly-learners' } },
    { objective: 'keep-going', parent: { objective: 'reach' } },
    { objective: 'schools', parent: { objective: 'trust' } },
    {
      objective: 'fair-money',
      parent: {
        why: 'Nobody above asked for it. Money keeps the school open, and we want it to come fairly.',
      },
    },
  ],
  needs: [
    {
      keyResult: 'sign-up',
      team: 'payments',
      needs: 'The card is asked for after the first lesson, not while people sign up.',
      confirmed: 'It is in our plan.',
    },
    {
      keyResult: 'offline',
      team: 'growth',
      needs: 'A line about lessons without a connection in the first e-mail that new learners get.',
      confirmed: null,
    },
  ],
};
