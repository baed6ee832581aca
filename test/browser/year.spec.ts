import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { World } from './builders/world';
import { expect, test } from './fixtures';
import { ClosingPage } from './pages/closing-page';
import { DraftPage } from './pages/draft-page';
import { EditingPage } from './pages/editing-page';
import { MeetingPage } from './pages/meeting-page';
import { OkrPage } from './pages/okr-page';
import { ReviewPage } from './pages/review-page';

test.afterEach(({ site }) => site.isNow(null));

test('the cycle of one team: drafted with its review, published, six check-ins, a moved target, scored, looked back on, carried on', async ({
  page,
  site,
  okrs,
  keyResult,
  baseURL,
}) => {
  // A quarter of a team's life, each of its days a page or more.
  test.setTimeout(360_000);
  const world = await World.begin(baseURL ?? '', { phase: 'draft', from: 1 });
  const { frame } = okrs;
  const isDay = (day: number) => site.isNow(`${dayFromNow(day)}T09:00:00.000Z`);
  const draft = new DraftPage(page);
  const review = new ReviewPage(page);
  const meeting = new MeetingPage(page);
  const objective = `Schools stay because teachers do ${world.word}`;
  const activation = `First lessons finished on day one rise from 40% to 60% ${world.word}`;
  const calls = `Reduce calls for help from 30 to 20 a week ${world.word}`;

  // Drafting: what reads as a task becomes work for what would change if it worked.
  await site.becomes(people.priya.role);
  await draft.opens(world, world.cycle);
  await draft.says(`We will see that schools stay because teachers do ${world.word}`);
  const card = `See that schools stay because teachers do ${world.word}`;
  await draft.line(card).fill('Launch the lesson library');
  await review.finding('K3').getByRole('button', { name: 'Make this an initiative' }).click();
  await frame
    .getByRole('textbox', { name: 'What would change if “Launch the lesson library” worked?' })
    .fill(activation);
  await draft.button('Save key result').click();
  await expect(draft.row(activation)).toContainText('40% → 60%');
  await draft.line(card).fill(calls);
  await draft.line(card).press('Enter');
  await expect(draft.row(calls)).toContainText('30 → 20');
  const lessons = await draft.keyResult(activation);
  const help = await draft.keyResult(calls);

  // The objective is said better before it is published.
  await draft
    .objective(card)
    .getByRole('button', { name: /^Edit O-/ })
    .click();
  await draft.field('Objective').fill(objective);
  await draft.button('Save objective').click();
  await expect(draft.objective(objective)).toBeVisible();

  // Publishing lists what is missing, and goes ahead.
  await site.becomes(people.marta.role);
  await isDay(1);
  await okrs.opens('/cycles');
  const line = frame.getByRole('listitem').filter({ hasText: world.cycle.name });
  await line.getByRole('button', { name: 'Start the cycle' }).click();
  const before = line.getByRole('region', { name: `Before ${world.cycle.name} starts` });
  await expect(before).toContainText('K6');
  await before.getByRole('button', { name: 'Start it' }).click();
  await expect(line.getByText('Active')).toBeVisible();

  // Six weeks; in the fourth the target is moved, with its reason.
  await site.becomes(people.priya.role);
  const weeks = [
    { lessons: '41', help: '30' },
    { lessons: '43', help: '29' },
    { lessons: '46', help: '27' },
    { lessons: '48', help: '26' },
    { lessons: '51', help: '24' },
    { lessons: '54', help: '23' },
  ];
  for (const [week, values] of weeks.entries()) {
    await isDay(1 + 7 * (week + 1));
    await meeting.opens(world);
    await expect(meeting.frame.getByRole('textbox', { name: 'Value' })).toBeVisible();
    // The one in need comes first; when it is said the other opens.
    for (const key of await meeting.order()) {
      const [of, value] = key === lessons.key ? [lessons, values.lessons] : [help, values.help];
      await meeting.valueOf(of).fill(value);
      await meeting.confidenceOf(of).fill('7');
      await meeting.confidenceOf(of).press('Enter');
      await meeting.saves(of);
    }
    await meeting.button('End and keep the digest').click();
    await expect(meeting.section('Progress')).toContainText(`${values.lessons}% on`);
    if (week !== 3) continue;
    const editing = new EditingPage(page);
    await editing.opens(lessons);
    await editing.writes('To', '55');
    await editing.writes('Why is this changed?', 'Two regions open later than planned.');
    await editing.saves();
    await editing.isSaved(`${lessons.key} ${lessons.title}`);
    await keyResult.hasHistory('Two regions open later than planned.');
  }
  await keyResult.opens(lessons);
  // 54 of 40 to 55: 14 of 15 points.
  await keyResult.hasOutcome('54%', '93% of the way');

  // The end: scored against the target as published and as it is now.
  await isDay(92);
  await site.becomes(people.marta.role);
  await okrs.opens('/cycles');
  await line.getByRole('button', { name: 'Start scoring' }).click();
  await expect(line.getByText('Scoring')).toBeVisible();
  await site.becomes(people.priya.role);
  const closing = new ClosingPage(page);
  await closing.opens(world);
  await expect(closing.keyResult(lessons)).toContainText('Target as published');
  for (const [of, next] of [
    [lessons, 'Repeat it'],
    [help, 'Rewrite it'],
  ] as const) {
    const score = closing.scoreOf(of);
    await score.getByRole('combobox', { name: 'Next cycle' }).click();
    await closing.option(next).click();
    await score.getByRole('button', { name: /^Save/ }).click();
    await expect(score).toHaveCount(0);
  }
  await closing.field('What came of this objective?').fill('Teachers stay where the first lesson works.');
  await closing.field('What came of this objective?').press('Control+Enter');
  await expect(frame.getByText(/^Confirmed:/)).toBeVisible();
  await closing.field('What did you learn?').fill('The first lesson decides.');
  await closing.field('What will you change?').fill('Call ten schools before any work.');
  await closing.field('What will you change?').press('Control+Enter');
  await expect(frame.getByText('Everything of this team is said.')).toBeVisible();
  await site.becomes(people.marta.role);
  await closing.opensList(world);
  await closing.button('Close the cycle').click();
  await expect(closing.flag(`${world.cycle.name} is closed`)).toBeVisible();

  // The next cycle begins with what was learned, and with what is repeated from where it stands.
  const next = await world.draftsNextCycle();
  await site.becomes(people.priya.role);
  await draft.opens(world, next);
  await expect(closing.learnings(world)).toContainText('Call ten schools before any work.');
  await draft.says(`Schools bring other schools ${world.word}`);
  await closing.button(`Use ${lessons.key} as a draft`).click();
  await expect(draft.field('From (today)')).toHaveValue('54');
  await draft.field('To').fill('70');
  await draft.button('Save key result').click();
  await expect(draft.row(lessons.title)).toContainText('54% → 70%');
  await new OkrPage(page).opens(`/?team=${world.team.id}&cycle=${next.id}`);
  await expect(okrs.frame.getByRole('link', { name: lessons.title, exact: true })).toBeVisible();
});
