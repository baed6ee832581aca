import { dayFromNow, said } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';

test('work moves in the open panel as stories are done, and the outcome does not', async ({
  site,
  world,
  issue,
}) => {
  const trial = await world.keyResult('Sign-ups that finish');
  await world.checkIn(trial, dayFromNow(0), 55);
  const { epic, stories } = await world.epic('Two steps instead of five', 4);
  await world.attach(trial, [epic]);
  const [first, second, third] = stories;
  if (!first || !second || !third) throw new Error('The epic has too few stories.');

  await site.becomes(people.tom.role);
  await issue.opens(epic);
  const serving = (await issue.opensWaymark()).serving(trial);
  await serving.hasWork('0 of 4 stories done', 'counted just now, as you see it');
  await serving.doesNotAskWhenLive();
  const before = await serving.outcomeText();

  await issue.movesChild(first, 'Done');
  await serving.hasWork('1 of 4 stories done');
  await serving.asksWhenLive(dayFromNow(0));
  await issue.movesChild(second, 'Done');
  await serving.hasWork('2 of 4 stories done');
  // In another window, of which Jira tells this page nothing.
  await world.jira.move(third, 'Done', "Won't Do");
  await serving.hasWork("2 of 3 stories done, 1 left out as Won't Do");
  expect(await serving.outcomeText()).toBe(before);

  const yesterday = dayFromNow(-1);
  await serving.savesLive(yesterday, 'Switched on for everybody on that day.');
  await serving.hasWork(`People got it on ${said(yesterday)}`);
  await serving.doesNotAskWhenLive();
  expect(await serving.outcomeText()).toBe(before);
});

test('stored counts follow with the five-minute catch-up, and say as of when', async ({
  site,
  world,
  okrs,
}) => {
  const trial = await world.keyResult('Answers that help');
  const { epic, stories } = await world.epic('Answers people can use', 3);
  await world.attach(trial, [epic]);
  const [first] = stories;
  if (!first) throw new Error('The epic has no story.');

  await site.becomes(people.priya.role);
  await okrs.opens(world.route);
  const row = okrs.row(trial);
  await row.unfoldsWork();
  await row.showsWork('0 of 3 child issues done');

  await world.jira.move(first, 'Done');
  await site.runs('every-five-minutes');
  await okrs.opens(world.route);
  await row.unfoldsWork();
  await row.showsWork('1 of 3 child issues done');
  await row.showsWork(/^as of \d+ \w+ \d{4}, \d\d:\d\d$/);
});
