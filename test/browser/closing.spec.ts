import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { ClosingPage } from './pages/closing-page';
import { Keyboard } from './pages/keyboard';

test('a quarter ends: scored by keyboard, written up, looked back on, closed, and the next draft begins from it', async ({
  page,
  site,
  world,
  okrs,
}) => {
  test.slow();
  const missed = await world.keyResult('Trials that convert');
  const objective = { title: missed.objectiveTitle };
  await world.checkIn(missed, dayFromNow(0), 46);
  const { epic } = await world.epic('Shorter sign-up');
  await world.attach(missed, [epic]);
  await world.jira.move(epic, 'Done');
  await site.runs('every-five-minutes');
  await world.startsScoring();
  const closing = new ClosingPage(page);
  const keyboard = new Keyboard(page);

  await site.becomes(people.priya.role);
  await okrs.opens(world.route);
  await okrs.frame.getByRole('link', { name: 'Score and close' }).click();
  await okrs.isHeaded(`${world.team.name}: ${world.cycle.name}`);
  for (const open of [`${missed.key} has no score`, 'There is no retrospective', people.priya.name]) {
    await expect(closing.missing).toContainText(open);
  }
  // 6 of 40 points: 0.15 of the way, rounded down.
  await expect(closing.keyResult(missed)).toContainText('Its measurements suggest 0.1: 15% of the way.');
  await expect(closing.keyResult(missed)).toContainText(
    `The work attached is done, and ${missed.key} was missed`,
  );
  await expect(closing.keyResult(missed).getByRole('link', { name: epic.key }).last()).toBeVisible();

  // Another score than suggested needs a rationale, which survives the tab.
  const score = closing.scoreOf(missed);
  await keyboard.chooses(score.getByRole('combobox', { name: 'Score' }), '0.2', closing.option('0.2'));
  await keyboard.presses('Control+Enter');
  await keyboard.goesTo(score.getByRole('textbox', { name: 'Rationale' }));
  await keyboard.presses('Control+Enter');
  await expect(score).toContainText('Its measurements suggest 0.1: say why it gets another score.');
  await keyboard.types(score.getByRole('textbox', { name: 'Rationale' }), 'One week was not counted.');
  await page.reload();
  await expect(score).toContainText('What you had typed here before is back.');
  await keyboard.chooses(
    score.getByRole('combobox', { name: 'Next cycle' }),
    'Rewrite',
    closing.option('Rewrite it'),
  );
  await keyboard.goesTo(score.getByRole('textbox', { name: 'Rationale' }));
  await keyboard.presses('Control+Enter');
  await expect(closing.keyResult(missed)).toContainText('0.2Missed');
  await expect(closing.keyResult(missed)).toContainText('Suggested then: 0.1');

  await keyboard.types(closing.field('What came of this objective?'), 'Sign-up is shorter; few noticed.');
  await keyboard.presses('Control+Enter');
  await expect(closing.frame.getByText('Confirmed: 0.2')).toBeVisible();
  await keyboard.types(closing.field('What did you learn?'), 'A shorter form is not a better one.');
  await keyboard.types(closing.field('What will you change?'), 'Call ten people who left.');
  // Tom was first: nothing is overwritten without knowing.
  await world.looksBack('Tom’s words');
  await keyboard.presses('Control+Enter');
  await expect(closing.frame.getByText('Somebody saved this before you')).toBeVisible();
  await keyboard.uses(closing.button('Save mine over it'));
  await expect(closing.frame.getByText('Everything of this team is said.')).toBeVisible();
  await keyboard.uses(closing.button('Show the report as text'));
  await expect(closing.report).toContainText(`${missed.title}: 0.2 (Missed).`);
  await expect(closing.report).toContainText('- Call ten people who left.');

  await site.becomes(people.marta.role);
  await closing.opensList(world);
  await expect(
    closing.frame.getByText('1 of 1 key result scored · 1 of 1 objective confirmed'),
  ).toBeVisible();
  await closing.button('Close the cycle').click();
  await expect(closing.flag(`${world.cycle.name} is closed`)).toBeVisible();

  const next = await world.draftsNextCycle();
  await site.becomes(people.priya.role);
  await closing.opens(world);
  await expect(closing.keyResult(missed)).toContainText('One week was not counted.');
  await expect(closing.scoreOf(missed)).toHaveCount(0);

  // The report of a closed cycle becomes a page.
  await closing.button('Show the report as text').click();
  await keyboard.uses(closing.button('Make a Confluence page'));
  await keyboard.goesTo(closing.frame.getByRole('combobox', { name: 'Space' }));
  await keyboard.presses('ArrowDown');
  await keyboard.presses('Enter');
  await keyboard.uses(closing.button('Create page'));
  await keyboard.leavesBy(closing.button('Open the page'));
  await expect(page.getByRole('heading', { name: 'What we learned' })).toBeVisible();
  await expect(page.getByText('Call ten people who left.')).toBeVisible();

  await closing.drafts(world, next);
  await expect(closing.learnings(world)).toContainText('Call ten people who left.');
  await keyboard.types(closing.field('Objective'), `Sign-up answers questions ${world.word}`);
  await keyboard.presses('Enter');
  const draft = closing.frame.getByRole('region', { name: /^4\. How you will know/ });
  await expect(closing.learnings(world)).toContainText(objective.title);
  await closing.button(`Use ${missed.key} as a draft`).click();
  await expect(draft.getByRole('textbox', { name: 'Key result' })).toHaveValue(missed.title);
  await expect(draft.getByLabel('From (today)')).toHaveValue('46');
  await expect(draft.getByLabel('To', { exact: true })).toHaveValue('80');
  await draft.getByRole('button', { name: 'Save key result', exact: true }).click();
  await expect(draft).toContainText('1 key result saved.');
});
