import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { World, type KeyResult } from './builders/world';
import { expect, test } from './fixtures';
import { AttachModal } from './pages/attach-modal';
import { Calls } from './pages/calls';
import { JiraTrouble } from './pages/jira-trouble';
import { Keyboard } from './pages/keyboard';
import { LargeBacklog } from './pages/large-backlog';
import { PlanningReviewPage } from './pages/planning-review';

/** LEARN's board; the other tests work in GROW, whose teams would fill the page. */
const board = 2;

async function planned(baseURL: string | undefined) {
  const world = await World.begin(baseURL ?? '', { project: 'LEARN', lead: people.tom });
  const behind = await world.keyResult('Behind');
  await world.checkIn(behind, dayFromNow(-7), 44);
  await world.checkIn(behind, dayFromNow(0), 45);
  const fine = await world.keyResult('Fine');
  await world.checkIn(fine, dayFromNow(0), 62);
  const reached = await world.keyResult('Reached');
  await world.checkIn(reached, dayFromNow(0), 81);
  const slow = await world.epic('Old idea', 3);
  const done = await world.epic('Beyond', 1);
  const { epic: loose, stories: looseStories } = await world.epic('Nobody said', 2);
  await world.attach(behind, [slow.epic]);
  await world.attach(reached, [done.epic]);
  const sprint = await world.jira.plan('future', [...slow.stories, ...done.stories, ...looseStories]);
  return { world, behind, fine, reached, slow, done, loose, looseStories, sprint };
}

test('from a sprint: those in need first, stories counted under their epic; one stopped and one attached by keyboard', async ({
  page,
  site,
  baseURL,
}) => {
  const { world, behind, fine, reached, slow, done, looseStories, sprint } = await planned(baseURL);
  const [unsaid, run] = looseStories;
  if (unsaid === undefined || run === undefined) throw new Error('The epic has no stories.');
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  const keyboard = new Keyboard(page);
  await review.opensFromSprint('LEARN', board, sprint);

  // Half of 90 days have passed: 60 of 40 to 80 would be on pace.
  const group = review.group(behind);
  await expect(group).toContainText('45% on');
  await expect(group).toContainText('60% would be on pace');
  await expect(group).toContainText('Planned here: 3 issues');
  await expect(review.planned(slow.epic)).toContainText('3 issues here');
  await expect(review.section('Work on key results already reached')).toContainText(reached.title);
  await expect(review.planned(done.epic)).toContainText('1 issue here');
  await review.frame.getByRole('searchbox', { name: 'Find' }).fill(world.word);
  await review.inOrder(behind.title, fine.title);

  await keyboard.uses(review.button(`Stop ${slow.epic.key}`));
  await keyboard.types(review.frame.getByRole('textbox', { name: 'Why? (optional)' }), 'It changed nothing.');
  await keyboard.presses('Enter');
  await expect(review.planned(slow.epic)).toContainText('It changed nothing.');
  await expect(review.planned(slow.epic)).toContainText(/Stopped on /);

  await keyboard.uses(review.frame.getByText(/^Not said \(/));
  await keyboard.uses(review.button(`Call ${run.key} run work`));
  await expect(review.button(`Attach ${run.key}`)).toHaveCount(0);
  await keyboard.uses(review.button(`Attach ${unsaid.key}`));
  const attach = new AttachModal(page, 'Plan with outcomes');
  await attach.searches(fine.title);
  await attach.offersOnly(fine);
  await keyboard.presses('Enter');
  await attach.skipsTheHypothesis();
  await keyboard.presses('Control+Enter');
  await review.isAlone();
  await expect(review.group(fine)).toContainText('Planned here: 1 issue');
  await expect(review.planned(unsaid)).toBeVisible();

  const slower = review.section('Which key result goes slower?');
  await keyboard.chooses(
    slower.getByRole('combobox', { name: 'Goes slower' }),
    behind.key,
    review.frame.getByRole('option', { name: new RegExp(behind.title) }),
  );
  await keyboard.uses(slower.getByRole('button', { name: 'Save' }));
  await expect(slower).toHaveCount(0);
  await decided(world, behind, `Goes slower: ${unsaid.key} was taken on for ${fine.key}.`);

  await keyboard.uses(review.button('End the review'));
  const text = review.frame.getByRole('textbox', { name: 'The result as text' });
  await expect(text).toHaveValue(new RegExp(`${behind.key}: ${slow.epic.key} stopped: It changed nothing.`));
  await expect(text).toHaveValue(/\/planning\?of=sprint/);
});

/** Whether a key result's last check-in carries this decision. */
async function decided(world: World, keyResult: KeyResult, text: string): Promise<void> {
  await expect.poll(() => world.lastDecision(keyResult)).toBe(text);
}

test('what is decided while judging is told as decided, asks once what goes slower, and becomes a Confluence page', async ({
  page,
  site,
  baseURL,
}) => {
  const { sprint, behind, slow } = await planned(baseURL);
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  const keyboard = new Keyboard(page);
  await review.opensFromSprint('LEARN', board, sprint);
  await expect(review.group(behind)).toContainText('Planned here: 3 issues');

  // Work that has not begun is taken on by keeping it.
  const keeps = await review.judges(slow.epic);
  await keeps.decision('Keep going').press('Space');
  await keeps.saves();
  await review.isAlone();
  await expect(review.planned(slow.epic)).toContainText(/Kept on /);
  const slower = review.section('Which key result goes slower?');
  await slower.getByRole('button', { name: 'Not now' }).click();
  await expect(slower).toHaveCount(0);

  const stops = await review.judges(slow.epic);
  await stops.decision('Stop it').press('Space');
  await stops.reason.fill('It changed nothing.');
  await stops.saves();
  await review.isAlone();
  await expect(review.planned(slow.epic)).toContainText(/Stopped on .*: It changed nothing\./);
  await expect(slower).toHaveCount(0);

  await keyboard.uses(review.button('End the review'));
  const text = review.frame.getByRole('textbox', { name: 'The result as text' });
  await expect(text).toHaveValue(new RegExp(`${behind.key}: ${slow.epic.key} kept\\n`));
  await expect(text).toHaveValue(
    new RegExp(`${behind.key}: ${slow.epic.key} stopped: It changed nothing\\.`),
  );
  await keyboard.uses(review.button('Make a Confluence page'));
  const space = review.frame.getByRole('combobox', { name: 'Space' });
  await keyboard.goesTo(space);
  await keyboard.presses('ArrowDown');
  await keyboard.presses('Enter');
  const title = `Planning ${behind.title}`;
  await keyboard.types(review.frame.getByRole('textbox', { name: 'Title of the page' }), title);
  await keyboard.uses(review.button('Create page'));
  await keyboard.leavesBy(review.button('Open the page'));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(behind.title).first()).toBeVisible();
});

