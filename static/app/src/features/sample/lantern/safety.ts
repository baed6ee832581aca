import type { SampleObjective } from '../company';

/** The organisation's own: one on pace, a band to stay within, and a restricted objective that only some may read. */
export const safety: SampleObjective[] = [
  {
    slug: 'trust',
    team: 'lantern',
    title: 'Parents and schools trust us with their learners',
    why: 'We are one bad afternoon away from losing a school. Trust is what people tell each other about us when we are not in the room.',
    owner: 'Leila Haddad',
    keyResults: [
      {
        slug: 'reports-read',
        title: 'A report is read within 4 hours instead of 11',
        owner: 'Olu Adeyemi',
        metric: { kind: 'decrease', start: 11, target: 4 },
        behaviour: { kind: 'level', averageOverDays: 7 },
        unit: { kind: 'duration', of: 'hours' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Median time from a report to the first person reading it, average of seven days, nights and weekends included. Reports that a filter closed do not count.',
        course: {
          kind: 'step',
          follows: 1,
          offset: 0.02,
          shows: [1, 0.95, 1, 0.9, 0.4],
          wobble: [-0.02, 0.15, -0.2, 0.1, -0.1, 0.25, -0.15, 0.2, -0.25],
          before: [11.1, 10.8, 11.3, 10.9, 11.2, 10.7, 11.15, 10.85, 11.25, 10.95, 11.05],
          digits: 2,
        },
        said: [
          {
            confidence: 8,
            evidence:
              'Weekends were the problem, and the shared rota solves most of it. Nights are next. The new house rules went out last week: too early to say.',
          },
          {
            confidence: 7,
            evidence: 'The new queue shows the oldest report first. That alone took off an hour.',
          },
          {
            confidence: 7,
            evidence: 'Three good weeks. Fewer reports are about spam; those that stay are harder.',
            decision: {
              text: 'Ask Learning to lend one person for Sunday evenings until the end of the quarter',
              owner: 'Leila Haddad',
              inDays: 6,
            },
          },
          { confidence: 6 },
        ],
        initiatives: [
          {
            slug: 'faster-reports',
            hypothesis: {
              effect: -4,
              lagDays: 7,
              why: 'Reports wait because nobody sees them, not because they take long to read.',
            },
            live: { daysBefore: 35, why: 'The first weekend that three time zones shared.' },
          },
          {
            slug: 'clear-rules',
            hypothesis: 'skipped',
            live: { daysBefore: 6, why: 'Everybody was sent the new page on this day.' },
          },
        ],
      },
      {
        slug: 'parents-rating',
        title: 'Parents rate our care for their child at 4.5 or better',
        owner: 'Eva Novak',
        metric: { kind: 'maintain', min: 4.5, max: null },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'plain' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Mean of the one question we ask parents each week, “Do we take good care of your child?”, 1 to 5, at least 150 answers.',
        course: {
          kind: 'values',
          values: [4.62, 4.58, 4.64, 4.57, 4.6, 4.55, 4.57, 4.62, 4.58],
          weeksBefore: 9,
        },
        said: [
          { confidence: 8, evidence: '212 answers. Two parents praised that the teacher’s check is shown.' },
          { confidence: 8 },
          { confidence: 8, evidence: '187 answers, nothing that worries us.' },
          { confidence: 7 },
        ],
        initiatives: [
          { slug: 'verified-teachers', hypothesis: 'left-to-owner' },
          {
            slug: 'safer-messages',
            hypothesis: {
              effect: 0.1,
              lagDays: 14,
              why: 'What parents worry about most is who may write to their child.',
            },
            live: { daysBefore: 37, why: 'From this day messages go only between people of one course.' },
            judged: {
              verdict: 'moved',
              decision: 'keep',
              reason:
                'One question on a scale of five is too coarse for this. Of 40 parents we called, 31 named the messages first.',
            },
          },
        ],
      },
    ],
  },
  {
    slug: 'accounts',
    team: 'lantern',
    title: 'Nobody gets into an account that is not theirs',
    why: 'Only the people who work on this can read it: it says where we are weak.',
    owner: 'Leila Haddad',
    restricted: true,
    keyResults: [
      {
        slug: 'takeovers',
        title: 'Accounts taken over in four weeks, from 60 to 24',
        owner: 'Olu Adeyemi',
        metric: { kind: 'decrease', start: 60, target: 24 },
        behaviour: { kind: 'level', averageOverDays: 28 },
        unit: { kind: 'custom', text: 'accounts' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Accounts of the last 28 days that their owners reported as taken over, after we looked at each. Shared passwords within a family do not count.',
        course: {
          kind: 'line',
          follows: 1,
          offset: -0.075,
          wobble: [0, 2, -1, 1, -2, 2, 0],
          before: [61, 58, 62, 59],
          digits: 0,
        },
        said: [
          {
            confidence: 4,
            evidence: 'Fewer teachers, the same number of learners. Codes by text message still get stolen.',
            blocker: 'The sign-in library needs an upgrade before passkeys, and nobody has picked it up.',
          },
          { confidence: 5, evidence: 'Teachers with a second factor: 81 %. None of them lost an account.' },
          { confidence: 6 },
        ],
        initiatives: [
          {
            slug: 'account-takeover',
            hypothesis: {
              effect: -25,
              lagDays: 28,
              why: 'Nine of ten stolen accounts had a password that was known from somewhere else.',
            },
          },
          { slug: 'age-check', hypothesis: 'skipped' },
        ],
      },
    ],
  },
];
