import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import type { World } from './builders/world';
import { expect, test } from './fixtures';
import { JiraTrouble } from './pages/jira-trouble';

const missing = 'Jira did not answer, so titles, statuses or names are missing.';

/** Half of 90 days have passed: 60 of 40 to 80 would be on pace. */
async function behindWithWork(world: World) {
  const keyResult = await world.keyResult('Seen without Jira');
  await world.checkIn(keyResult, dayFromNow(0), 55);
  const { epic, stories } = await world.epic('Work Jira keeps to itself', 2);
  await world.attach(keyResult, [epic]);
  return { keyResult, epic, stories };
}

test('while Jira fails the overview and a key result show the outcome and say what is missing', async ({
  site,
  world,
  okrs,
  keyResult,
  page,
}) => {
  const { keyResult: shown, epic } = await behindWithWork(world);
  const jira = new JiraTrouble(page);
  await site.becomes(people.tom.role);

  await jira.answers(500);
  await okrs.opens(world.route);
  const row = okrs.row(shown);
  await row.shows('60% would be on pace', 'Behind', 'Name missing');
  await expect(okrs.frame.getByText(missing)).toBeVisible();
  await row.unfoldsWork();
  await row.showsWork('Title missing');
  await row.showsWork('0 of 2 child issues done');
  await jira.recovers();
  await okrs.frame.getByRole('button', { name: 'Try again' }).click();
  await expect(okrs.frame.getByText(missing)).toHaveCount(0);
  await row.showsWork(epic.summary);
  await row.shows(people.priya.name);

  await jira.answers(429);
  await keyResult.opens(shown);
  await keyResult.hasOutcome('60% would be on pace', 'Behind');
  await expect(okrs.frame.getByText(missing)).toBeVisible();
  await jira.recovers();
  await okrs.frame.getByRole('button', { name: 'Try again' }).click();
  await expect(keyResult.initiative(epic.key)).toContainText(epic.summary);
});

test('while Jira fails the issue panel shows the outcome and says what is missing', async ({
  site,
  world,
  issue,
  page,
}) => {
  const { keyResult, epic, stories } = await behindWithWork(world);
  const jira = new JiraTrouble(page);
  await site.becomes(people.tom.role);

  for (const status of [500, 429] as const) {
    await jira.answers(status);
    await issue.opens(epic);
    const panel = await issue.opensWaymark();
    await panel.serving(keyResult).hasOutcome('60% would be on pace', 'Behind');
    await panel.serving(keyResult).hasWork('0 of 2 child issues done');
    await panel.says(missing);
    await jira.recovers();
    await panel.triesAgain();
    await panel.serving(keyResult).isHeaded(`This epic serves ${keyResult.key}`);
    await panel.serving(keyResult).hasWork('0 of 2 stories done');
  }

  const [story] = stories;
  if (story === undefined) throw new Error('The epic has no story.');
  await jira.answers(500);
  await issue.opens(story);
  const through = await issue.opensWaymark();
  await through.says(missing);
  await through.says(/^It serves no key result itself\. Whether it serves one through its parent/);
  await jira.recovers();
  await through.triesAgain();
  await through.serving(keyResult).isHeaded(`This story serves ${keyResult.key} through ${epic.key}`);
});

test('while Jira takes its time the issue panel shows the outcome, and what Jira adds once it is there', async ({
  world,
  issue,
  page,
}) => {
  const { keyResult, epic, stories } = await behindWithWork(world);
  const [story] = stories;
  if (story === undefined) throw new Error('The epic has no story.');
  const jira = new JiraTrouble(page);

  const answerForEpic = await jira.hesitates();
  await issue.opens(epic);
  const panel = await issue.opensWaymark();
  await panel.serving(keyResult).hasOutcome('60% would be on pace', 'Behind');
  await panel.serving(keyResult).hasWork('0 of 2 child issues done');
  answerForEpic();
  await panel.serving(keyResult).hasWork('0 of 2 stories done');
  await jira.recovers();

  const answerForStory = await jira.hesitates();
  await issue.opens(story);
  const through = await issue.opensWaymark();
  await through.says(/^It serves no key result itself\. Whether it serves one through its parent/);
  answerForStory();
  await through.serving(keyResult).isHeaded(`This story serves ${keyResult.key} through ${epic.key}`);
});
