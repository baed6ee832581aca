import { people } from './builders/people';
import { expect, test } from './fixtures';
import { HistoryPage } from './pages/history-page';

test('a goal that was moved is marked on the chart, and everything that was changed is listed for the site', async ({
  page,
  site,
  world,
  okrs,
  keyResult,
  violations,
}) => {
  const shown = await world.keyResult('Trials that convert');
  await world.movesTarget(shown, 60, 'Two regions open later than planned.');
  await site.becomes(people.tom.role);
  await keyResult.opens(shown);
  const moves = okrs.frame.getByRole('list', { name: 'When start, target, metric or dates changed' });
  await expect(moves).toContainText('Target: from 40% to 80% → from 40% to 60%');
  await expect(moves).toContainText('Two regions open later than planned.');
  await expect(okrs.frame.locator('[data-goal-move]')).toHaveCount(1);
  await expect(
    okrs.frame.getByRole('table', { name: 'When start, target, metric or dates changed' }),
  ).toContainText('Target: from 40% to 60%');

  const history = new HistoryPage(page, okrs);
  await history.opensFromMenu();
  await history.choosesTeam(world.team.name);
  const move = history.entry('Two regions open later than planned.');
  await expect(move).toContainText('Target from 40 to 80 → from 40 to 60');
  await expect(move).toContainText(`${shown.key} Trials that convert`);
  expect(await violations()).toEqual([]);
  await history.choosesKind('Objectives');
  await expect(move).toHaveCount(0);
  await expect(history.entries.first()).toContainText('created the objective');
  await history.choosesKind('Everything');
  const file = await history.exports();
  expect(file.split('\r\n')[0]).toContain('When,Who,Account,What');
  expect(file).toContain('Two regions open later than planned.');
  await move.getByRole('link', { name: 'Trials that convert' }).click();
  await expect(moves).toBeVisible();
});
