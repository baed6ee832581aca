import { readMarkdown } from '../../../static/app/src/features/import/read-markdown';

function read(text: string) {
  const reading = readMarkdown(text);
  if (!reading.ok) throw new Error(reading.message);
  const { objectives, unplaced } = reading.document;
  return {
    objectives: objectives.map(({ title, owner, why, keyResults, initiatives }) => ({
      title,
      owner,
      why,
      keyResults: keyResults.map((one) => [one.title, one.owner, one.notes]),
      initiatives: initiatives.map((one) => [one.title, one.owner, one.serves]),
    })),
    unplaced: unplaced.map(({ text: passage }) => passage),
  };
}

test('nested bullets: objectives over key results over initiatives', () => {
  const text = `# Q3

Written on a Tuesday.

- **Objective:** Readers come back
  Owner: @mara
  - **Key Result:** 900 books a month
    - **Owner:** @ben
    - School classes are left out.
    - **Initiative:** Shelf of the week
  - **KR 2:** Visits last 40 minutes
  - Project: Sofas by the window
- **Objective 2:** The catalogue answers in time
  - Half of all searches take less than two seconds
- Tea at four.
`;
  expect(read(text)).toEqual({
    objectives: [
      {
        title: 'Readers come back',
        owner: '@mara',
        why: '',
        keyResults: [
          ['900 books a month', '@ben', '- School classes are left out.'],
          ['Visits last 40 minutes', null, ''],
        ],
        initiatives: [
          ['Shelf of the week', null, ['readers-come-back/900-books-a-month']],
          ['Sofas by the window', null, []],
        ],
      },
      {
        title: 'The catalogue answers in time',
        owner: null,
        why: '',
        keyResults: [['Half of all searches take less than two seconds', null, '']],
        initiatives: [],
      },
    ],
    unplaced: ['Written on a Tuesday.', '- Tea at four.'],
  });
});

test('bold objectives over plain lists', () => {
  const text = `**Readers come back**

1. 900 books a month
2. Visits last 40 minutes

**Objective: The new wing opens**
* Its doors are open

*Nearly* bold

- nothing of ours
`;
  expect(read(text)).toMatchObject({
    objectives: [
      {
        title: 'Readers come back',
        keyResults: [
          ['900 books a month', null, ''],
          ['Visits last 40 minutes', null, ''],
        ],
      },
      { title: 'The new wing opens', keyResults: [['Its doors are open', null, '']] },
    ],
    unplaced: ['*Nearly* bold', '- nothing of ours'],
  });
});

test('where headings name the objectives, a bold line over a list is emphasis', () => {
  const text = `**Mind the dates**

- They are ours

## Objective: Readers come back

### Key Results

- 900 books a month
`;
  expect(read(text)).toMatchObject({
    objectives: [{ title: 'Readers come back', keyResults: [['900 books a month', null, '']] }],
    unplaced: ['**Mind the dates**', '- They are ours'],
  });
});

test('tables with owners and scores; a cell left empty is the one above', () => {
  const text = `| Objective | Key Result | Owner | Score |
|---|---|---|---|
| O1: Readers come back | 900 books a month | Mara | 0.7 |
| | KR2: Visits last 40 minutes | | |
| The new wing opens | | Ben | |

| Day | Tea |
|---|---|
| Monday | green |
`;
  expect(read(text)).toEqual({
    objectives: [
      {
        title: 'Readers come back',
        owner: null,
        why: '',
        keyResults: [
          ['900 books a month', 'Mara', 'Score: 0.7'],
          ['Visits last 40 minutes', null, ''],
        ],
        initiatives: [],
      },
      { title: 'The new wing opens', owner: 'Ben', why: '', keyResults: [], initiatives: [] },
    ],
    unplaced: ['| Day | Tea |\n|---|---|\n| Monday | green |'],
  });
});

