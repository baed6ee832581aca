import type { SampleKpi } from '../company';
import { lanternItself } from './teams';

/** One outside its range that an objective works on, one that leaves it and nobody works on, and one that is healthy. */
export const kpis: SampleKpi[] = [
  {
    slug: 'lesson-start',
    team: 'learning',
    name: 'Lessons that start within five seconds',
    description:
      'Of all lessons opened in the seven days before, the share whose first picture was there within five seconds, on phones and computers alike.',
    owner: 'Jonas Weber',
    unit: { kind: 'percent' },
    min: 95,
    max: null,
    values: [89.3, 88.9, 89.2, 88.6, 88.9, 88.3, 88.5, 88.1],
  },
  {
    slug: 'first-answer',
    team: lanternItself,
    name: 'Wait for the first answer to a question',
    description:
      'Median time from a learner’s question to the first answer by a person, over the seven days before. Questions that were closed unread do not count.',
    owner: 'Eva Novak',
    unit: { kind: 'duration', of: 'hours' },
    min: null,
    max: 8,
    values: [9.4, 8.7, 8.1, 7.6, 7.2, 6.6, 6.3, 6.1],
  },
  {
    slug: 'learners-leave',
    team: 'payments',
    name: 'Learners who leave within four weeks',
    description:
      'Paying learners whose plan ended in the last 28 days, as a share of those who had one 28 days ago. Who changed plans did not leave.',
    owner: 'Sofia Rossi',
    unit: { kind: 'percent' },
    min: null,
    max: 4,
    values: [3.2, 3.4, 3.1, 3.3, 3.5, 3.2, 3.3, 3.4],
  },
];
