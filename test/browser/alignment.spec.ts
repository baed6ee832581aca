import { otherTeam, serves } from './builders/other-team';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Calls } from './pages/calls';
import { Keyboard } from './pages/keyboard';
import { MapPage } from './pages/map-page';

test('an objective says what it serves, by keyboard; both pages tell it, and it can be taken back', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const own = await world.objective('Learners stay');
  const platform = await otherTeam(world, 'Platform');
  const board = await otherTeam(world, 'Board', {
    level: 'organisation',
    title: 'A school for everyone',
    measure: 'Schools that leave',
  });
  await serves(world, people.marta, platform.objective, { kind: 'objective', id: board.objective.id });
  const { frame } = okrs;
  const keyboard = new Keyboard(page);
  const serving = frame.getByRole('region', { name: 'What it serves' });

  await site.becomes(people.priya.role);
  const cost = await new Calls(page).during(async () => {
    await okrs.opens(`/objectives/${own.id}`);
    await expect(serving).toContainText('People choose better when they know what a goal is part of.');
  });
  expect(cost.invokes).toEqual(['objective.read']);
  expect(cost.statements).toBeLessThanOrEqual(4);

  await keyboard.uses(serving.getByRole('button', { name: 'Say what it serves' }));
  const search = serving.getByRole('combobox', { name: 'Objective or key result of another team' });
  await expect(search).toBeFocused();
  await page.keyboard.insertText(`outages ${world.word}`);
  await expect(serving.getByRole('option')).toHaveCount(1);
  await keyboard.presses('Enter');
  await expect(serving.getByRole('button', { name: 'Choose something else' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await keyboard.uses(serving.getByRole('button', { name: 'Save what it serves' }));
  const chain = serving.getByRole('list', { name: 'From here up' });
  await expect(chain.getByRole('listitem')).toHaveCount(2);
  await expect(chain.getByRole('listitem').first()).toContainText(platform.objective.title);
  await expect(chain.getByRole('listitem').first()).toContainText(`its key result KR-`);
  await expect(chain.getByRole('listitem').first()).toContainText('1 unknown · 0% of the way');
  await expect(chain.getByRole('listitem').last()).toContainText(board.objective.title);
  expect(await violations()).toEqual([]);

  await okrs.flag('What it serves is saved').getByRole('button', { name: 'Undo' }).click();
  await expect(serving).toContainText('People choose better');

  // Nothing above it is fine, with a reason.
  await serving.getByRole('button', { name: 'Say what it serves' }).click();
  await serving.getByRole('button', { name: 'It serves nothing above it' }).click();
  await serving.getByRole('button', { name: 'Save what it serves' }).click();
  await expect(serving).toContainText('Say why it serves nothing above it.');
  await serving.getByRole('textbox', { name: 'Why it serves nothing' }).fill('An experiment of six weeks.');
  await serving.getByRole('button', { name: 'Save what it serves' }).click();
  await expect(serving).toContainText('It serves nothing above it: An experiment of six weeks.');

  // The page of the one above lists the one beneath.
  await okrs.opens(`/objectives/${board.objective.id}`);
  await okrs.isHeaded(board.objective.title);
  const supporters = frame.getByRole('region', { name: 'Supported by' });
  await expect(supporters.getByRole('listitem')).toHaveCount(1);
  await expect(supporters.getByRole('link', { name: platform.objective.title })).toBeVisible();
  await expect(supporters).toContainText('they add nothing to this objective’s');
});

test('a new objective chooses what it serves, and is told when it copies the words', async ({
  page,
  site,
  world,
  okrs,
}) => {
  const platform = await otherTeam(world, 'Platform');
  await site.becomes(people.priya.role);
  const { frame } = okrs;
  // What was on the screen is where one writes.
  await okrs.opens(`/?team=${world.team.id}&cycle=${world.cycle.id}`);
  await frame.getByRole('button', { name: 'Add objective' }).click();
  await expect(frame.getByRole('region', { name: '1. Your team' })).toContainText(world.team.name);
  await expect(frame.getByRole('region', { name: '2. The cycle' })).toContainText(world.cycle.name);
  await frame.getByRole('textbox', { name: 'Objective', exact: true }).fill(platform.objective.title);
  const serving = frame.getByRole('group', { name: 'What it serves' });
  await serving.getByRole('button', { name: 'Choose what it serves' }).click();
  await serving.getByRole('combobox').fill(platform.objective.title);
  await serving.getByRole('option', { name: platform.objective.title }).first().click();
  await expect(frame.locator('[data-rule="O6"]')).toContainText('say what this team adds to it');
  await frame
    .getByRole('textbox', { name: 'Objective', exact: true })
    .fill(`Lessons load in a second ${world.word}`);
  await expect(frame.locator('[data-rule="O6"]')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Save objective' }).click();
  await expect(frame.getByText(`Lessons load in a second ${world.word} is saved.`)).toBeVisible();
  const map = new MapPage(page);
  await map.opens(`?cycle=${world.cycle.id}&view=list`);
  await expect(map.rows).toHaveCount(2);
  await expect(map.rows.last()).toContainText('Lessons load in a second');
  await expect(map.rows.last()).toHaveAttribute('aria-level', '2');

  // The mouse closes and opens a branch of the picture, and a title leads to its objective.
  await map.opens(`?cycle=${world.cycle.id}`);
  await expect(map.nodes).toHaveCount(2);
  await map.button('Fold what is beneath').click();
  await expect(map.nodes).toHaveCount(1);
  await map.button('Show the 1 beneath').click();
  await map.nodes.last().getByRole('link').click();
  await okrs.isHeaded(`Lessons load in a second ${world.word}`);
});

test('a key result asks a team, whose lead declines with a reason, and then confirms after all', async ({
  page,
  site,
  world,
  okrs,
  keyResult,
  violations,
}) => {
  const asking = await world.keyResult('Lessons finished');
  const platform = await otherTeam(world, 'Platform');
  await site.becomes(people.priya.role);
  await keyResult.opens(asking);
  const { frame } = okrs;
  const teams = frame.getByRole('region', { name: 'Teams it depends on' });
  await teams.getByRole('button', { name: 'Ask a team' }).click();
  await teams.getByRole('combobox', { name: 'Team' }).fill(platform.name);
  await frame.getByRole('option', { name: platform.name }).click();
  await teams
    .getByRole('textbox', { name: 'What do you need of them, and by when?' })
    .fill('A feed of lessons by May.');
  await teams.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(teams.getByRole('listitem')).toContainText('Waits for an answer');

  await site.becomes(people.marta.role);
  await okrs.opens('/mine');
  const waiting = frame
    .getByRole('region', { name: 'Dependencies to confirm' })
    .getByRole('listitem')
    .filter({ hasText: world.word });
  await expect(waiting).toContainText('A feed of lessons by May.');
  await waiting.getByRole('button', { name: `Decline what ${asking.key} needs` }).click();
  await expect(waiting).toContainText('Say why you decline.');
  await waiting.getByRole('textbox', { name: 'What do you answer?' }).fill('Not before July.');
  expect(await violations()).toEqual([]);
  await waiting.getByRole('button', { name: `Decline what ${asking.key} needs` }).click();
  await expect(waiting).toHaveCount(0);

  const map = new MapPage(page);
  await map.opens(`?cycle=${world.cycle.id}`);
  await map.button('Show only: Declined, 1').click();
  await map.says(/^1 of 2 objectives fit/);

  await keyResult.opens(asking);
  await expect(teams.getByRole('listitem')).toContainText('Not before July.');
  await teams.getByRole('button', { name: 'Change your answer' }).click();
  await teams.getByRole('textbox', { name: 'What do you answer?' }).fill('Julia has time.');
  await teams.getByRole('button', { name: `Confirm what ${asking.key} needs` }).click();
  await expect(teams.getByRole('listitem')).toContainText('Confirmed');
  await expect(teams.getByRole('listitem')).toContainText('Julia has time.');
});
