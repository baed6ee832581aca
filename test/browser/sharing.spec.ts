import { otherTeam } from './builders/other-team';
import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Calls } from './pages/calls';
import { Keyboard } from './pages/keyboard';

test('a key result of another team is shown beneath an objective, counts at home alone, and is taken away', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const own = await world.objective('Learners stay');
  const mine = await world.keyResult('Learners back in week two', {}, own);
  await world.checkIn(mine, dayFromNow(0), 50);
  const platform = await otherTeam(world, 'Platform');
  const { frame } = okrs;
  const keyboard = new Keyboard(page);
  const calls = new Calls(page);
  const card = frame.getByRole('region', { name: own.title });
  const shared = card
    .getByRole('list', { name: 'Shared by other teams: shown here, counted at home' })
    .getByRole('listitem');

  await site.becomes(people.priya.role);
  await okrs.opens(`/objectives/${own.id}`);
  const rolledUp = await card.getByText('of the way').first().textContent();
  await keyboard.uses(frame.getByRole('button', { name: 'Show a key result of another team' }));
  const form = frame.getByRole('form', { name: 'Show a key result of another team' });
  // Its own team's are not among those found.
  await form.getByRole('combobox').fill(world.word);
  await expect(form.getByRole('option')).toHaveCount(1);
  await keyboard.presses('Enter');
  await expect(form.getByRole('button', { name: 'Choose another' })).toBeVisible();
  await expect(form).toContainText(platform.keyResult.title);
  expect(await violations()).toEqual([]);
  await keyboard.uses(form.getByRole('button', { name: 'Show it here' }));
  await expect(shared).toHaveCount(1);
  await expect(shared).toContainText(`Shared by ${platform.name}`);
  await expect(shared).toContainText('not measured');
  await expect(card.getByText('of the way').first()).toHaveText(rolledUp ?? '');
  expect(await violations()).toEqual([]);

  // Chosen once more it is there already, once.
  await frame.getByRole('button', { name: 'Show a key result of another team' }).click();
  await form.getByRole('combobox').fill(world.word);
  await expect(form.getByRole('option')).toHaveCount(1);
  await form.getByRole('option').click();
  await form.getByRole('button', { name: 'Show it here' }).click();
  await expect(okrs.flag('was shown here already')).toBeVisible();
  await expect(shared).toHaveCount(1);

  await shared.getByRole('button', { name: /^Take KR-\d+ away from O-\d+$/ }).click();
  await expect(shared).toHaveCount(0);
  await okrs.flag('is no longer shown beneath').getByRole('button', { name: 'Undo' }).click();
  await expect(shared).toHaveCount(1);

  const cost = await calls.during(async () => {
    await okrs.opens(world.route);
    await expect(shared).toContainText(`Shared by ${platform.name}`);
  });
  expect(cost.invokes).toEqual(['overview.read']);
  expect(cost.statements).toBeLessThanOrEqual(4);

  // At home its owner sees where it is shown, and ends it.
  await site.becomes(people.marta.role);
  await shared.getByRole('link', { name: platform.keyResult.title }).click();
  await okrs.isHeaded(platform.keyResult.title);
  const also = frame.getByRole('region', { name: 'Also shown beneath' });
  await expect(also.getByRole('link', { name: own.title })).toBeVisible();
  await expect(also).toContainText(world.team.name);
  expect(await violations()).toEqual([]);
  await also.getByRole('button', { name: /^Take KR-\d+ away from O-\d+$/ }).click();
  await expect(also).toHaveCount(0);
  await frame.getByText('took a key result of one team away from an objective of another').first().waitFor();
  await okrs.opens(`/objectives/${own.id}`);
  await okrs.isHeaded(own.title);
  await expect(shared).toHaveCount(0);
});
