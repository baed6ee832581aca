import type { SampleObjective } from '../company';

/** Work all done and the number flat; an aspirational one on its way; a number that moves with no work attached. */
export const growth: SampleObjective[] = [
  {
    slug: 'first-day',
    team: 'growth',
    title: 'New learners find out on their first day that they can do this',
    why: 'Seven of ten people who sign up never finish a lesson. Those who finish one on the first day are four times as likely to be here a month later.',
    owner: 'Priya Raman',
    keyResults: [
      {
        slug: 'first-lesson',
        title: 'New learners who finish a lesson on day one, from 31 % to 45 %',
        owner: 'Ana Lindqvist',
        metric: { kind: 'increase', start: 31, target: 45 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'committed',
        indicator: 'leading',
        definition:
          'People who signed up in the seven days before and finished a whole lesson within 24 hours, as a share of all who signed up. School accounts do not count. Source: the sign-up cohort in the data warehouse.',
        course: {
          kind: 'line',
          follows: 0.02,
          offset: 0,
          wobble: [0.1, 0.4, -0.3, 0.5, -0.2, 0.2, -0.4, 0.3, 0],
          before: [30.8, 31.3, 30.9, 31.6, 30.4, 31.1, 30.7, 31.4, 30.6, 31.2, 30.9],
          digits: 1,
        },
        said: [
          {
            confidence: 3,
            evidence:
              'Everybody has had the guided lesson for weeks, and day-one completion has not moved. People do start it: 64 % reach the second screen, then leave.',
            blocker:
              'We built what we believed was missing. Six of eight people we called said they had no time that day, not that they were lost.',
            decision: {
              text: 'Try a five-minute first lesson with one in ten new learners before building anything else',
              owner: 'Ana Lindqvist',
              inDays: 12,
            },
          },
          {
            confidence: 4,
            evidence:
              'Still within the usual ups and downs. We checked the tracking twice: the number is right.',
          },
          {
            confidence: 6,
            evidence: 'Everybody has had the guide for six weeks. The number should show it by now.',
          },
          {
            confidence: 7,
            evidence: 'The reactions are kind. Let us give it another week or two.',
          },
        ],
        initiatives: [
          {
            slug: 'guided-first-lesson',
            hypothesis: {
              effect: 8,
              lagDays: 14,
              why: 'In interviews people said that they did not know where to begin. A guide through the first lesson takes that decision away.',
            },
            live: {
              daysBefore: 58,
              why: 'One in ten new learners had it before. On this day it was switched on for everybody.',
            },
          },
        ],
      },
      {
        slug: 'sign-up',
        title: 'People who complete the sign-up they began, from 48 % to 66 %',
        owner: 'Kenji Mori',
        metric: { kind: 'increase', start: 48, target: 66 },
        behaviour: { kind: 'level', averageOverDays: 7 },
        unit: { kind: 'percent' },
        commitment: 'aspirational',
        indicator: 'leading',
        definition:
          'Completed sign-ups as a share of those who opened the first step, on the web and in the app, average of seven days. Sign-ups through a school do not count.',
        course: {
          kind: 'step',
          follows: 1,
          offset: 0.02,
          shows: [1, 1, 1, 1, 0.7, 0.3],
          wobble: [0.05, -0.3, 0.4, -0.2, 0.3, -0.2, 0.2, -0.3, 0.1],
          before: [48.2, 47.7, 48.4, 47.9, 48.1, 47.8, 48.3, 48, 47.6, 48.2, 47.9],
          digits: 1,
        },
        said: [
          {
            confidence: 6,
            evidence:
              'The two-step form is out for all. Most of the gain comes from phones, where the old form was worst.',
          },
          {
            confidence: 6,
            evidence: 'A fourth good week, on phones above all.',
          },
          {
            confidence: 5,
            evidence:
              'Landing pages and the shorter form came within a week of each other, so we cannot say which of them it is.',
            decision: {
              text: 'No more landing pages for now, and one change at a time; Kenji moves to the form',
              owner: 'Kenji Mori',
              inDays: 7,
            },
          },
          { confidence: 5 },
        ],
        initiatives: [
          {
            slug: 'shorter-sign-up',
            hypothesis: {
              effect: 9,
              lagDays: 7,
              why: 'Four of ten leave at the third step, where we ask for things that we do not need on that day.',
            },
            live: {
              daysBefore: 35,
              why: 'On phones from this day, where most sign-ups are; on the web soon after.',
            },
          },
          {
            slug: 'landing-pages',
            hypothesis: {
              effect: 3,
              lagDays: 7,
              why: 'Who arrives on a page about their subject knows what they sign up for.',
            },
            live: { daysBefore: 42, why: 'The day the search engines had all ten pages.' },
          },
          {
            slug: 'placement-quiz',
            hypothesis: {
              effect: 4,
              lagDays: 14,
              why: 'Answering five questions is a small promise; people like to see what comes of it.',
            },
            live: {
              daysBefore: 6,
              why: 'The interviews before were not for learners. Now one in twenty gets the questions.',
            },
          },
        ],
      },
    ],
  },
  {
    slug: 'schools',
    team: 'growth',
    title: 'Schools come to us before we call them',
    why: 'A school that asks by itself takes five weeks to decide. One that we call takes five months.',
    owner: 'Priya Raman',
    keyResults: [
      {
        slug: 'school-trials',
        title: '60 schools ask for a trial without being called',
        owner: 'Tom Okafor',
        metric: { kind: 'increase', start: 0, target: 60 },
        behaviour: { kind: 'running-total' },
        unit: { kind: 'custom', text: 'schools' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Trial requests from a school’s own address, counted once a school since the first day of the quarter. Requests after a call or a fair do not count.',
        course: {
          kind: 'line',
          follows: 1.4,
          offset: 0.08,
          wobble: [0, 1, -1, 0, 1, 0, -1, 0],
          before: [],
          digits: 0,
        },
        said: [
          {
            confidence: 8,
            evidence:
              'Another strong week, and nobody here did anything for it. Five of the schools named the newsletter of a teachers’ association.',
            decision: {
              text: 'Ask the last twenty schools where they heard of us before we call this a success of ours',
              owner: 'Tom Okafor',
              inDays: 9,
            },
          },
          { confidence: 8, evidence: 'Far more than we planned. We do not know why yet.' },
          { confidence: 7 },
          {
            confidence: 6,
            evidence:
              'Schools asked last quarter without being called. Nobody works on it now: we count to learn why.',
          },
        ],
        initiatives: [],
      },
    ],
  },
];
