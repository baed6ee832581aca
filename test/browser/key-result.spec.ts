import { dayFromNow, said, saidInFull } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Keyboard } from './pages/keyboard';

test('the chart shows measurements against pace and each initiative’s marks, also to screen readers', async ({
  site,
  world,
  keyResult,
}) => {
  const trial = await world.keyResult('Trials that convert');
  // 40 to 80 in 90 days: 40 + 40 × 17/90 after 17 days, 40 + 40 × 31/90 after 31, 60 after 45.
  await world.checkIn(trial, dayFromNow(-28), 45);
  await world.checkIn(trial, dayFromNow(-14), 50);
  await world.checkIn(trial, dayFromNow(0), 55);
  const finished = await world.epic('Shorter sign-up', 1);
  const begun = await world.epic('Better welcome', 1);
  const [only] = finished.stories;
  const [moving] = begun.stories;
  if (!only || !moving) throw new Error('An epic has no story.');
  await world.attach(trial, [finished.epic, begun.epic]);
  await world.jira.move(finished.epic, 'In Progress');
  await world.jira.move(only, 'In Progress');
  await world.jira.move(only, 'Done');
  await world.jira.move(finished.epic, 'Done');
  await world.jira.move(begun.epic, 'In Progress');
  await world.jira.move(moving, 'In Progress');
  await site.runs('every-five-minutes');

  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  await keyResult.hasOutcome(
    `55% on ${said(dayFromNow(0))}; 60% would be on pace`,
    'Behind',
    '38% of the way',
  );
  await keyResult.chartDraws(
    'Measured',
    'On pace',
    'Today',
    'Target 80%',
    'Attached',
    'Started',
    'People got it',
    'Done',
  );
  await keyResult.chartSays(trial, `${saidInFull(dayFromNow(-28))} 45% 47.56%`);
  await keyResult.chartSays(trial, `${saidInFull(dayFromNow(-14))} 50% 53.78%`);
  await keyResult.chartSays(trial, `${saidInFull(dayFromNow(0))} 55% 60%`);
  const today = saidInFull(dayFromNow(0));
  await keyResult.marksSay(
    `${finished.epic.key} ${finished.epic.summary} ${today} ${today} ${today} ${today}`,
  );
  await keyResult.marksSay(`${begun.epic.key} ${begun.epic.summary} ${today} ${today}`);
  await expect(keyResult.initiative(finished.epic.key)).toContainText('1 of 1 child issue done');
  await expect(keyResult.initiative(begun.epic.key)).toContainText('0 of 1 child issue done');
  await keyResult.hasHistory('attached an issue', 'created the key result');
});

test('a check-in takes the keyboard alone; low confidence asks for a blocker and a decision', async ({
  site,
  world,
  keyResult,
  okrs,
  page,
}) => {
  const trial = await world.keyResult('First lessons finished');
  await world.checkIn(trial, dayFromNow(-7), 50, { confidence: 7 });
  const keyboard = new Keyboard(page);

  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  await keyboard.goesTo(keyResult.checkInButton);
  const checkIn = await keyResult.checksInByKeyboard();
  await expect(checkIn.value).toBeFocused();
  await checkIn.says(`7 on ${said(dayFromNow(0))}`);
  await page.keyboard.type('52');
  await keyboard.goesTo(checkIn.confidence);
  await page.keyboard.type('2');
  await checkIn.says(/^At 3 or lower: what is in the way, and what will you do about it\?/);
  await keyboard.types(checkIn.evidence, 'Half of those asked did not find the second lesson.');
  await keyboard.types(checkIn.blocker, 'The video player fails on old phones.');
  await keyboard.types(checkIn.decision, 'Ship the light player first.');
  await keyboard.chooses(checkIn.decisionOwner, 'Priya', checkIn.person(people.priya.name));
  // The fifth of the fifth reads the same whichever of day and month the browser asks for first.
  const nextYear = String(Number(dayFromNow(0).slice(0, 4)) + 1);
  await keyboard.goesTo(checkIn.decisionDueOn);
  await page.keyboard.type(`0505${nextYear}`);
  await keyboard.presses('Control+Enter');
  await checkIn.isClosed();
  await expect(okrs.flag(`Checked in on ${trial.key}`)).toBeVisible();

  await keyResult.hasOutcome(`52% on ${said(dayFromNow(0))}`, 'Confidence 2 of 10');
  await keyResult.hasCheckIn(
    0,
    `52% on ${said(dayFromNow(0))} · confidence 2 of 10`,
    'Half of those asked did not find the second lesson.',
    'Blocker: The video player fails on old phones.',
    'Decision: Ship the light player first.',
    `by 5 May ${nextYear}`,
    people.tom.name,
  );

  await (await keyResult.checksIn()).says(`Decided on ${said(dayFromNow(0))}: Ship the light player first.`);
});

test('“no new number” is one key: confidence without retyping an old value', async ({
  site,
  world,
  keyResult,
  page,
}) => {
  const trial = await world.keyResult('Lessons a week');
  await world.checkIn(trial, dayFromNow(0), 55, { confidence: 7 });
  const keyboard = new Keyboard(page);

  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  const checkIn = await keyResult.checksIn();
  await expect(checkIn.value).toBeFocused();
  await keyboard.presses('n');
  await checkIn.says('No new number this time: confidence only.');
  await expect(checkIn.confidence).toBeFocused();
  await page.keyboard.type('8');
  await keyboard.presses('Control+Enter');
  await checkIn.isClosed();

  await keyResult.hasCheckIn(0, 'No new number · confidence 8 of 10');
  await keyResult.hasCheckIn(1, `55% on ${said(dayFromNow(0))} · confidence 7 of 10`);
  await keyResult.hasOutcome(`55% on ${said(dayFromNow(0))}; 60% would be on pace`, 'Confidence 8 of 10');
});
