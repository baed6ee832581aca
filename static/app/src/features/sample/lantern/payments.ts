import type { SampleObjective } from '../company';

/** One ahead, money on pace, and one far behind whose confidence falls until somebody decides. */
export const payments: SampleObjective[] = [
  {
    slug: 'fair-money',
    team: 'payments',
    title: 'Paying for Lantern is easy, and so is leaving',
    why: 'A third of the people who leave never meant to: their card failed. Another third stays angry because leaving was hard.',
    owner: 'Sofia Rossi',
    keyResults: [
      {
        slug: 'recovered',
        title: 'Failed payments that are recovered within ten days, from 41 % to 60 %',
        owner: 'Diego Fuentes',
        metric: { kind: 'increase', start: 41, target: 60 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Of card payments that failed ten to seventeen days ago, the share that has been paid since, by any means. Cards reported stolen do not count.',
        course: {
          kind: 'step',
          follows: 1.3,
          offset: 0.06,
          shows: [1, 0.97, 1, 0.95, 0.2],
          wobble: [0.2, -0.6, 0.5, -0.3, 0.4, -0.5, 0.3, 0.1, -0.4],
          before: [41.3, 40.6, 41.5, 40.9, 40.4, 41.2, 41.4, 40.7, 41.1, 40.5, 41.3],
          digits: 1,
        },
        said: [
          {
            confidence: 9,
            evidence:
              'Trying again on the day people get paid does most of it. Bank transfers, new since last week, add a little in two countries.',
          },
          { confidence: 8, evidence: 'A third strong week in a row, and refunds did not go up.' },
          {
            confidence: 8,
            evidence: 'For nearly four weeks now retries follow the bank’s own advice on when to ask again.',
            decision: {
              text: 'Leave the wording of the reminder alone; two changes at once would tell us nothing',
              owner: 'Diego Fuentes',
              inDays: 14,
            },
          },
          { confidence: 7 },
        ],
        initiatives: [
          {
            slug: 'retry-failed-cards',
            hypothesis: {
              effect: 12,
              lagDays: 14,
              why: 'Most failures are an empty account three days before payday.',
            },
            live: {
              daysBefore: 41,
              why: 'The last of the banks was switched over. Before, only cards of two banks were asked again.',
            },
            judged: {
              verdict: null,
              decision: 'build-on',
              reason:
                'Refunds stayed level, and the banks without the new schedule did not move. Next: the reminder before a card runs out.',
            },
          },
          {
            slug: 'local-payment-methods',
            hypothesis: {
              effect: 4,
              lagDays: 21,
              why: 'Who has no card cannot have one that works.',
            },
            live: {
              daysBefore: 6,
              why: 'Ready for a while; people could choose it from this day, in two countries.',
            },
          },
        ],
      },
      {
        slug: 'yearly-plans',
        title: 'Yearly plans worth €240,000 sold this quarter',
        owner: 'Sofia Rossi',
        metric: { kind: 'increase', start: 0, target: 240000 },
        behaviour: { kind: 'running-total' },
        unit: { kind: 'currency', code: 'EUR' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Sum of yearly plans and school licences paid since the first day of the quarter, without tax, less what was paid back. Source: the billing ledger.',
        course: {
          kind: 'line',
          follows: 1,
          offset: 0.02,
          wobble: [600, -2900, 1800, -1500, 2400, -2100, 900],
          before: [187400, 172900, 160300, 145200, 131800, 116500, 103700, 88900, 75800, 60100, 47300],
          digits: 0,
        },
        said: [
          {
            confidence: 7,
            evidence:
              'On the line, and two schools have signed for next month. The yearly plan sells best in the week after a course ends.',
          },
          { confidence: 7, evidence: 'The first school paid for 400 seats.' },
          { confidence: 7 },
          {
            confidence: 6,
            evidence:
              'A strange week: nobody could buy anything for a day and a half, and then many did at once.',
          },
        ],
        events: [
          {
            slug: 'price-page-down',
            kind: 'outage',
            title: 'The price page could not be opened for a day and a half',
            from: 24,
            to: 23,
          },
        ],
        initiatives: [
          {
            slug: 'annual-plan',
            hypothesis: {
              effect: 60000,
              lagDays: 14,
              why: 'People told us that they would pay for a year if they could pause it.',
            },
            live: { daysBefore: 42, why: 'On sale in all fourteen currencies from this day.' },
          },
          {
            slug: 'school-licences',
            hypothesis: {
              effect: 45000,
              lagDays: 45,
              why: 'A school buys once a year, and for everybody.',
            },
          },
        ],
      },
      {
        slug: 'billing-questions',
        title: 'Questions to support about a bill, from 230 a week to 90',
        owner: 'Ben Carter',
        metric: { kind: 'decrease', start: 230, target: 90 },
        behaviour: { kind: 'per-period', period: 'week' },
        unit: { kind: 'custom', text: 'questions' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Conversations with support that were tagged “billing”, from Monday to Sunday. One conversation counts once, however long it is.',
        course: {
          kind: 'line',
          follows: 0.1,
          offset: 0,
          wobble: [4, -6, 7, -5, 8, -7, 3],
          before: [228, 236, 224, 233, 226, 231, 237, 223, 229, 234, 227],
          digits: 0,
        },
        said: [
          {
            confidence: 2,
            evidence:
              'We read 100 of the questions. 58 are about tax on school invoices, which nothing we are building will change.',
            blocker: 'The tax lines come from a supplier, and their next release is in ten weeks.',
            decision: {
              text: 'Stop the redesign of the invoice, and write the tax line ourselves for the three largest countries',
              owner: 'Sofia Rossi',
              inDays: 8,
            },
          },
          {
            confidence: 5,
            evidence: 'No change yet. The new invoice is out in one country and people still write.',
          },
          {
            confidence: 6,
            evidence: 'Bookkeepers thank us for the new invoice. There are as many questions as before.',
          },
          { confidence: 7 },
        ],
        initiatives: [
          {
            slug: 'clear-invoices',
            hypothesis: {
              effect: -80,
              lagDays: 7,
              why: 'Bookkeepers write because they cannot match our invoice to a payment.',
            },
            live: {
              daysBefore: 28,
              why: 'The first country, where half of the schools are, got it on this day.',
            },
            judged: {
              verdict: null,
              decision: 'stop',
              reason:
                'Bookkeepers like it, and they write all the same: 58 of 100 ask about the tax line. We write that ourselves instead.',
            },
          },
        ],
      },
    ],
  },
];
