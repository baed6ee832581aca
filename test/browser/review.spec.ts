import { people } from './builders/people';
import { World } from './builders/world';
import { expect, test } from './fixtures';
import { ReviewPage } from './pages/review-page';
import { SettingsPage } from './pages/settings-page';

test('a task typed as a key result becomes work for one; what is dismissed is kept, and the report shows the rest', async ({
  site,
  okrs,
  page,
  baseURL,
  violations,
}) => {
  const world = await World.begin(baseURL ?? '', { phase: 'draft' });
  const saved = await world.keyResult('Hold 12 workshops');
  const review = new ReviewPage(page);
  const { frame } = okrs;
  await site.becomes(people.priya.role);

  await okrs.opens(`/key-results/${saved.id}/edit`);
  const sentence = frame.getByRole('textbox', { name: 'Key result', exact: true });
  await sentence.fill('Launch the lesson library');
  await expect(review.finding('K3')).toContainText('It can be finished with nothing changed.');
  await expect(frame.locator('[data-rule]')).toHaveCount(2);
  expect(await violations()).toEqual([]);

  // Dismissed with a reason it stands aside, and can be taken back.
  await review.dismisses(review.finding('K3'), 'The contract names it.');
  await expect(frame.getByText('K3 dismissed: The contract names it.')).toBeVisible();
  await expect(review.finding('K3')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Take back' }).click();
  await expect(review.finding('K3')).toBeVisible();

  await review.finding('K3').getByRole('button', { name: 'Make this an initiative' }).click();
  const asked = frame.getByRole('textbox', {
    name: 'What would change if “Launch the lesson library” worked?',
  });
  await expect(asked).toBeFocused();
  const work = frame.getByRole('region', { name: 'Work for this key result' });
  await expect(work.getByText('Growth & Onboarding (GROW)')).toBeVisible();
  await asked.fill(`First lessons finished on day one rise from 40 % to 80 % ${world.word}`);
  await frame.getByRole('button', { name: 'Save key result' }).click();
  await expect(
    frame.getByRole('heading', { level: 1, name: /First lessons finished on day one/ }),
  ).toBeVisible();
  await expect(frame.getByText('Launch the lesson library').first()).toBeVisible();

  await review.opens(world);
  const ofObjective = review.partOf(saved.objectiveTitle);
  const unsaid = ofObjective.locator('[data-rule="O6"]');
  await expect(unsaid).toContainText('what larger goal it serves');
  await review.dismisses(unsaid, 'The first of its kind.');
  await expect(ofObjective.getByText('O6 dismissed: The first of its kind.')).toBeVisible();
  await ofObjective.getByRole('checkbox', { name: 'Missing it would hurt' }).press('Space');
  await ofObjective.getByRole('button', { name: 'Answer' }).click();
  await expect(ofObjective.getByText(/missing would hurt\./)).toBeVisible();

  // Starting the cycle lists what is missing, and goes ahead.
  await okrs.opens('/cycles');
  const line = frame.getByRole('listitem').filter({ hasText: world.cycle.name });
  await line.getByRole('button', { name: 'Start the cycle' }).click();
  const before = line.getByRole('region', { name: `Before ${world.cycle.name} starts` });
  await expect(before).toContainText('K8');
  await expect(before).not.toContainText('O6');
  await before.getByRole('button', { name: 'Start it' }).click();
  await expect(line.getByText('Active')).toBeVisible();
});

test('a rule that the site made blocking stops a cycle’s start until its finding is dismissed', async ({
  site,
  okrs,
  page,
  baseURL,
  violations,
}) => {
  const world = await World.begin(baseURL ?? '', { phase: 'draft' });
  await world.keyResult('Launch the lesson library');
  const settings = new SettingsPage(page);
  await site.becomes(people.marta.role);
  await settings.opens();
  await settings.stopsCyclesAt('K3: a key result is not a task');

  await okrs.opens('/cycles');
  const line = okrs.frame.getByRole('listitem').filter({ hasText: world.cycle.name });
  await line.getByRole('button', { name: 'Start the cycle' }).click();
  const before = line.getByRole('region', { name: `Before ${world.cycle.name} starts` });
  await expect(before).toContainText('This site starts no cycle while these stand.');
  await expect(before.getByRole('listitem')).toHaveText([/K3.*It can be finished with nothing changed\./]);
  await expect(before.getByRole('button', { name: 'Start it' })).toBeDisabled();
  expect(await violations()).toEqual([]);

  await before.getByRole('link', { name: 'See the whole review' }).click();
  const review = new ReviewPage(page);
  await review.dismisses(review.finding('K3'), 'The contract names it.');
  await expect(okrs.frame.getByText('K3 dismissed: The contract names it.')).toBeVisible();
  await okrs.opens('/cycles');
  await line.getByRole('button', { name: 'Start the cycle' }).click();
  await before.getByRole('button', { name: 'Start it' }).click();
  await expect(line.getByText('Active')).toBeVisible();

  await settings.opens();
  await settings.lets('K3: a key result is not a task');
});

test('what is about to be pressed stays where it is, whatever the review says meanwhile', async ({
  page,
  site,
  world,
  okrs,
}) => {
  const saved = await world.keyResult('Trials that convert');
  const review = new ReviewPage(page);
  await site.becomes(people.priya.role);
  await page.clock.install();
  await okrs.opens(`/key-results/${saved.id}/edit`);
  const save = okrs.frame.getByRole('button', { name: 'Save key result' });
  const sentence = okrs.frame.getByRole('textbox', { name: 'Key result', exact: true });
  await sentence.waitFor();
  // The review speaks after a pause in the typing: on a slow machine one could pass before the pointer is there.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await sentence.fill('Launch the lesson library');
  await save.hover();
  const before = await save.boundingBox();
  await page.clock.runFor(5_000);
  await expect(review.finding('K3')).toHaveCount(0);
  expect(await save.boundingBox()).toEqual(before);
  await sentence.hover();
  await expect(review.finding('K3')).toBeVisible();
  expect(await save.boundingBox()).not.toEqual(before);
});
