import { dayFromNow, said } from './builders/days';
import { people } from './builders/people';
import { World } from './builders/world';
import { expect, test } from './fixtures';

test('an epic is attached to a key result, and outcome and work are seen apart', async ({
  site,
  world,
  issue,
  okrs,
}) => {
  const trial = await world.keyResult('Trial conversion');
  const other = await world.keyResult('Answers within a day');
  // Half of 90 days have passed: 60 of 40 to 80 would be on pace, and 55 is 0.125 of the way short of it.
  await world.checkIn(trial, dayFromNow(-14), 50);
  await world.checkIn(trial, dayFromNow(0), 55, { confidence: 5 });
  const { epic, stories } = await world.epic('A shorter way to the first lesson', 13);
  for (const story of stories.slice(0, 7)) await world.jira.move(story, 'Done');
  const [, , , , , , , dropped] = stories;
  if (dropped) await world.jira.move(dropped, 'Done', "Won't Do");

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  await issue.panelReads('serves no key result');
  const panel = await issue.opensWaymark();
  await panel.servesNothing();

  const attach = await panel.attaches();
  await attach.searches('conversion');
  await attach.offers(trial, 'The number gained 38% of the way, and no work is attached.');
  await attach.searches(world.team.name);
  await attach.offers(trial);
  await attach.offers(other);
  await attach.searches(trial.key);
  await attach.offersOnly(trial);
  await attach.picks(trial);
  await attach.expectsRise('8', '14', 'New learners stop at the fourth step.');
  await attach.says(
    /^To be judged, this needs (at least )?\d+ measurements before people get it and \d+ after/,
  );
  await attach.says('The key result’s owner will be told.');
  await attach.saves();
  await attach.isClosed();
  await expect(okrs.flag(`${epic.key} attached to ${trial.key}`)).toBeVisible();

  const serving = panel.serving(trial);
  await serving.isHeaded(`This epic serves ${trial.key}`);
  await serving.hasOutcome(
    `55% on ${said(dayFromNow(0))}; 60% would be on pace`,
    'Behind',
    '38% of the way',
    'Confidence 5 of 10',
    'Fresh',
  );
  await serving.hasWork(
    "7 of 12 stories done, 1 left out as Won't Do",
    'Should change it by +8 points within 14 days of people getting it',
    'Because: New learners stop at the fourth step.',
  );
  await serving.keepsApart();

  await issue.closesWaymark();
  await issue.panelReads(`${trial.key} · behind`);

  const [story] = stories;
  if (story === undefined) throw new Error('The epic has no story.');
  await issue.opens(story);
  await issue.panelReads(`${trial.key} · behind`);
  const through = (await issue.opensWaymark()).serving(trial);
  await through.isHeaded(`This story serves ${trial.key} through ${epic.key}`);
  await through.hasOutcome('60% would be on pace');
  await through.hasWork(`Work of ${epic.key}`);

  await site.becomes(people.priya.role);
  await okrs.opens();
  await expect(okrs.notice(epic.key)).toContainText(people.tom.name);
  await expect(okrs.notice(epic.key)).toContainText(`${trial.key} ${trial.title}`);
  await okrs.notice(epic.key).getByRole('button', { name: 'Seen' }).click();
  await expect(okrs.notice(epic.key)).toHaveCount(0);
});

test('a restricted objective never shows in the collapsed panel, whoever looks', async ({
  site,
  world,
  issue,
}) => {
  const objective = await world.objective('Grow in secret', { restricted: true });
  const secret = await world.keyResult('Unannounced markets', {}, objective);
  const { epic } = await world.epic('A market nobody knows of');
  await world.attach(secret, [epic], people.tom);

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  await issue.panelReads('serves no key result');
  await (await issue.opensWaymark()).serving(secret).isHeaded(`This epic serves ${secret.key}`);

  await site.becomes(people.jonas.role);
  await issue.opens(epic);
  await issue.closesWaymark();
  await issue.panelReads('serves no key result');
  await (await issue.opensWaymark()).servesNothing();
});

test('who may not edit the issue may not attach it, and is told so', async ({ site, world, issue }) => {
  const open = await world.keyResult('Readers who come back');
  const { epic } = await world.epic('A reason to come back');

  await site.becomes(people.jonas.role);
  await issue.opens(epic);
  const panel = await issue.opensWaymark();
  const attach = await panel.attaches();
  await attach.searches(world.word);
  await attach.picks(open);
  await attach.skipsTheHypothesis();
  await attach.saves();
  await attach.isRefused(
    'You may not edit this issue in Jira, so you cannot attach it. Ask somebody who may.',
  );

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  await (await issue.opensWaymark()).servesNothing();
});

test('attaching the same epic again says that it is attached, and shows it once', async ({
  site,
  world,
  issue,
  okrs,
}) => {
  const once = await world.keyResult('Lessons finished');
  const { epic } = await world.epic('Lessons that end');
  await world.attach(once, [epic]);

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  const panel = await issue.opensWaymark();
  const attach = await panel.attaches();
  await attach.searches(once.key);
  await attach.picks(once);
  await attach.leavesItToTheOwner();
  await attach.saves();
  await attach.isClosed();
  await expect(okrs.flag('1 was attached already.')).toBeVisible();
  await panel.serving(once).isHeaded(`This epic serves ${once.key}`);
});

test('the search offers the issue’s own project first, and of it what runs before what is planned', async ({
  site,
  world,
  issue,
  baseURL,
}) => {
  // Made in the wrong order, so that their numbers do not explain it.
  const elsewhere = await World.begin(baseURL ?? '', { project: 'LEARN' });
  const planned = await World.begin(baseURL ?? '', { phase: 'draft' });
  const ofElsewhere = await elsewhere.keyResult(`Searched from ${world.word}`);
  const ofPlanned = await planned.keyResult(`Searched from ${world.word}`);
  const running = await world.keyResult('Searched from');
  const { epic } = await world.epic('Work that looks for its key result');

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  const attach = await (await issue.opensWaymark()).attaches();
  await attach.searches(world.word);
  await attach.offersInOrder(running, ofPlanned, ofElsewhere);
});