test('a sprint with 200 issues takes one call, four statements and three requests to Jira', async ({
  page,
  site,
  baseURL,
}) => {
  test.slow();
  const world = await World.begin(baseURL ?? '', { project: 'TRUST', lead: people.tom });
  const keyResult = await world.keyResult('Two hundred');
  await world.checkIn(keyResult, dayFromNow(0), 50);
  const { epic, stories } = await world.epic('Large', 170);
  await world.attach(keyResult, [epic]);
  const { stories: others } = await world.epic('Loose', 20);
  const sprint = await world.jira.plan('future', [...stories, ...others]);
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  const calls = new Calls(page);
  const cost = await calls.during(async () => {
    await review.opensFromSprint('TRUST', 4, sprint);
    await expect(review.group(keyResult)).toContainText('Planned here: 170 issues');
    await review.says(/^Not said \(\d+\)/);
  });
  expect(cost.invokes).toEqual(['planning.read']);
  expect(cost.statements).toBeLessThanOrEqual(4);
  expect(cost.bytes).toBeLessThanOrEqual(200_000);
  expect(cost.jira.length, cost.jira.join('\n')).toBeLessThanOrEqual(3);
});

test('while Jira fails the key results show how they stand, and what is planned comes when it answers', async ({
  page,
  site,
  baseURL,
}) => {
  const { behind, sprint, slow } = await planned(baseURL);
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  const jira = new JiraTrouble(page);
  for (const status of [500, 429] as const) {
    await jira.answers(status);
    await review.opensFromSprint('LEARN', board, sprint);
    await expect(review.group(behind)).toContainText('60% would be on pace');
    await expect(review.group(behind)).toContainText('What is planned here is not known yet.');
    await review.says(/^Jira did not answer, so what is planned here is missing/);
    await jira.recovers();
    await review.button('Try again').click();
    await expect(review.planned(slow.epic)).toContainText('3 issues here');
  }
});

