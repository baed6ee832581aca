import type { SampleObjective } from '../company';

/** What the year is about. */
export const year: SampleObjective[] = [
  {
    slug: 'reach',
    team: 'lantern',
    title: '80,000 people learn something this year that they use',
    why: 'Signing up is not learning. This year we count the people who come back.',
    owner: null,
    keyResults: [
      {
        slug: 'monthly-learners',
        title: 'Learners who study at least once a month, from 61,000 to 80,000',
        owner: null,
        metric: { kind: 'increase', start: 61000, target: 80000 },
        behaviour: { kind: 'level', averageOverDays: 28 },
        unit: { kind: 'custom', text: 'learners' },
        commitment: 'aspirational',
        indicator: 'lagging',
        measuredEvery: 'monthly',
        definition:
          'Learners with at least one finished lesson in the last 28 days. Source: the learning log.',
        course: {
          kind: 'line',
          follows: 1,
          offset: 0.02,
          wobble: [60, -240, 310, -120, 180],
          before: [60800, 61200, 60900, 61100],
          digits: 0,
        },
        said: [
          {
            confidence: 6,
            evidence: 'Every team’s quarter adds to this, and the schools more than we thought.',
          },
          { confidence: 6 },
          { confidence: 7, evidence: 'A good month, mostly learners who had been away.' },
        ],
        initiatives: [
          {
            slug: 'honest-cancellation',
            hypothesis: {
              effect: 1500,
              lagDays: 90,
              why: 'Who left in peace comes back. Of those we made fight for it, one in fifty ever did.',
            },
          },
        ],
      },
    ],
  },
];

/** The quarter that is over, measured to its end. */
export const lastQuarter: SampleObjective[] = [
  {
    slug: 'last-safety',
    team: 'lantern',
    title: 'Nobody has to ask twice for help',
    why: 'Half of the reports we got were second reports about the same thing.',
    owner: 'Leila Haddad',
    keyResults: [
      {
        slug: 'last-reports-read',
        title: 'A report is read within 11 hours instead of 26',
        owner: 'Olu Adeyemi',
        metric: { kind: 'decrease', start: 26, target: 11 },
        behaviour: { kind: 'level', averageOverDays: 7 },
        unit: { kind: 'duration', of: 'hours' },
        commitment: 'committed',
        indicator: 'lagging',
        definition: 'Median time from a report to the first person reading it, average of seven days.',
        course: {
          kind: 'line',
          follows: 1.05,
          offset: 0,
          wobble: [0.1, -0.5, 0.7, -0.4, 0.9, -0.8, 0.3],
          before: [26.3, 25.4, 26.8],
          digits: 1,
        },
        said: [
          {
            confidence: 9,
            evidence: 'Reached. Nights are still the slowest, which is what we take on next.',
          },
          { confidence: 8 },
          { confidence: 7, evidence: 'Two people read reports now instead of one.' },
        ],
        initiatives: [],
      },
    ],
  },
  {
    slug: 'last-growth',
    team: 'growth',
    title: 'People who look around begin to learn',
    why: 'Of 100 people on the first page, 79 left without having tried anything.',
    owner: 'Priya Raman',
    keyResults: [
      {
        slug: 'last-begin',
        title: 'Visitors who begin to sign up, from 21 % to 30 %',
        owner: 'Kenji Mori',
        metric: { kind: 'increase', start: 21, target: 30 },
        behaviour: { kind: 'level', averageOverDays: 7 },
        unit: { kind: 'percent' },
        commitment: 'aspirational',
        indicator: 'leading',
        definition:
          'Visitors who open the first step of the sign-up, as a share of all who were not signed in.',
        course: {
          kind: 'line',
          follows: 1.13,
          offset: 0,
          wobble: [0.1, -0.2, 0.3, -0.1, 0.2, -0.3],
          before: [21.2, 20.8, 21.1],
          digits: 1,
        },
        said: [
          { confidence: 8, evidence: 'More than seven tenths of the way, which is what we hoped to dare.' },
          { confidence: 7, evidence: 'The page for maths alone brings a quarter of it.' },
          { confidence: 6 },
        ],
        initiatives: [],
      },
      {
        slug: 'last-first-lesson',
        title: 'New learners who finish a lesson on day one, from 29 % to 36 %',
        owner: 'Ana Lindqvist',
        metric: { kind: 'increase', start: 29, target: 36 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'committed',
        indicator: 'leading',
        definition: 'People who signed up in the last seven days and finished a lesson within 24 hours.',
        course: {
          kind: 'line',
          follows: 0.28,
          offset: 0,
          wobble: [0, -0.4, 0.3, 0.5, -0.2],
          before: [28.7, 29.3, 28.9],
          digits: 1,
        },
        said: [
          {
            confidence: 2,
            evidence: '31 %, and it ends there. We tried six small things and none of them was the reason.',
            blocker: 'We do not know why people stop.',
            decision: {
              text: 'Talk to ten people who stopped before the next quarter is written',
              owner: 'Priya Raman',
              inDays: 10,
            },
          },
          { confidence: 4, evidence: 'Flat again.', blocker: 'No idea that we believe in.' },
          { confidence: 4 },
          { confidence: 5 },
        ],
        initiatives: [],
      },
    ],
  },
  {
    slug: 'last-learning',
    team: 'learning',
    title: 'Every course is one that we would give our own children',
    why: 'A third of our courses had been read by nobody but the person who wrote them.',
    owner: 'Nour El-Sayed',
    keyResults: [
      {
        slug: 'last-reviewed',
        title: '120 courses reviewed by a second teacher',
        owner: 'Hana Kim',
        metric: { kind: 'increase', start: 0, target: 120 },
        behaviour: { kind: 'running-total' },
        unit: { kind: 'custom', text: 'courses' },
        commitment: 'committed',
        indicator: 'leading',
        definition:
          'Courses with a review on file by a teacher who did not write them, since the quarter began.',
        course: {
          kind: 'line',
          follows: 1.05,
          offset: 0,
          wobble: [0, -2, 1, -1, 2, -2, 0],
          before: [],
          digits: 0,
        },
        said: [
          {
            confidence: 10,
            evidence: 'All done, and a few more. Nine courses were taken down, which nobody missed.',
          },
          { confidence: 9 },
          { confidence: 7, evidence: 'Reviews are paid by the hour now, and people have time for them.' },
        ],
        initiatives: [],
      },
    ],
  },
  {
    slug: 'last-payments',
    team: 'payments',
    title: 'A failed card does not cost a learner',
    why: 'A third of the people who leave never meant to.',
    owner: 'Sofia Rossi',
    keyResults: [
      {
        slug: 'last-recovered',
        title: 'Failed payments that are recovered within ten days, from 30 % to 45 %',
        owner: 'Diego Fuentes',
        metric: { kind: 'increase', start: 30, target: 45 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Of card payments that failed ten to seventeen days ago, the share that has been paid since.',
        course: {
          kind: 'line',
          follows: 0.73,
          offset: 0,
          wobble: [0.1, -0.5, 0.6, -0.3, 0.4, -0.6],
          before: [30.4, 29.7, 30.1],
          digits: 1,
        },
        said: [
          {
            confidence: 4,
            evidence: '41 %. Reminders helped, and trying the card again on a better day will help more.',
          },
          { confidence: 5 },
          { confidence: 6, evidence: 'The reminder in the app brings back twice as many as the e-mail.' },
        ],
        initiatives: [],
      },
    ],
  },
];
