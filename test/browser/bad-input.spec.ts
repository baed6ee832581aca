import { z } from 'zod';
import { dayFromNow, said } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';

/** What people and their programs type into a field of text, and what it must stay: text. */
const hostile = [
  '<script>document.title = "taken"</script><img src=x onerror="document.title = \'taken\'">',
  "'); DROP TABLE key_result; --",
  '\u202Eback to front\u202C and forward',
  '👩‍🚀🏳️‍🌈 emoji of several parts',
];

const checkIns = z.object({
  objectives: z.array(z.object({ keyResults: z.array(z.object({ checkIns: z.array(z.unknown()) })) })),
});

test('hostile text is shown as text, on every surface it reaches', async ({
  site,
  world,
  keyResult,
  okrs,
  issue,
  page,
}) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const title = hostile.join(' ');
  const objective = await world.objective(title, { why: title });
  const kept = await world.keyResult(title, { definition: title }, objective);
  await world.checkIn(kept, dayFromNow(0), 55, { evidence: title, blocker: title });
  const { epic } = await world.epic(title);
  await world.attach(kept, [epic], people.tom, {
    kind: 'stated',
    hypothesis: { effect: 2, lagDays: 7, why: title },
  });

  await site.becomes(people.priya.role);
  await keyResult.opens(kept);
  await keyResult.hasCheckIn(0, ...hostile);
  await expect(keyResult.initiative(epic.key)).toContainText(epic.summary);
  await expect(keyResult.initiative(epic.key)).toContainText(`Because: ${title}`);
  await okrs.opens(world.route);
  await okrs.row(kept).shows(...hostile);
  await issue.opens(epic);
  const serving = (await issue.opensWaymark()).serving(kept);
  await serving.hasWork(`Because: ${title}`);

  expect(dialogs).toEqual([]);
  for (const frame of page.frames()) {
    expect(await frame.title()).not.toBe('taken');
    expect(await frame.locator('img[src="x"]').count()).toBe(0);
  }
});

test('a check-in of words, of too large a number or of tomorrow is refused with what to do, and nothing is kept', async ({
  site,
  world,
  keyResult,
}) => {
  const trial = await world.keyResult('Numbers only');
  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  const checkIn = await keyResult.checksIn();
  const wrong = 'Write the value as a number, such as 2.5, or press N for no new number.';
  for (const value of ['twelve', '1e400', '12 % or so', '١٢ or so']) {
    await checkIn.value.fill(value);
    await checkIn.saves();
    await checkIn.says(wrong);
  }
  await checkIn.value.fill('55');
  await checkIn.confidence.fill('11');
  await checkIn.saves();
  await checkIn.says('Write a whole number from 0 to 10, or leave it empty.');
  await checkIn.confidence.fill('6');
  await checkIn.otherDay.click();
  await checkIn.day.fill('2020-01-01');
  await checkIn.tells('Before the key result starts: it shows on the chart and does not count.');
  await checkIn.day.fill(dayFromNow(1));
  await checkIn.saves();
  await checkIn.says(/future/);

  const { objectives } = await world.site.call(people.tom, 'key-result.read', { id: trial.id }, checkIns);
  expect(objectives.flatMap(({ keyResults }) => keyResults.map((one) => one.checkIns.length))).toEqual([0]);

  await checkIn.day.fill(dayFromNow(-1));
  await checkIn.saves();
  await checkIn.isClosed();
  await keyResult.hasCheckIn(0, `55% on ${said(dayFromNow(-1))} · confidence 6 of 10`);
});

test('10,000 characters are refused at the field, and what was typed stays to be shortened', async ({
  site,
  world,
  keyResult,
}) => {
  const trial = await world.keyResult('Short stories');
  const long = 'x'.repeat(10_000);
  await site.becomes(people.tom.role);
  await keyResult.opens(trial);
  const checkIn = await keyResult.checksIn();
  await checkIn.value.fill('55');
  await checkIn.evidence.fill(long);
  await checkIn.saves();
  await checkIn.says('Shorten the evidence to 4000 characters.');
  await expect(checkIn.evidence).toHaveValue(long);
  await checkIn.evidence.fill('short');
  await checkIn.saves();
  await checkIn.isClosed();
  await keyResult.hasCheckIn(0, 'short');
});

