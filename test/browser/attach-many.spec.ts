import { people } from './builders/people';
import { expect, test } from './fixtures';

test('issues found by words, by JQL and by pasted keys are attached at once', async ({
  site,
  world,
  keyResult,
  okrs,
}) => {
  const trial = await world.keyResult('Groups that meet');
  const { epic: first } = await world.epic('Study groups find a time');
  const { epic: second } = await world.epic('Study groups find a room');
  const task = await world.jira.create('Task', `Print the posters ${world.word}`);
  await world.attach(trial, [task]);
  const { epic: third } = await world.epic('Teachers open a group');

  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  const attach = await keyResult.attachesSeveral();
  await attach.searches(`groups find ${world.word}`);
  await attach.finds('2 issues');
  await attach.chooses(first);
  await attach.searches(`project = GROW AND type = Task AND summary ~ "${world.word}"`);
  await attach.finds('1 issue');
  await attach.cannotChoose(task, 'Attached already');
  await attach.searches('project = ');
  await attach.says(/^Jira does not understand this search: /);
  await attach.searches(`${second.key}, ${third.key} GROW-99999`);
  await attach.finds('2 issues Not found, or not open to you: GROW-99999.');
  await attach.chooses(second, third);
  await attach.saves('Attach 3 issues');
  await expect(okrs.flag(`3 issues attached to ${trial.key}`)).toBeVisible();
  for (const { key } of [first, second, third, task]) await expect(keyResult.initiative(key)).toBeVisible();
});

test('one issue is detached, and undoing it brings it back', async ({ site, world, keyResult, okrs }) => {
  const trial = await world.keyResult('Captions read');
  const { epic: kept } = await world.epic('Captions on every video');
  const { epic: other } = await world.epic('Captions people can search');
  await world.attach(trial, [kept, other]);

  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  await keyResult.detaches(other.key);
  await expect(keyResult.initiative(other.key)).toHaveCount(0);
  await expect(keyResult.initiative(kept.key)).toBeVisible();
  await okrs.flag(`Detached from ${trial.key}`).getByRole('button', { name: 'Undo' }).click();
  await expect(okrs.flag(`Attached to ${trial.key} again`)).toBeVisible();
  await expect(keyResult.initiative(other.key)).toBeVisible();
  await keyResult.hasHistory('detached an issue', 'attached an issue again');
});
