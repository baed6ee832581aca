import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Calls } from './pages/calls';
import { Keyboard } from './pages/keyboard';

test('what is used less often stands behind “More”, by keyboard too, which says where one is', async ({
  site,
  world,
  okrs,
  page,
  violations,
}) => {
  const keyboard = new Keyboard(page);
  await site.becomes(people.marta.role);
  await okrs.opens(world.route);
  const menu = okrs.frame.getByRole('navigation', { name: 'Waymark' });
  await expect(menu.getByRole('link')).toHaveText([
    'OKRs',
    'Mine',
    'Check-in',
    'Planning',
    'Map',
    'KPIs',
    'What we learned',
  ]);
  await expect(menu.getByRole('link', { name: 'OKRs' })).toHaveAttribute('aria-current', 'page');

  await keyboard.uses(menu.getByRole('button', { name: 'More', exact: true }));
  const item = (name: string) => okrs.frame.getByRole('menuitem', { name });
  await expect(item('Teams')).toBeFocused();
  await keyboard.presses('ArrowDown');
  await expect(item('Cycles')).toBeFocused();
  expect(await violations()).toEqual([]);
  await keyboard.presses('Escape');
  await expect(menu.getByRole('button', { name: 'More', exact: true })).toBeFocused();

  await okrs.opensMore('Cycles');
  await okrs.isHeaded('Cycles');
  await expect(menu.getByRole('button', { name: 'More, now at Cycles' })).toHaveText('Cycles');
  await menu.getByRole('button', { name: /^More/ }).click();
  await expect(item('Cycles')).toHaveAttribute('aria-current', 'page');
  await expect(item('Teams')).not.toHaveAttribute('aria-current');

  // To the app's page among Jira's own settings.
  await item('Settings').click();
  await expect(page).toHaveURL(/jira\/settings\/apps/);

  // Jira would tell whoever does not administer it that there is no such page.
  await site.becomes(people.priya.role);
  await okrs.opens();
  const { jira } = await new Calls(page).during(async () => {
    await menu.getByRole('button', { name: /^More/ }).click();
    await expect(item('History')).toBeVisible();
  });
  expect(jira).toContain('POST /rest/api/3/permissions/check');
  await expect(item('Settings')).toHaveCount(0);
});
