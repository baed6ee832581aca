import { bareTeams } from './builders/other-team';
import { people } from './builders/people';
import { expect } from './fixtures';
import { test } from './own-site';
import { OrganisationPages } from './pages/organisation-pages';

test('of more teams than are all shown at once, one put beneath another is shown there', async ({
  page,
  site,
  world,
}) => {
  const pages = new OrganisationPages(page);
  const [first = ''] = await bareTeams(world, 41);
  const squad = `Squad ${world.word}`;
  await site.becomes(people.marta.role);
  await pages.opensTeams();
  await pages.chooseOf(world.team.name, 'Add a team beneath');
  await pages.field('Team’s name').fill(squad);
  await pages.button('Save team').click();
  await expect(pages.item(world.team.name).getByRole('link', { name: squad })).toBeVisible();
  await pages.chooseOf(squad, 'Move');
  await pages.chooses('Part of', first);
  await pages.button('Move here').click();
  await expect(pages.item(first).getByRole('link', { name: squad })).toBeVisible();
});
