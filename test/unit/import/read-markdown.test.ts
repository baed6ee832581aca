import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FoundDocument } from '../../../static/app/src/features/import/document';
import { maxBytes, readMarkdown } from '../../../static/app/src/features/import/read-markdown';

const own = readFileSync(join(__dirname, '../../fixtures/reading-room-okrs.md'), 'utf8');
/** Longer, and as untidy as what teams write: reasons between the headings, lists in lists, people in passing. */
const untidy = readFileSync(join(__dirname, '../../fixtures/town-theatre-okrs.md'), 'utf8');

function read(text: string): FoundDocument {
  const reading = readMarkdown(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.document;
}

/** For each line of the document that is not blank and no heading of a group: how many items hold it. */
function holders(text: string): number[] {
  const { objectives, unplaced } = read(text);
  const ranges = [
    ...unplaced.map((passage) => passage.lines),
    ...objectives
      .flatMap((objective) => [...objective.keyResults, ...objective.initiatives])
      .map((item) => item.lines),
  ];
  const whys = objectives.map((objective) => objective.why);
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || /^#{1,4} /.test(line)) return [];
    const here = index + 1;
    const held = ranges.filter(({ from, to }) => from <= here && here <= to).length;
    return [held + whys.filter((why) => why.split('\n').some((part) => part.trim() === line.trim())).length];
  });
}

describe('reading a document of OKRs', () => {
  test('finds objectives, key results and initiatives under the headings that name them', () => {
    const { objectives } = read(own);
    expect(objectives.map((objective) => objective.title)).toEqual([
      'Young readers come back on their own.',
      'The catalogue answers in time.',
      'The new wing opens.',
    ]);
    expect(objectives.map((objective) => objective.keyResults.map(({ title }) => title))).toEqual([
      ['Borrow', 'Stay Is Longer', 'Stay Is Likely'],
      [
        'Searches that find nothing fall from 30 % to 10 %.',
        'Half of all searches take less than two seconds.',
      ],
      ['The new wing has opened its doors.'],
    ]);
    expect(objectives[0]?.keyResults[0]).toMatchObject({
      priority: 'P0',
      sentence: 'Children under 12 borrow 900 books a month without a school list.',
      notes: 'Counted at the desk; school classes are left out.',
    });
    expect(objectives[1]?.keyResults[0]?.notes).toBe('* Searches in other languages count too.');
  });

  test('places an initiative under the key results its text names, and says when it names none', () => {
    const [first] = read(own).objectives;
    const serves = first?.initiatives.map(({ title, owner, serves: paths }) => [title, owner, paths]);
    const above = 'young-readers-come-back-on-their-own';
    expect(serves).toEqual([
      ['Shelf of the week', '@mara', [`${above}/borrow`]],
      ['Sofas by the window', '@ben (?)', [`${above}/stay-is-longer`, `${above}/stay-is-likely`]],
      ['Story hour on Saturdays', null, []],
    ]);
  });

  test('drops nothing: every line is in one item or is shown as not placed', () => {
    expect(new Set(holders(own))).toEqual(new Set([1]));
    expect(read(own).unplaced.map(({ text }) => text.split('\n')[0])).toEqual([
      'A small public library wrote these. They show the shape that the import understands.',
      'The two that matter most come first.',
      '#### Alternatives',
    ]);
  });

  test('the same name twice stays two items', () => {
    const twice = '## Objective: A\n### Key Results\n* One\n* One\n## Objective: A\n### Key Results\n* One\n';
    expect(
      read(twice).objectives.flatMap((objective) => [
        objective.path,
        ...objective.keyResults.map((k) => k.path),
      ]),
    ).toEqual(['a', 'a/one', 'a/one-2', 'a-2', 'a/one-3']);
  });

  test('an untidy document: three objectives, eight key results, eleven initiatives', () => {
    const { objectives } = read(untidy);
    expect(objectives.map((o) => [o.keyResults.length, o.initiatives.length])).toEqual([
      [4, 6],
      [3, 3],
      [1, 2],
    ]);
    expect(objectives[0]?.initiatives.map(({ title, names }) => [title, names])).toEqual([
      ['Seats', 'Book'],
      ['One-Page-Form2.0 (telephones)', 'Book'],
      ['Doors', 'Arrive'],
      ['Tram Times', 'Arrive'],
      ['Return/App', 'Return'],
      ['Box Office Screens', 'Return'],
    ]);
    expect(objectives[1]?.initiatives.map(({ owner }) => owner)).toEqual([
      '@tkm',
      '@hollys (and friends)',
      '@zofia_b/@ben',
    ]);
    expect(new Set(holders(untidy))).toEqual(new Set([1]));
  });

  test.each([
    ['', 'This file is empty. Upload a Markdown file with objectives and key results.'],
    ['x'.repeat(maxBytes + 1), 'This file is larger than 1 MB. Upload the part with one cycle’s OKRs.'],
    [
      '\u{FFFD}PNG\r\n\u{1A}\n\u{0}\u{0}',
      'This file is not text. Upload a Markdown file (.md) or paste its text.',
    ],
  ])('says what to do with a file it cannot read', (text, message) => {
    expect(readMarkdown(text)).toEqual({ ok: false, message });
  });

  test('a document without headings is told the shape', () => {
    expect(readMarkdown('We want more readers.')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^No objective was found\./),
    });
  });

  test('any text is read or refused, never a crash', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '## Objective: A',
            '### Key Results',
            '* x',
            '**KR**: x',
            '> q',
            '* [x][1] ![y][] [1]',
            '[1]: https://a.example',
            '```',
            '',
            '### Initiatives',
            '##### P0: x',
            '| a |',
            '<script>',
          ),
        ),
        (lines) => {
          const reading = readMarkdown(lines.join('\n'));
          expect(typeof reading.ok).toBe('boolean');
        },
      ),
    );
  });
});
