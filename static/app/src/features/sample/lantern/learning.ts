import type { SampleObjective } from '../company';

/** One behind, milestones, one that went silent, and one that cannot be measured yet. */
export const learning: SampleObjective[] = [
  {
    slug: 'keep-going',
    team: 'learning',
    title: 'Learners keep going until they can use what they learned',
    why: 'A course that is half finished is worse than none: people conclude that it was them.',
    owner: 'Nour El-Sayed',
    keyResults: [
      {
        slug: 'every-week',
        title: 'Learners who study in each of four weeks, from 9,200 to 12,000',
        owner: 'Hana Kim',
        metric: { kind: 'increase', start: 9200, target: 12000 },
        behaviour: { kind: 'level', averageOverDays: 28 },
        unit: { kind: 'custom', text: 'learners' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Learners with at least one lesson or exercise in each of the last four weeks, average of 28 days. Source: the learning log; teachers and test accounts are left out.',
        course: {
          kind: 'line',
          follows: 1,
          offset: -0.075,
          wobble: [8, -45, 30, -60, 40, -20, 25, -35],
          before: [9215, 9180, 9230, 9195, 9170, 9205, 9220, 9165, 9190, 9240, 9175, 9210, 9185],
          digits: 0,
        },
        said: [
          {
            confidence: 5,
            evidence:
              'Growing every week, but a little less than we need. Learners who got an answer from a teacher stay; weekly goals are set once and forgotten.',
          },
          {
            confidence: 6,
            evidence: 'One in three learners set a goal. Only one in nine looked at it again.',
            decision: {
              text: 'Show last week’s goal on the first page on Mondays, and nothing else new this month',
              owner: 'Hana Kim',
              inDays: 10,
            },
          },
          { confidence: 6 },
          { confidence: 7, evidence: 'Mondays are full. By Thursday half of them are gone.' },
        ],
        initiatives: [
          {
            slug: 'weekly-goals',
            hypothesis: {
              effect: 900,
              lagDays: 28,
              why: 'People keep promises they made themselves more often than those that we make for them.',
            },
          },
          {
            slug: 'teacher-feedback',
            hypothesis: {
              effect: 700,
              lagDays: 28,
              why: 'Of learners who waited more than four days for an answer, half did not come back.',
            },
          },
          { slug: 'study-groups', hypothesis: 'left-to-owner' },
          { slug: 'welcome-emails', hypothesis: 'left-to-owner' },
          {
            slug: 'invite-a-friend',
            hypothesis: { effect: 400, lagDays: 35, why: 'Two who learn together miss fewer weeks.' },
          },
        ],
      },
      {
        slug: 'remember',
        title: 'Learners still know a month later what they learned',
        owner: 'Nour El-Sayed',
        metric: { kind: 'not-measurable-yet', target: 70, findAt: 1 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'aspirational',
        indicator: 'lagging',
        definition:
          'Answers right in a short quiz 30 days after the last lesson. The quiz is being tried with two courses; until it is fair there is no number worth keeping.',
        course: { kind: 'none' },
        said: [
          {
            confidence: 6,
            evidence:
              'The quiz for the algebra course is ready. Two teachers say it asks for words and not for understanding: the next version has problems to solve.',
          },
          { confidence: 6 },
          {
            confidence: 7,
            evidence: 'We agreed on what we want to know, which took longer than writing the questions.',
          },
        ],
        initiatives: [
          {
            slug: 'practice-after-lesson',
            hypothesis: {
              effect: 8,
              lagDays: 30,
              why: 'Recalling something once, soon after, is the best known way to keep it.',
            },
          },
        ],
      },
    ],
  },
  {
    slug: 'every-learner',
    team: 'learning',
    title: 'Every lesson reaches every learner',
    why: 'One in twelve learners cannot hear our videos, and one in five studies where the connection is poor.',
    owner: 'Hana Kim',
    keyResults: [
      {
        slug: 'without-sound',
        title: 'The 200 most taken courses can be followed without sound',
        owner: 'Jonas Weber',
        metric: {
          kind: 'milestones',
          milestones: [
            {
              title: 'Deaf learners say what good captions are',
              weight: 1,
              dueAt: 0.2,
              evidence: 'Notes of six sessions, and a list of ten rules that came out of them.',
              reachedAt: 0.12,
            },
            {
              title: 'The first 50 courses, checked by a learner who needs it',
              weight: 2,
              dueAt: 0.75,
              evidence: 'A checked list, signed by the learner who followed each course.',
              reachedAt: 0.67,
            },
            {
              title: 'All 200 courses',
              weight: 3,
              dueAt: 0.95,
              evidence: 'The same list, complete.',
              reachedAt: 0.87,
            },
            {
              title: 'New courses cannot be published without captions',
              weight: 1,
              dueAt: 1,
              evidence: 'The course editor refuses one, shown in a recording.',
              reachedAt: 0.92,
            },
          ],
        },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'plain' },
        commitment: 'committed',
        indicator: null,
        definition:
          'A course counts when a learner who depends on captions has followed it to the end and found nothing missing. Captions that a machine wrote and nobody read do not count.',
        course: { kind: 'milestones' },
        said: [
          {
            confidence: 7,
            evidence:
              'Captions take twenty minutes a video now, down from fifty. Checking is what takes time.',
          },
          { confidence: 7, evidence: 'Two more learners agreed to check courses, paid by the hour.' },
          { confidence: 6, evidence: 'The ten rules are written down and hang in everybody’s editor.' },
          { confidence: 6 },
        ],
        initiatives: [
          { slug: 'captions', hypothesis: 'skipped' },
          { slug: 'course-editor', hypothesis: 'left-to-owner' },
        ],
      },
      {
        slug: 'offline',
        title: 'Lessons watched without a connection, from 2,100 to 6,000 hours a week',
        owner: 'Nour El-Sayed',
        metric: { kind: 'increase', start: 2100, target: 6000 },
        behaviour: { kind: 'level', averageOverDays: 7 },
        unit: { kind: 'duration', of: 'hours' },
        commitment: 'committed',
        indicator: 'lagging',
        definition:
          'Hours of lessons played from a download, over the last seven days. The app reports them when it is online again.',
        course: {
          kind: 'line',
          follows: 0.5,
          offset: 0,
          wobble: [30, -70, 45, -20],
          before: [2120, 2060, 2150, 2090, 2110, 2070, 2140, 2080, 2130],
          digits: 0,
        },
        silentFor: 22,
        said: [
          {
            confidence: 5,
            evidence: 'Downloads work on new phones. Old ones run out of room after two lessons.',
            blocker: 'Nobody has time for the storage problem while captions go first.',
          },
          { confidence: 6 },
        ],
        initiatives: [
          {
            slug: 'offline-lessons',
            hypothesis: {
              effect: 3000,
              lagDays: 21,
              why: 'A fifth of our learners ride a bus without a signal twice a day.',
            },
          },
        ],
      },
      {
        slug: 'lessons-start',
        title: 'Lessons that start within five seconds, from 88.4 % to 95 %',
        owner: 'Jonas Weber',
        metric: { kind: 'increase', start: 88.4, target: 95 },
        behaviour: { kind: 'level', averageOverDays: null },
        unit: { kind: 'percent' },
        commitment: 'committed',
        indicator: 'leading',
        definition:
          'The KPI of the same name: of all lessons opened in the seven days before, the share whose first picture was there within five seconds.',
        course: { kind: 'none' },
        fromKpi: 'lesson-start',
        said: [
          {
            confidence: 5,
            evidence:
              'Smaller pictures helped a little. The long waits are on old phones, where the video itself is too large.',
          },
          { confidence: 6 },
          { confidence: 6, evidence: 'We watch this number all the time; now it is worth an objective.' },
        ],
        initiatives: [],
      },
    ],
  },
];
