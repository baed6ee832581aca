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
