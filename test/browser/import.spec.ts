import path from 'node:path';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { ImportPage } from './pages/import-page';

/** As untidy as what teams write. It names people, of whom Jira knows one, who may not be assigned issues of GROW. */
const imported = {
  file: path.join(__dirname, '../fixtures/town-theatre-okrs.md'),
  says: 'town-theatre-okrs.md: 3 objectives, 8 key results, 11 initiatives',
  placed: [
    ['Seats', 'Book'],
    ['One-Page-Form2.0 (telephones)', 'Book'],
    ['Doors', 'Arrive Is Dry'],
    ['Return/App', 'Return'],
    ['Box Office Screens', 'Return'],
  ],
  unplaced: 'Alternatives',
  number: 'Book',
  sentence: 'Visitors with an account can book two seats',
  matched: 'One-Page-Form2.0 (telephones)',
  will: 'Will add 3 objectives, 8 key results and 11 initiatives. 10 Jira issues are created.',
  unassigned:
    /^GROW-\d+ Seats Ben Carter was not assigned\. Jira says: User 'Ben Carter' cannot be assigned issues\.$/,
  objectives: [
    'People who live here can decide at six and sit in the hall at eight.',
    'Show the schools that an evening here is easy to arrange.',
    'The new stage is used.',
  ],
};

test('a team’s document becomes its OKRs; the same document again changes nothing', async ({
  site,
  world,
  okrs,
}) => {
  const { epic } = await world.epic('Work that was there before the document');
  await site.becomes(people.priya.role);
  await okrs.opens('/import');
  const page = new ImportPage(okrs.frame);
  await page.uploads(imported.file);
  await page.says(imported.says);
  await page.goesTo(world.team.name, world.cycle.name);
  await page.previews(3);
  for (const [initiative = '', keyResult = ''] of imported.placed) await page.placed(initiative, keyResult);
  await page.showsUnplaced(imported.unplaced);

  await page.fillsNumber(imported.number, '2', '10');
  await page.matches(imported.matched, epic);
  await page.placesUnnamed();
  await page.says(imported.will);
  await page.imports();
  await page.isFinished();
  await page.createdUnassigned(imported.unassigned);

  await page.showsTheOkrs();
  for (const title of imported.objectives) {
    await expect(okrs.frame.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(okrs.frame.getByRole('listitem').filter({ hasText: epic.key })).toContainText(
    imported.sentence,
  );

  await okrs.opens('/import');
  await page.uploads(imported.file);
  await page.goesTo(world.team.name, world.cycle.name);
  await page.says('Everything in this document is already there. Nothing will change.');
});

for (const kind of ['timeout', 'error-after'] as const) {
  test(`an issue whose creation was not confirmed (${kind}) is found by the next try, and made once`, async ({
    site,
    world,
    okrs,
    request,
  }) => {
    const title = `Sofas ${kind} ${world.word}`;
    await site.becomes(people.priya.role);
    await okrs.opens('/import');
    const page = new ImportPage(okrs.frame);
    await page.uploads({
      name: 'sofas.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(
        `## Objective: Readers stay ${kind} ${world.word}\n\n### Key Results\n\n#### Stay\n\nThey stay 40 minutes.\n\n### Initiatives\n\n#### ${title}\n\n**KR**: Stay\n`,
      ),
    });
    await page.goesTo(world.team.name, world.cycle.name);
    await page.says(/1 Jira issue is created\./);
    const fault = { match: 'POST /rest/api/3/issue$', at: 1, kind, times: 1 };
    expect((await request.post('/_local/faults', { data: fault })).ok()).toBe(true);
    await page.imports();
    await page.says('Jira did not say whether it made this issue. Wait a minute, then try again.');
    expect(await world.jira.named(title)).toHaveLength(1);

    await page.triesAgain();
    await page.isFinished();
    expect(await world.jira.named(title)).toHaveLength(1);
  });
}

const refused: [string, string, string | Buffer, RegExp][] = [
  [
    'a file of 5 MB',
    'large.md',
    `## Objective: A\n${'word '.repeat(1024 * 1024)}`,
    /^This file is larger than 1 MB\. Upload the part with one cycle’s OKRs\.$/,
  ],
  ['a file without headings', 'plain.md', 'We want more readers.', /^No objective was found\./],
  [
    'a picture',
    'picture.md',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /^This file is not text\. Upload a Markdown file \(\.md\) or paste its text\.$/,
  ],
];
for (const [what, name, content, sentence] of refused) {
  test(`${what} is refused with what to do instead`, async ({ site, okrs }) => {
    await site.becomes(people.priya.role);
    await okrs.opens('/import');
    const page = new ImportPage(okrs.frame);
    await page.uploads({ name, mimeType: 'text/markdown', buffer: Buffer.from(content) });
    await page.says(sentence);
  });
}
