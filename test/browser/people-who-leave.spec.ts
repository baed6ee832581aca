import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect } from './fixtures';
import { test } from './own-site';
import { MinePage } from './pages/mine-page';

test('what somebody owned who left is owed by the team’s lead, until they are back', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const keyResult = await world.keyResult('Trials that convert', {}, undefined, people.tom);
  await world.checkIn(keyResult, dayFromNow(-30), 50);
  const mine = new MinePage(page);
  await site.becomes(people.priya.role);
  await mine.opens();
  await mine.hasNot('Check-ins due', keyResult.key);

  await site.isGone(people.tom, true);
  await site.runs('every-day');
  await mine.opens();
  await expect(mine.row('Check-ins due', keyResult.key)).toBeVisible();
  await okrs.opens(`/key-results/${keyResult.id}`);
  await okrs.isHeaded(keyResult.title);
  const left = okrs.frame.getByText('has left; Priya Raman owes it', { exact: false }).first();
  await expect(left).toBeVisible();
  expect(await violations()).toEqual([]);

  await site.isGone(people.tom, false);
  await site.runs('every-day');
  await okrs.opens(`/key-results/${keyResult.id}`);
  await okrs.isHeaded(keyResult.title);
  await expect(left).toHaveCount(0);
  await mine.opens();
  await mine.hasNot('Check-ins due', keyResult.key);
});

test('a closed account is a former member everywhere, and nothing asks Jira for it again', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const keyResult = await world.keyResult('Trials that convert', {}, undefined, people.tom);
  await world.checkIn(keyResult, dayFromNow(-1), 50);
  await site.becomes(people.priya.role);
  await okrs.opens(`/key-results/${keyResult.id}`);
  await okrs.isHeaded(keyResult.title);
  await expect(okrs.frame.getByText(people.tom.name).first()).toBeVisible();

  await site.closesAccount(people.tom);
  await site.runs('every-day');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await okrs.opens(`/key-results/${keyResult.id}`);
  await okrs.isHeaded(keyResult.title);
  await expect(okrs.frame.getByText('Former member').first()).toBeVisible();
  await expect(okrs.frame.getByText(people.tom.name)).toHaveCount(0);
  expect(asked.filter((url) => url.includes('former-member') || url.includes(people.tom.id))).toEqual([]);
  expect(await violations()).toEqual([]);
});

test('uninstalling takes the property from issues', async ({ site, world }) => {
  await site.becomes(people.priya.role);
  const { epic } = await world.epic('A guided first lesson');
  await world.attach(await world.keyResult('Trials that convert'), [epic]);
  expect(await site.hasProperty(epic)).toBe(true);
  await site.uninstalls();
  expect(await site.hasProperty(epic)).toBe(false);
});
