import { nextFriday } from './builders/days';
import { people } from './builders/people';
import { World } from './builders/world';
import { expect, test } from './fixtures';
import { MailPage } from './pages/mail-page';
import { MinePage } from './pages/mine-page';
import { SettingsPage } from './pages/settings-page';

test.afterEach(({ site }) => site.isNow(null));

test('who chose Friday gets a mail on Friday morning, and its link opens Mine', async ({
  site,
  page,
  baseURL,
  violations,
}) => {
  // A mail lists what waits up to a length: of somebody who leads no other test's team it lists everything.
  const world = await World.begin(baseURL ?? '', { lead: people.sofia });
  const keyResult = await world.keyResult('Learners who <em>come back</em>');
  const { epic } = await world.epic('Mail of Waymark');
  const mine = new MinePage(page);

  await site.becomes(people.marta.role);
  const settings = new SettingsPage(page);
  await settings.opens();
  await settings.mailsFrom(epic.key);
  expect(await violations()).toEqual([]);

  await site.becomes(people.sofia.role);
  await mine.opens();
  await expect(mine.reminders).toContainText(epic.key);
  await expect(mine.reminders).toContainText('Every Monday');
  await mine.isRemindedOn('Every Friday');
  expect(await violations()).toEqual([]);

  await site.isNow(`${nextFriday()}T09:00:00.000Z`);
  await site.runs('every-hour');
  const mail = new MailPage(page);
  await mail.opens();
  const letter = mail.mail(/^Waymark: \d+ things? waits? for you$/);
  await expect(letter.getByText(`${keyResult.key} ${keyResult.title}`)).toBeVisible();
  await letter.getByRole('link', { name: 'Open Mine' }).click();
  await expect(mine.row('Check-ins due', keyResult.key)).toBeVisible();
});
