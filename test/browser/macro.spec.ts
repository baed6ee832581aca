import { dayFromNow, said } from './builders/days';
import { people } from './builders/people';
import type { World } from './builders/world';
import { expect, test } from './fixtures';
import { Calls } from './pages/calls';
import { ConfluencePage } from './pages/confluence-page';
import type { Site } from './pages/site';

const isBulk = (request: string) => request.includes('/rest/api/3/issue/bulkfetch');

/**
 * Half way through its cycle (60 % would be on pace): one key result on pace with work beneath it, one far behind at low
 * confidence, one not heard of for 30 days, one never measured.
 */
async function halfWay(world: World, site: Site) {
  const objective = await world.objective('Newcomers stay');
  const trial = await world.keyResult('Trial conversion', {}, objective);
  const answers = await world.keyResult('Answers within a day', {}, objective);
  const refunds = await world.keyResult('Orders kept', {}, objective);
  const invites = await world.keyResult('Invitations taken', {}, objective);
  const at = async (days: number) => site.isNow(`${dayFromNow(days)}T12:00:00Z`);
  await at(-30);
  await world.checkIn(refunds, dayFromNow(-30), 50);
  await at(-10);
  await world.checkIn(trial, dayFromNow(-10), 58);
  await at(-2);
  await world.checkIn(trial, dayFromNow(-2), 60, { evidence: 'From the warehouse, Monday.' });
  await site.isNow(null);
  await world.checkIn(answers, dayFromNow(0), 45, { confidence: 3, blocker: 'The form asks too much.' });
  const { epic, stories } = await world.epic('A shorter way to the first lesson', 3);
  for (const story of stories.slice(0, 1)) await world.jira.move(story, 'Done');
  await world.attach(trial, [epic]);
  return { objective, trial, answers, refunds, invites, epic };
}

test('a page says how a team stands, and an owner checks in from it', async ({
  page,
  site,
  world,
  violations,
}) => {
  const { trial, answers, refunds, invites, epic } = await halfWay(world, site);
  const stale = said(dayFromNow(-30));
  await site.becomes(people.priya.role);
  const wiki = new ConfluencePage(page);

  await wiki.writes(`OKR review ${world.word}`);
  const settings = await wiki.insertsMacro();
  await expect(settings.saveButton).toBeDisabled();
  await settings.searches(world.team.name);
  await settings.picks('Teams', world.team.name);
  await expect(settings.preview).toContainText('1 of 4 on pace');
  expect(await violations('[role="dialog"]')).toEqual([]);
  await settings.saves();
  await expect((await wiki.macro()).sentence).toContainText('1 of 4 on pace');

  const calls = new Calls(page);
  const read = await calls.during(async () => {
    await wiki.publishes();
    await wiki.macro();
  });
  expect(read.invokes).toHaveLength(1);
  expect(read.statements).toBe(1);
  expect(read.jira.filter(isBulk)).toEqual([]);
  const macro = await wiki.macro();
  await expect(macro.sentence).toHaveText(
    `1 of 4 on pace, 1 far behind, 1 unknown since ${stale}, 1 not measured`,
  );
  await expect(macro.body).toContainText(`Changed since ${said(dayFromNow(-7))}`);
  await expect(macro.changeOf(trial.key)).toHaveText(`${trial.key} +2 points to 60%, 1 attached, 1 live`);
  expect(await macro.titles()).toEqual(
    [refunds, invites, answers, trial].map(({ key, title }) => `${key} ${title}`),
  );
  await expect(macro.keyResult(trial.title)).toContainText(
    `60% on ${said(dayFromNow(-2))}; 60% would be on pace`,
  );
  await expect(macro.keyResult(trial.title)).toContainText('From the warehouse, Monday.');
  await expect(macro.keyResult(trial.title)).toContainText(people.priya.name);
  await expect(macro.keyResult(answers.title)).toContainText('Blocked by: The form asks too much.');
  await expect(macro.keyResult(answers.title)).toContainText('No decision yet');
  await expect(macro.keyResult(refunds.title)).toContainText(
    'The number gained 25% of the way, and no work is attached. Attach what moved it',
  );
  expect(await violations()).toEqual([]);

  const unfolded = await calls.during(async () => {
    await macro.unfoldsWork(trial.title);
    await expect(macro.keyResult(trial.title)).toContainText(`${epic.key} ${epic.summary}`);
    await expect(macro.keyResult(trial.title)).toContainText('1 of 3 child issues done');
  });
  expect(unfolded.jira.filter(isBulk)).toHaveLength(1);
  expect(unfolded.invokes).toEqual([]);

  await macro.checksIn(answers.key, '66', '8');
  await expect(macro.sentence).toHaveText(`2 of 4 on pace, 1 unknown since ${stale}, 1 not measured`);
  await expect(macro.keyResult(answers.title)).toContainText('66%');

  const exported = await wiki.exports();
  await expect(exported).toContainText(`2 of 4 on pace, 1 unknown since ${stale}, 1 not measured`);
  await expect(exported).toContainText(`${trial.key} +2 points to 60%, 1 attached, 1 live`);
  await expect(exported).toContainText(`${trial.key} ${trial.title}`);
  await expect(exported).toContainText('1 of 3 done');
});