test('a hypothesis in words or of nothing is refused at its field', async ({ site, world, issue }) => {
  const trial = await world.keyResult('Expectations in numbers');
  const { epic } = await world.epic('Work with hopes');
  await site.becomes(people.tom.role);
  await issue.opens(epic);
  const panel = await issue.opensWaymark();
  const attach = await panel.attaches();
  await attach.searches(trial.key);
  await attach.picks(trial);
  for (const effect of ['eight', '0', '1e400']) {
    await attach.expectsRise(effect, '14', '');
    await attach.saves();
    await attach.isRefused('Write how much as a number other than 0, such as 2.5.');
  }
  await attach.expectsRise('8', 'soon', '');
  await attach.saves();
  await attach.isRefused('Write whole days from 0 to 730.');
  await attach.expectsRise('8', '14', '');
  await attach.saves();
  await attach.isClosed();
  await panel.serving(trial).isHeaded(`This epic serves ${trial.key}`);
});

test('a closed cycle takes no check-in of its time, no initiative and no edit, and says so', async ({
  site,
  world,
  keyResult,
  okrs,
  issue,
}) => {
  const trial = await world.keyResult('Too late to change');
  const { epic } = await world.epic('Work that comes too late');
  await site.becomes(people.priya.role);
  await keyResult.opens(trial);
  const checkIn = await keyResult.checksIn();
  await checkIn.value.fill('55');
  await checkIn.confidence.fill('6');
  await world.closesCycle();
  await checkIn.saves();
  await checkIn.says('This cycle is closed: record what happened since, without a confidence.');
  await checkIn.confidence.fill('');
  await checkIn.saves();
  await checkIn.says('This cycle is closed: only values from after the due date are taken.');

  await okrs.opens(`/key-results/${trial.id}/edit`);
  await okrs.frame.getByRole('textbox', { name: 'Key result' }).fill('A better title');
  await okrs.frame.getByRole('button', { name: 'Save key result' }).click();
  await expect(
    okrs.frame.getByText('This cycle is closed, so its key results stay as they are.', { exact: true }),
  ).toBeVisible();

  await issue.opens(epic);
  const attach = await (await issue.opensWaymark()).attaches();
  await attach.searches(trial.key);
  await attach.says(/^No key result matches/);

  const { objectives } = await world.site.call(people.tom, 'key-result.read', { id: trial.id }, checkIns);
  expect(objectives.flatMap(({ keyResults }) => keyResults.map((one) => one.checkIns.length))).toEqual([0]);
});

test('an address of nothing, or of something else, is said to be so', async ({ site, world, okrs }) => {
  const objective = await world.objective('Not a key result');
  await site.becomes(people.tom.role);
  const nothing = '0195f5d0-0000-7000-8000-000000000000';
  for (const [route, sentence] of [
    [`/key-results/${objective.id}`, 'This key result is not there, or you may not see it.'],
    [`/objectives/${nothing}`, 'This objective is not there, or you may not see it.'],
    ['/objectives/DROP%20TABLE', 'There is no such page. Go to all OKRs.'],
  ] as const) {
    await okrs.opens(route);
    await expect(okrs.frame.getByText(sentence, { exact: true }), route).toBeVisible();
  }
  await okrs.opens(`/?team=${nothing}`);
  await expect(
    okrs.frame.getByText('This team is not there. Choose another.', { exact: true }),
  ).toBeVisible();
  await okrs.frame.getByRole('button', { name: 'Show everything' }).click();
  await expect(okrs.frame.getByRole('heading', { level: 1 })).toBeVisible();
});