test('while Jira takes its time, or tells a part, planning is of use and says what is missing', async ({
  page,
  site,
  baseURL,
}) => {
  const { world, behind, sprint, slow } = await planned(baseURL);
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  const jira = new JiraTrouble(page);

  const answer = await jira.hesitates();
  await review.opensFromSprint('LEARN', board, sprint);
  await expect(review.group(behind)).toContainText('60% would be on pace');
  await expect(review.group(behind)).toContainText('What is planned here is not known yet.');
  await review.says('Reading what is planned');
  // A decision on the key result does not wait for Jira.
  await review.button(`Decide on ${behind.key}`).click();
  await review.frame.getByRole('textbox', { name: 'What is decided?' }).fill('Ask five people who left.');
  await review.group(behind).getByRole('button', { name: 'Save' }).click();
  await decided(world, behind, 'Ask five people who left.');
  answer();
  await expect(review.planned(slow.epic)).toContainText('3 issues here');
  await jira.recovers();

  // The issues came; what stands above their epics did not.
  await jira.answers(429, '/issue/bulkfetch');
  await review.opensFromSprint('LEARN', board, sprint);
  await expect(review.planned(slow.epic)).toContainText('3 issues here');
  await review.says(/^Jira did not say what stands above these issues/);
  await jira.recovers();
  await review.button('Try again').first().click();
  await expect(review.frame.getByText(/^Jira did not say what stands above/)).toHaveCount(0);
  await expect(review.planned(slow.epic)).toContainText('3 issues here');
});

for (const mode of ['light', 'dark'] as const) {
  test(`breaks no accessibility rule in ${mode}`, async ({ page, site, baseURL, violations }) => {
    const { behind, slow, sprint } = await planned(baseURL);
    await site.becomes(people.tom.role);
    await site.wears(mode);
    const review = new PlanningReviewPage(page);
    await review.opensFromSprint('LEARN', board, sprint);
    await expect(review.group(behind)).toContainText('Planned here: 3 issues');
    await review.planned(slow.epic).getByText('3 issues here').click();
    await review.frame.getByText(/^Not said \(/).click();
    await review.button(`Decide on ${behind.key}`).click();
    await review.button(`Change ${slow.epic.key}`).click();
    await review.button('End the review').click();
    await expect(review.frame.getByRole('textbox', { name: 'The result as text' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}

test('a backlog, a board and a page open the review too', async ({ page, site, baseURL, okrs }) => {
  const { world, behind } = await planned(baseURL);
  await site.becomes(people.tom.role);
  const review = new PlanningReviewPage(page);
  await review.opensFromBacklog('LEARN', board);
  await expect(review.group(behind)).toContainText('Planned here: 3 issues');
  await review.opensFromBoard('LEARN', board);
  await expect(review.group(behind)).toContainText('Planned here: nothing');

  const onPage = okrs.frame.getByRole('region', { name: behind.title });
  await okrs.opens(`/planning?of=project&project=${world.projectId}`);
  await expect(onPage).toContainText('Planned here: 3 issues');
  await okrs.opens('/planning');
  await okrs.frame.getByRole('combobox', { name: 'Project' }).fill('Learning');
  await okrs.frame.getByRole('option', { name: /LEARN/ }).click();
  await expect(onPage).toContainText('Planned here: 3 issues');
});

test('a backlog of 5,000 issues answers page by page, says how far it is, and can be stopped', async ({
  page,
  site,
  baseURL,
}) => {
  test.slow();
  const { world, behind, slow } = await planned(baseURL);
  await site.becomes(people.tom.role);
  const backlog = new LargeBacklog(page, 5_000, slow.epic, world.projectId);
  await backlog.isThere();
  const review = new PlanningReviewPage(page);
  await review.opensFromBacklog('LEARN', board);
  await review.says('200 issues of about 5,000 read');
  expect(backlog.pages).toBe(2);
  // Every second story is beneath the epic.
  await expect(review.group(behind)).toContainText('Planned here: 100 issues');
  await review.says('Not said (100)');

  await review.button('Read the next 200').click();
  await review.says('400 issues of about 5,000 read');
  expect(backlog.pages).toBe(4);

  const release = backlog.holds();
  await review.button('Read all').click();
  await review.button('Stop reading').click();
  release();
  await review.says('500 issues of about 5,000 read');
  expect(backlog.pages).toBe(5);

  await review.button('Read all').click();
  await review.says('5,000 issues');
  expect(backlog.pages).toBe(50);
  await expect(review.group(behind)).toContainText('Planned here: 2,500 issues');
  await review.frame.getByText('Not said (2,500)').click();
  await expect(review.section('The rest').getByRole('listitem')).toHaveCount(50);
  await review.button('Show 50 more').click();
  await expect(review.section('The rest').getByRole('listitem')).toHaveCount(100);
});
