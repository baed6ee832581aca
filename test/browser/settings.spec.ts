import { people } from './builders/people';
import { expect, test } from './fixtures';
import { SettingsPage } from './pages/settings-page';

test('who may not administer OKRs reads the settings and cannot change them', async ({
  site,
  page,
  violations,
}) => {
  await site.becomes(people.tom.role);
  const settings = new SettingsPage(page);
  await settings.opensAsJiraAdministrator();
  await settings.says('You can read these settings and not change them');
  await settings.says(/A Jira administrator grants it under Global permissions\.$/);
  await settings.isReadOnly();
  await settings.database(/^Database\s*Ready: (\d+) of \1 steps applied\.$/);
  expect(await violations()).toEqual([]);
});

test('letters that are the key of a Jira project are pointed out before they are saved', async ({
  site,
  page,
}) => {
  await site.becomes(people.marta.role);
  const settings = new SettingsPage(page);
  const warning = 'The Jira project Growth & Onboarding has this key: people would take one for the other.';
  await settings.opens();
  await settings.writesObjectivesAs('grow');
  await settings.tells(warning);
  // Saved all the same, it is nobody's question any more; what stood before would be one again.
  await settings.saves();
  await expect(settings.frame.getByText(warning)).toHaveCount(0);
  await settings.writesObjectivesAs('o');
  await settings.saves();
  await settings.writesObjectivesAs('grow');
  await settings.tells(warning);
  await settings.writesObjectivesAs('kr');
  await settings.frame.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.frame.getByText(/^Objectives have these letters/)).toBeVisible();
});

test('what is typed while a save or its undoing is under way stays typed', async ({ site, page }) => {
  await site.becomes(people.marta.role);
  const settings = new SettingsPage(page);
  await settings.opens();
  const ahead = settings.number('“Ahead” begins at, in points');
  const few = settings.number('Key results of an objective: at least');
  const fewest = await few.inputValue();
  await ahead.fill('6');
  await settings.savesWhile(() => few.fill('1'));
  await expect(ahead).toHaveValue('6');
  await expect(few).toHaveValue('1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(ahead).toHaveValue('5');
  await expect(few).toHaveValue('1');
  await settings.frame.getByRole('button', { name: 'Discard changes' }).click();
  await expect(few).toHaveValue(fewest);
});
