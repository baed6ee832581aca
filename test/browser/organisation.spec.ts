import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { DraftPage } from './pages/draft-page';
import { OrganisationPages } from './pages/organisation-pages';

test('a newcomer sets up an organisation with a year and its quarters', async ({
  page,
  site,
  world,
  violations,
}) => {
  test.slow();
  const pages = new OrganisationPages(page);
  const company = `Company ${world.word}`;
  const area = `Product ${world.word}`;
  await site.becomes(people.marta.role);

  await pages.opensTeams();
  await pages.button('Add team').click();
  await pages.field('Team’s name').fill(company);
  await pages.chooses('What it is', 'The whole organisation');
  await pages.button('Save team').click();
  await expect(pages.flag(`${company} is saved`)).toBeVisible();

  await pages.chooseOf(company, 'Mission, priorities, space');
  const said = pages.region(`What ${company} says of itself`);
  await said.getByRole('textbox', { name: 'Mission' }).fill('Anybody who wants to learn can.');
  await said.getByRole('button', { name: 'Add a year' }).click();
  await said.getByRole('textbox', { name: /^Priorities of/ }).fill('Schools that stay.');
  await said.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pages.region(`${company}: Mission`)).toContainText('Anybody who wants to learn can.');
  await expect(pages.region(`${company}: Mission`)).toContainText('Schools that stay.');

  await pages.chooseOf(company, 'Add a team beneath');
  await pages.field('Team’s name').fill(area);
  await pages.button('Save team').click();
  const same = pages.frame.getByText('Another team in the same place has this name', { exact: false });
  await pages.chooseOf(company, 'Add a team beneath');
  await expect(same).toHaveCount(0);
  await pages.field('Team’s name').fill(` ${area.toLowerCase()}`);
  await expect(same).toBeVisible();
  await pages.button('Cancel').click();
  await expect(pages.item(company).getByRole('link', { name: area, exact: true })).toBeVisible();

  await pages.chooseOf(world.team.name, 'Move');
  await pages.chooses('Part of', area);
  await pages.button('Move here').click();
  await expect(pages.item(area).last().getByRole('link', { name: world.team.name })).toBeVisible();
  await pages.button(`Hide what stands beneath ${area}`).click();
  await expect(pages.link(world.team.name)).toBeHidden();
  await pages.button(`Show what stands beneath ${area}`).click();
  expect(await violations()).toEqual([]);

  await pages.chooseOf(world.team.name, 'History');
  await expect(pages.region(`History of ${world.team.name}`)).toContainText(`Part of nothing → ${area}`);
  await pages.button('Close history').click();
  await pages.chooseOf(world.team.name, 'Archive');
  await expect(pages.flag(`${world.team.name} is archived`)).toBeVisible();
  await pages.flag(`${world.team.name} is archived`).getByRole('button', { name: 'Undo' }).click();
  await expect(pages.link(world.team.name)).toBeVisible();

  await pages.opensCycles();
  await pages.button('Plan a year').click();
  const year = `Year ${world.word}`;
  await pages.frame.getByLabel('Its first day').fill('2091-02-01');
  await pages.field('The year’s name').fill(year);
  await pages.button('Make 5 cycles').click();
  await pages.says('5 cycles are made.');
  await pages.button('Close').click();
  for (const quarter of [1, 2, 3, 4]) {
    await expect(
      pages.item(year).getByRole('link', { name: `Q${quarter} ${year}`, exact: true }),
    ).toBeVisible();
  }
  // Planned again, nothing is made twice.
  await pages.button(`Divide ${year}`).click();
  await expect(pages.frame.getByText('There already, as')).toHaveCount(4);
  await expect(pages.button('Nothing to make')).toBeDisabled();
  await pages.button('Cancel').click();
  expect(await violations()).toEqual([]);
});

test('the next cycle is prepared from the last one’s learnings, each gap one press from where it is mended', async ({
  page,
  site,
  world,
  violations,
}) => {
  test.slow();
  const pages = new OrganisationPages(page);
  await world.keyResult('Trials that convert');
  await world.startsScoring();
  await world.looksBack('A shorter form is not a better one.');
  const next = await world.draftsNextCycle();

  await site.becomes(people.priya.role);
  await pages.opensCycles();
  const line = pages.item(next.name);
  await expect(line).toContainText('starts in 46 days');
  await line.getByRole('link', { name: `Prepare ${next.name}` }).click();
  await pages.isHeaded(`Prepare ${next.name}`);
  await pages.says(`${next.name} starts in 46 days.`);
  await expect(pages.item(world.team.name)).toContainText('No objective yet');
  await expect(pages.item(world.team.name)).toContainText(people.priya.name);
  await pages.link(world.team.name).click();
  await pages.isHeaded(`${world.team.name}: prepare ${next.name}`);
  await expect(pages.frame.getByRole('complementary', { name: `From ${world.cycle.name}` })).toContainText(
    'A shorter form is not a better one.',
  );
  expect(await violations()).toEqual([]);

  await pages.link(`Write an objective of ${world.team.name}`).click();
  const draft = new DraftPage(page);
  await draft.says(`Sign-up answers questions ${world.word}`);
  await expect(draft.objective(`Sign-up answers questions ${world.word}`)).toBeVisible();
  await page.goBack();
  await pages.isHeaded(`${world.team.name}: prepare ${next.name}`);
  const missing = pages.region('Still missing');
  await expect(missing).toContainText('It does not say what it serves, or why it serves nothing.');
  await expect(missing).toContainText('It has no key result.');
  await missing.getByRole('link', { name: /^Add a key result to O-/ }).click();
  await expect(draft.line(`Sign-up answers questions ${world.word}`)).toBeVisible();
});

test('the dates of a running cycle change with a reason that its history tells', async ({
  page,
  site,
  world,
}) => {
  const pages = new OrganisationPages(page);
  await site.becomes(people.marta.role);
  await pages.opensCycles();
  await pages.button(`Edit ${world.cycle.name}`).click();
  const form = pages.region(`Edit ${world.cycle.name}`);
  const ends = form.getByLabel('Ends on');
  await ends.fill('2090-01-01');
  await form.getByRole('button', { name: 'Save cycle' }).click();
  await expect(form).toContainText('Say why its dates change.');
  await ends.fill(dayFromNow(60));
  await form.getByRole('textbox', { name: 'Why do its dates change?' }).fill('Two weeks went to the move.');
  await form.getByRole('button', { name: 'Save cycle' }).click();
  await expect(pages.item(world.cycle.name)).toContainText('ends in 60 days');
  await pages.button(`History of ${world.cycle.name}`).click();
  await expect(pages.region(`History of ${world.cycle.name}`)).toContainText(
    'Why: Two weeks went to the move.',
  );
});