test('a heading over a plain list, numbered in any way, with boxes to tick; a label says what a list is', () => {
  const text = `# Growth, first quarter

## Objective 1. Readers come back
They leave in the first week.

- KR1: Visits from 20 to 40 a year
- **KR1.2** 900 books a month
  - Owner: Mara
- [ ] Half of all children return
- [x] KR4. Ten schools visit

## The catalogue answers in time
**Key Results:**
1. Searches from 900 ms to 400 ms
   - Initiative: A new index

**Initiatives**
- Move it closer
`;
  expect(read(text)).toEqual({
    objectives: [
      {
        title: 'Readers come back',
        owner: null,
        why: 'They leave in the first week.',
        keyResults: [
          ['Visits from 20 to 40 a year', null, ''],
          ['900 books a month', 'Mara', ''],
          ['Half of all children return', null, ''],
          ['Ten schools visit', null, '[x]'],
        ],
        initiatives: [],
      },
      {
        title: 'The catalogue answers in time',
        owner: null,
        why: '',
        keyResults: [['Searches from 900 ms to 400 ms', null, '']],
        initiatives: [
          ['A new index', null, ['the-catalogue-answers-in-time/searches-from-900-ms-to-400-ms']],
          ['Move it closer', null, []],
        ],
      },
    ],
    unplaced: [],
  });
});

test('lines as they are pasted from a text document', () => {
  const text = `Objective 1: The new wing opens
KR1: 500 visitors on the first day
Of all ages.
KR2: Heating below 40 a day

Objective 2: A happy team

KR1: Nobody leaves

See you on Monday.
`;
  expect(read(text)).toMatchObject({
    objectives: [
      {
        title: 'The new wing opens',
        keyResults: [
          ['500 visitors on the first day', null, 'Of all ages.'],
          ['Heating below 40 a day', null, ''],
        ],
      },
      { title: 'A happy team', keyResults: [['Nobody leaves', null, '']] },
    ],
    unplaced: ['See you on Monday.'],
  });
});

test('headings that are key results, a title beneath its heading, and a table under its objective', () => {
  const text = `## Objective 1
Readers come back

### KR1: Visits last 40 minutes
Owner: Ben

## Objective: The new wing opens

| Key Result | DRI | Score |
|---|---|---|
| KR1.1 500 visitors | Mara | 0.6 |
`;
  expect(read(text)).toMatchObject({
    objectives: [
      { title: 'Readers come back', keyResults: [['Visits last 40 minutes', 'Ben', '']] },
      { title: 'The new wing opens', keyResults: [['500 visitors', 'Mara', 'Score: 0.6']] },
    ],
    unplaced: [],
  });
});

test('nested bullets under bullets that only say what they hold; an owner among them is the objective’s', () => {
  const text = `- **Objective** – Payments without friction
  - **Key Results:**
    - Failed payments from 4 % to 2 %
    - Refunds < 30 a week
  - **Owner:** Priya
    She is back in May.
  - **Initiatives**
    - Retry at night
`;
  expect(read(text).objectives).toEqual([
    {
      title: 'Payments without friction',
      owner: 'Priya',
      why: 'She is back in May.',
      keyResults: [
        ['Failed payments from 4 % to 2 %', null, ''],
        ['Refunds < 30 a week', null, ''],
      ],
      initiatives: [['Retry at night', null, []]],
    },
  ]);
});

test('a line that no field reads is kept: a second owner, and the key result that an objective or a key result names', () => {
  const text = `## Objective: Readers come back
Owner: Mara
Owner: Ben

**KR**: Visits

### KR1: 900 books
Counted at the desk.

**KR**: Visits

- Owner: Priya
- Owner: Jon
`;
  expect(read(text).objectives).toMatchObject([
    {
      owner: 'Mara',
      why: 'Owner: Ben\n\n**KR**: Visits',
      keyResults: [['900 books', 'Priya', '**KR**: Visits\n\n- Owner: Jon']],
    },
  ]);
});
