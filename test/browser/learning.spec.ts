import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { initiativeId, requestId } from '../../src/contract/inputs';
import { dayFromNow } from './builders/days';
import type { Issue } from './builders/jira-issues';
import { people } from './builders/people';
import type { KeyResult, World } from './builders/world';
import { expect, test } from './fixtures';
import { Calls } from './pages/calls';
import { LearningPage } from './pages/learning-page';

/** Weeks from the work's becoming live, the day before week 0, with the value measured then. */
async function measures(
  world: World,
  keyResult: KeyResult,
  before: number[],
  after: number[],
): Promise<void> {
  for (const [week, value] of before.entries()) {
    await world.checkIn(keyResult, dayFromNow(-28 - 7 * (before.length - week)), value);
  }
  for (const [week, value] of after.entries())
    await world.checkIn(keyResult, dayFromNow(7 * week - 28), value);
}

const read = z.object({
  objectives: z.array(
    z.object({
      keyResults: z.array(
        z.object({ initiatives: z.array(z.object({ id: initiativeId, issueId: z.string() })) }),
      ),
    }),
  ),
});

/** Attaches the epic with this hypothesis, and says that people have it since 29 days. */
async function isLive(world: World, keyResult: KeyResult, epic: Issue, effect: number): Promise<void> {
  await world.attach(keyResult, [epic], people.tom, {
    kind: 'stated',
    hypothesis: { effect, lagDays: 0, why: '' },
  });
  const page = await world.site.call(people.tom, 'key-result.read', { id: keyResult.id }, read);
  const initiatives = page.objectives
    .flatMap(({ keyResults }) => keyResults)
    .flatMap((one) => one.initiatives);
  const found = initiatives.find(({ issueId }) => issueId === epic.id);
  if (found === undefined) throw new Error(`${epic.key} is not attached.`);
  await world.site.call(
    people.tom,
    'initiative.set-live',
    {
      id: found.id,
      version: 1,
      requestId: requestId.parse(randomUUID()),
      on: dayFromNow(-29),
      why: 'Released that day.',
    },
    z.object({ id: z.string() }),
  );
}

test('what a team learned is one shared link, counted beside chance and read as the viewer', async ({
  site,
  world,
  page,
  violations,
}) => {
  const risen = await world.keyResult('Trials that convert');
  await measures(world, risen, [41, 39, 40.5, 40, 41.5, 39.5, 40.2], [61, 59, 60.5, 60, 61.5]);
  const { epic: welcome } = await world.epic('Better welcome', 2);
  await world.jira.label(welcome, 'onboarding');
  await isLive(world, risen, welcome, 20);
  const flat = await world.keyResult('Lessons finished');
  await measures(world, flat, [41, 39, 40.5, 40, 41.5, 39.5, 40.2], [40.4, 39.2, 40.8, 39.9, 41.1]);
  const { epic: banner } = await world.epic('A larger banner');
  await isLive(world, flat, banner, 20);
  await site.runs('every-five-minutes');
  const learning = new LearningPage(page);

  await site.becomes(people.tom.role);
  const cost = await new Calls(page).during(async () => learning.opensOf(world.team));
  await learning.says(
    'Of 2 pieces of work that could be judged, 1 moved its number, 1 did not, 0 could not be seen, 0 moved it the wrong way.',
    'Chance alone would give about 0.05 that seem to have moved their number.',
    'That is too few to say how often such work moves its number.',
    'Of 2 hypotheses, 1 held, 1 expected too much, 0 too little.',
    `From ${world.cycle.name}.`,
  );
  await learning.hasRow('By issue type', 'Epic 2 1 1 0 0 too few to say');
  await learning.hasRow('By label', 'onboarding 1 1 0 0 0 too few to say');
  await learning.hasRow('By label', 'No label 1 0 1 0 0 too few to say');
  await learning.hasRow('By size', '1 to 5 child issues 1 1 0 0 0 too few to say');
  await learning.hasRow('By how soon it was to show', 'Within a week 2 1 1 0 0 too few to say');
  expect(cost.jira.filter((request) => request.includes('/user/'))).toEqual([]);
  for (const { name } of Object.values(people)) await expect(learning.body).not.toContainText(name);
  expect(await violations()).toEqual([]);
  await site.wears('dark');
  await learning.opensOf(world.team);
  await learning.says('Of 2 pieces of work that could be judged');
  expect(await violations()).toEqual([]);

  // As where more was done than one reply holds: the newest key result comes alone, and the rest when it is asked for.
  await learning.comesInParts();
  await learning.opensOf(world.team);
  await learning.says('Of 1 piece of work that could be judged, 0 moved');
  await learning.says('This is the newest work. Older work is not counted yet.');
  await learning.readsEarlier();
  await learning.says('Of 2 pieces of work that could be judged, 1 moved its number, 1 did not');
  await learning.hasRow('By issue type', 'Epic 2 1 1 0 0 too few to say');
  await learning.hasReadAll();

  await learning.opensFromMenu();
  await learning.choosesTeam(world.team.name);
  await learning.says('Of 2 pieces of work that could be judged');
});

test('a team without work that people have is told how to come to it', async ({ site, world, page }) => {
  const learning = new LearningPage(page);
  await site.becomes(people.tom.role);
  await learning.opensOf(world.team);
  await learning.says('Nothing to learn from yet', 'Attach an epic to the key result it should move');
});
