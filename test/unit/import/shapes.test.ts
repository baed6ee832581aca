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