test('the settings start from what is kept, and one line a key result is enough', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  const { objective, trial, answers } = await halfWay(world, site);
  await site.becomes(people.priya.role);
  await site.wears('dark');
  const wiki = new ConfluencePage(page);
  await wiki.writes(`Planning ${world.word}`);
  const first = await wiki.insertsMacro();
  await first.searches(`Trial conversion ${world.word}`);
  await expect(first.found('Key results', trial.title)).toBeVisible();
  await expect(first.found('Objectives', objective.title)).toBeHidden();
  await first.picksMarked();
  await expect(first.preview).toContainText('On pace');
  await first.saves();
  await expect((await wiki.macro()).sentence).toHaveText('On pace');

  const again = await wiki.changesMacro();
  await expect(again.body).toContainText(`${trial.key} ${trial.title}`);
  await again.choosesAnother();
  await expect(again.saveButton).toBeDisabled();
  await again.searches(objective.title);
  await again.picks('Objectives', objective.title);
  await again.choosesLayout('Compact');
  await again.saves();
  await wiki.publishes();
  const macro = await wiki.macro();
  await expect(macro.sentence).toContainText('1 of 4 on pace');
  await expect(macro.keyResult(answers.title)).toContainText('Far behind');
  await expect(macro.keyResult(answers.title)).toContainText('Fresh');
  expect(await macro.titles()).toEqual([]);
  expect(await violations()).toEqual([]);
  await macro.opens(answers.title);
  await okrs.isHeaded(`${answers.key} ${answers.title}`);
});

test('who may not see an objective learns nothing of it, on the page nor in its export', async ({
  page,
  site,
  world,
}) => {
  const secret = await world.objective('Buy the rival', { restricted: true, viewers: [] });
  await world.keyResult('Rival bought', {}, secret);
  await site.becomes(people.priya.role);
  const wiki = new ConfluencePage(page);
  await wiki.writes(`Home ${world.word}`);
  const settings = await wiki.insertsMacro();
  await settings.searches(secret.title);
  await settings.picks('Objectives', secret.title);
  await settings.saves();
  await wiki.publishes();
  await expect((await wiki.macro()).body).toContainText(secret.title);

  await site.becomes(people.jonas.role);
  await page.reload();
  await expect((await wiki.macro()).body).toHaveText(
    'What was chosen here is not there any more, or not open to you.',
  );
  const exported = await wiki.exports();
  await expect(exported).toContainText('not there any more, or not for everybody to see');
  await expect(exported).not.toContainText('rival');
});
