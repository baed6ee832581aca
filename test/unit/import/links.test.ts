import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { saidIn, withInlineLinks } from '../../../static/app/src/features/import/links';
import { readMarkdown } from '../../../static/app/src/features/import/read-markdown';

function read(text: string) {
  const reading = readMarkdown(text);
  if (!reading.ok) throw new Error(reading.message);
  const { objectives, unplaced } = reading.document;
  return {
    objectives: objectives.map(({ title, why, keyResults, initiatives }) => ({
      title,
      why,
      keyResults: keyResults.map((one) => [one.title, one.notes]),
      initiatives: initiatives.map((one) => [one.title, one.notes]),
    })),
    unplaced: unplaced.map(({ text: passage }) => passage),
  };
}

test.each<[string, string, string[]]>([
  [
    'Visits on the [dashboard](https://a.example/d)',
    'Visits on the dashboard',
    ['dashboard: https://a.example/d'],
  ],
  ['<https://a.example/> and <mara@a.example>', 'https://a.example/ and mara@a.example', []],
  ['![chart](https://a.example/c.png)', 'chart', ['chart: https://a.example/c.png']],
  ['![](https://a.example/c.png)', '', ['https://a.example/c.png']],
  ['[x](https://a.example "Visits")', 'x', ['x: https://a.example (Visits)']],
  [
    '[![badge](https://a.example/b.png)](https://a.example)',
    'badge',
    ['badge: https://a.example/b.png', 'badge: https://a.example'],
  ],
  ['![](https://a.example/c.png)\nVisits', 'Visits', ['https://a.example/c.png']],
  ['[two\nlines](https://a.example)', 'two\nlines', ['two lines: https://a.example']],
])('%j is plain words, and the addresses behind them', (text, words, links) => {
  expect(saidIn(fromMarkdown(text))).toEqual({ text: words, links });
});

test('links whose addresses stand elsewhere say them where they are', () => {
  expect(
    withInlineLinks(
      '\uFEFFSee [board][1],\t[Board][], [board] and ![c][1].\r\n[none][2]\r\n\r\n[1]: https://a.example?a=1&b=2 "Visits"\r\n[board]: <b (1)>\r\n',
    ),
  ).toBe(
    'See [board](https://a.example?a=1&b=2 "Visits"),\t[Board](<b (1)>), [board](<b (1)>) and ![c](https://a.example?a=1&b=2 "Visits").\r\n[none][2]\r\n\r\n[1]: https://a.example?a=1&b=2 "Visits"\r\n[board]: <b (1)>\r\n',
  );
});

test('addresses in headings and lists of theirs go into the notes of the same item', () => {
  const text = `# [Handbook](https://a.example/h)

## Objective: [Readers](https://a.example/r) come back
They leave early.
### Key Results
* 900 books on the [dashboard](https://a.example/d)
  * Counted at the [desk](https://a.example/desk)
* Visits on <https://a.example/v>
### Initiatives
#### [Shelf](https://a.example/s) of the week
A shelf by the door.

## Objective: The wing opens
### Key Results
#### [Doors](https://a.example/o)
They are open.
`;
  expect(read(text)).toEqual({
    objectives: [
      {
        title: 'Readers come back',
        why: 'They leave early.\n\nReaders: https://a.example/r',
        keyResults: [
          [
            '900 books on the dashboard',
            'dashboard: https://a.example/d\n\n* Counted at the [desk](https://a.example/desk)',
          ],
          ['Visits on https://a.example/v', ''],
        ],
        initiatives: [['Shelf of the week', 'A shelf by the door.\n\nShelf: https://a.example/s']],
      },
      {
        title: 'The wing opens',
        why: '',
        keyResults: [['Doors', 'Doors: https://a.example/o']],
        initiatives: [],
      },
    ],
    unplaced: ['Handbook: https://a.example/h'],
  });
});

