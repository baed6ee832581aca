import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { ExportPage } from './pages/export-page';

const formats = ['Excel workbook', 'CSV', 'Markdown'] as const;

for (const format of formats) {
  test(`${format}: what the overview shows becomes a file, and importing it again changes nothing`, async ({
    page,
    site,
    world,
    okrs,
    violations,
  }) => {
    const shown = await world.keyResult('=Trials that convert, "-5" or more');
    await world.checkIn(shown, dayFromNow(0), 46);
    const { epic } = await world.epic('Shorter sign-up');
    await world.attach(shown, [epic]);
    await site.becomes(people.priya.role);
    await okrs.opens(world.route);
    await okrs.frame.getByRole('link', { name: 'Export these' }).click();
    await okrs.isHeaded('Export OKRs');
    const exported = new ExportPage(page, okrs);
    await expect(okrs.frame.getByText(world.team.name)).toBeVisible();
    await exported.chooses(format);
    expect(await violations()).toEqual([]);
    const file = await exported.makes();
    await expect(okrs.frame.getByText(/was saved: 1 objective, 1 key result, 1 check-in/)).toBeVisible();

    await okrs.frame.getByRole('link', { name: 'Import a file instead' }).click();
    await okrs.isHeaded('Import OKRs');
    await okrs.frame.locator('input[type="file"]').setInputFiles(file);
    await expect(okrs.frame.getByText('exported from Waymark')).toBeVisible();
    await expect(
      okrs.frame.getByText('Everything in this file is here already. Nothing will change.'),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}

test('a table of another tool comes in by its headings, with its current values, and again is no change', async ({
  page,
  site,
  world,
  okrs,
}) => {
  const title = `Readers come back ${world.team.name}`;
  const csv = `Objective,Key Result,Owner,Start,Target,Current,Due,Score\n${title},Books borrowed a month,,600,900,710,${dayFromNow(20)},0.4\n,Members who renew,,45%,60%,50%,,\n`;
  await site.becomes(people.priya.role);
  const exported = new ExportPage(page, okrs);
  await exported.importsCsv(csv);
  await exported.choosesPlace(world.team.name, world.cycle.name);
  await expect(okrs.frame.getByRole('combobox', { name: 'Current value' })).toBeVisible();
  await expect(okrs.frame.getByText('600 → 900')).toBeVisible();
  await expect(okrs.frame.getByText('45 % → 60 %')).toBeVisible();
  await okrs.frame.getByRole('button', { name: 'Import 5 items' }).click();
  await expect(okrs.frame.getByRole('heading', { name: 'The import is finished' })).toBeVisible();
  await okrs.opens(world.route);
  await expect(okrs.frame.getByText(/710 on/)).toBeVisible();

  await exported.importsCsv(csv);
  await exported.choosesPlace(world.team.name, world.cycle.name);
  await expect(
    okrs.frame.getByText('Everything in this document is already there. Nothing will change.'),
  ).toBeVisible();
});