test('addresses in nested bullets, in lines and beside labels', () => {
  const text = `- **Objective:** [Readers](https://a.example/r) come back
  - **Key Results:** see [all](https://a.example/all)
  - **KR:** 900 [books](https://a.example/b)
    of [any](https://a.example/any) kind
    - **Initiative:** [Shelf](https://a.example/s) of the week

Objective 2: The [wing](https://a.example/w) opens
KR1: 500 [visitors](https://a.example/v)
Of all ages.
`;
  expect(read(text).objectives).toMatchObject([
    {
      title: 'Readers come back',
      why: 'Readers: https://a.example/r',
      keyResults: [
        ['see all', 'all: https://a.example/all'],
        ['900 books', 'of any kind\nany: https://a.example/any\n\nbooks: https://a.example/b'],
      ],
      initiatives: [['Shelf of the week', 'Shelf: https://a.example/s']],
    },
    {
      title: 'The wing opens',
      why: 'wing: https://a.example/w',
      keyResults: [['500 visitors', 'Of all ages.\n\nvisitors: https://a.example/v']],
    },
  ]);
});

test('addresses in a table, those of an objective with the objective', () => {
  const text = `| Objective | Key Result | Owner | Source |
|---|---|---|---|
| [Readers](https://a.example/r) come back | 900 [books](https://a.example/b) | [Mara](https://a.example/m) | [desk](https://a.example/d) |
| [Readers](https://a.example/r) come back | Visits last 40 minutes | | |
`;
  expect(read(text).objectives).toEqual([
    {
      title: 'Readers come back',
      why: 'Readers: https://a.example/r',
      keyResults: [
        [
          '900 books',
          'books: https://a.example/b\nMara: https://a.example/m\nSource: desk\ndesk: https://a.example/d',
        ],
        ['Visits last 40 minutes', ''],
      ],
      initiatives: [],
    },
  ]);
});

test('an address that is said at the end of the document', () => {
  const text = `## Objective: Readers come back
- 900 [books][1] a month

### Initiatives
Shelf of the week

[1]: https://a.example/b
`;
  expect(read(text)).toEqual({
    objectives: [
      {
        title: 'Readers come back',
        why: '',
        keyResults: [['900 books a month', 'books: https://a.example/b']],
        initiatives: [['Shelf of the week', '']],
      },
    ],
    unplaced: ['[1]: https://a.example/b'],
  });
});

test('a line broken by hand stays two lines', () => {
  const text = '- **Objective:** Readers come back  \n  Owner: @mara\n  - **KR:** 900 books\\\n    a month\n';
  expect(read(text).objectives).toMatchObject([
    { title: 'Readers come back', why: '', keyResults: [['900 books', 'a month']] },
  ]);
});

test('what stands beside a label is kept, and so is a table without rows', () => {
  const text = `- **Objective:** Readers come back
  - **Key Results:**
    Counted at the desk.
    - 900 books

## Objective: The wing opens

| Key Result | Owner |
|---|---|
`;
  expect(read(text).objectives).toMatchObject([
    { title: 'Readers come back', why: 'Counted at the desk.', keyResults: [['900 books', '']] },
    { title: 'The wing opens', why: '| Key Result | Owner |\n|---|---|', keyResults: [] },
  ]);
});

test('no address of a document is lost, wherever it stands', () => {
  const places = [
    '## Objective: @',
    '## Objective @',
    '## Objective\n@',
    '### Key Results @',
    '### Key Results',
    '### KR1: @',
    '### Initiatives',
    '#### @',
    '# @',
    '**@**',
    'Objective 1: @',
    'KR2: @',
    '**Key Results:** @',
    '@',
    '',
    '- **Objective:** @',
    '- @',
    '- [ ] @',
    '  - **KR:** @',
    '  - **[Key Results](https://a.example/label):**',
    '    - Initiative: @',
    '  @',
    '1. @',
    '\n| Objective | Key Result @ |\n|---|---|\n| @ | @ |\n| | @ |\n',
    '\n| Key Result | Owner |\n|---|---|\n| @ | @ |\n',
    '> @',
    '---',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...places), { maxLength: 12 }), (lines) => {
      let count = 0;
      const address = () => `https://a.example/${String((count += 1))}.`;
      const text = `${lines.join('\n')}\n\n## Objective: Last\n- One\n`.replace(
        /@/g,
        () => `[x](${address()})`,
      );
      const kept = JSON.stringify(readMarkdown(text));
      const lost = Array.from({ length: count }, (_, at) => `https://a.example/${String(at + 1)}.`).filter(
        (one) => !kept.includes(one),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
