import type { Input } from '../../src/contract/calls';
import * as id from '../../src/contract/inputs';
import { dayFromNow, said, saidInFull } from './builders/days';
import { people } from './builders/people';
import { expect, test } from './fixtures';
import { Keyboard } from './pages/keyboard';
import { MeetingPage } from './pages/meeting-page';
import { MinePage } from './pages/mine-page';

const decision: NonNullable<Input<'check-in.record'>['decision']> = {
  text: 'Call ten schools',
  owner: id.accountId.parse(people.tom.id),
  dueOn: dayFromNow(-1),
};

test('a team checks in by keyboard: decisions first, then by need, and a digest that becomes a page', async ({
  page,
  site,
  world,
  okrs,
  violations,
}) => {
  test.slow();
  const calm = await world.keyResult('Schools that stay');
  const silent = await world.keyResult('Lessons finished');
  await site.isNow(`${dayFromNow(-7)}T12:00:00Z`);
  await world.checkIn(calm, dayFromNow(-7), 60, { confidence: 7, decision });
  await site.isNow(null);
  const meeting = new MeetingPage(page);
  const keyboard = new Keyboard(page);

  await site.becomes(people.priya.role);
  await okrs.opens(world.route);
  await okrs.frame.getByRole('button', { name: 'Check-in', exact: true }).click();
  await meeting.isOf(world.team.name);
  await expect(meeting.section('What was decided')).toContainText(
    `${people.tom.name} was due ${said(dayFromNow(-1))}`,
  );
  // Nobody ever said a number of the silent one: it comes first.
  expect(await meeting.order()).toEqual([silent.key, calm.key]);
  expect(await violations()).toEqual([]);
  await keyboard.uses(meeting.button(`Done: ${decision.text}`));
  await expect(meeting.flag(`Done: ${decision.text}`)).toBeVisible();
  await expect(meeting.followed(decision.text)).toContainText('Done');

  // Under sixty seconds: five keys for a number and a confidence.
  await keyboard.goesTo(meeting.valueOf(silent));
  await meeting.presses('4', '6', 'Enter', '7', 'Enter');
  await meeting.saves(silent);
  expect(meeting.keys).toBe(5);

  // The next one is there, and has the keyboard. What is half typed survives a closed tab.
  await expect(meeting.valueOf(calm)).toBeFocused();
  await expect(meeting.formOf(calm)).toContainText(`7 on ${said(dayFromNow(-7))}`);
  await meeting.presses('5');
  await page.reload();
  await expect(meeting.valueOf(calm)).toHaveValue('5');
  await expect(meeting.formOf(calm)).toContainText('What you had half typed is here again.');
  await keyboard.goesTo(meeting.valueOf(calm));
  // A low confidence asks what is in the way before it is saved.
  await meeting.presses('n');
  await expect(meeting.confidenceOf(calm)).toBeFocused();
  await meeting.presses('3', 'Enter');
  await expect(meeting.field('Blocker')).toBeFocused();
  await page.keyboard.insertText('Two schools close.');
  await keyboard.types(meeting.field('Ask for help'), 'Two days of a designer');
  const asked = meeting.frame.getByRole('combobox', { name: 'From whom' });
  await keyboard.chooses(
    asked,
    'Jonas',
    meeting.frame.getByRole('option', { name: people.jonas.name, exact: true }),
  );
  await keyboard.presses('Control+Enter');
  await meeting.saves(calm);
  await expect(meeting.section('Key results (2 of 2 said)')).toContainText('Everything is said.');

  await keyboard.uses(meeting.button('End and keep the digest'));
  await okrs.isHeaded(`Check-in of ${world.team.name}, ${saidInFull(dayFromNow(0))}`);
  await expect(meeting.section('Progress')).toContainText(`${silent.title}Far behind: 46% on`);
  await expect(meeting.section('Confidence')).toContainText(`${calm.title}7 → 3; talk about this`);
  for (const line of [
    'In the way: Two schools close.',
    `Asked ${people.jonas.name}: Two days of a designer`,
    `Done: ${decision.text}`,
  ]) {
    await expect(meeting.section('Challenges')).toContainText(line);
  }
  expect(await violations()).toEqual([]);
  await keyboard.uses(meeting.button('Make a Confluence page'));
  await keyboard.goesTo(meeting.frame.getByRole('combobox', { name: 'Space' }));
  await keyboard.presses('ArrowDown');
  await keyboard.presses('Enter');
  await keyboard.uses(meeting.button('Create page'));
  await keyboard.leavesBy(meeting.button('Open the page'));
  await expect(page.getByRole('heading', { name: 'Challenges' })).toBeVisible();
  await expect(page.getByText('In the way: Two schools close.')).toBeVisible();

  // What was asked lands with the person asked.
  await site.becomes(people.jonas.role);
  const mine = new MinePage(page);
  await mine.opens();
  await expect(mine.row('You were asked for help', 'Two days of a designer')).toBeVisible();
});

test('whoever only reads is told so; praise stays with the key result until it is taken back', async ({
  page,
  site,
  world,
  keyResult,
}) => {
  const stays = await world.keyResult('Schools that stay');
  const meeting = new MeetingPage(page);
  await site.becomes(people.jonas.role);
  await meeting.opens(world);
  await expect(meeting.frame.getByText(/^You can read this check-in/)).toBeVisible();
  await expect(meeting.keyResult(stays)).toBeVisible();
  await expect(meeting.formOf(stays)).toHaveCount(0);
  await expect(meeting.button('End and keep the digest')).toHaveCount(0);

  await site.becomes(people.priya.role);
  await meeting.opens(world);
  await meeting.button(`Praise someone on ${stays.key}`).click();
  const form = meeting.frame.getByRole('form', { name: `Praise someone on ${stays.key}` });
  await form.getByRole('combobox', { name: 'Whom' }).fill('Tom');
  await meeting.frame.getByRole('option', { name: people.tom.name, exact: true }).click();
  await form.getByRole('textbox', { name: 'What for?' }).fill('Ten calls in two days.');
  await form.getByRole('button', { name: 'Praise', exact: true }).click();
  await expect(meeting.flag(`Your praise stays with ${stays.key}`)).toBeVisible();

  await keyResult.opens(stays);
  await expect(meeting.section('Praise')).toContainText('Ten calls in two days.');
  await meeting.button(`Take back your praise of ${people.tom.name}`).click();
  await expect(meeting.section('Praise')).not.toContainText('Ten calls in two days.');
  await keyResult.hasHistory('praised somebody', 'took praise back');
});

test('alone, one goes through one’s own key results', async ({ page, site, world, okrs }) => {
  const own = await world.keyResult('Schools that stay');
  const meeting = new MeetingPage(page);
  await site.becomes(people.priya.role);
  await okrs.opens('/check-in?alone=1');
  await okrs.isHeaded('Your check-in');
  await expect(meeting.keyResult(own)).toContainText('Stale: no value yet');
  await expect(meeting.button('End and keep the digest')).toHaveCount(0);
});

test('what is half typed and not saved is shown, and said before the check-in ends without it', async ({
  page,
  site,
  world,
}) => {
  const first = await world.keyResult('Schools that stay');
  const second = await world.keyResult('Lessons finished');
  const meeting = new MeetingPage(page);
  await site.becomes(people.priya.role);
  await meeting.opens(world);
  await meeting.valueOf(first).fill('46');
  await meeting.button(`Check in on ${second.key}`).click();
  await expect(meeting.keyResult(first)).toContainText('Half typed, not saved');
  await expect(meeting.keyResult(second)).not.toContainText('Half typed');
  await meeting.button('End and keep the digest').click();
  await expect(meeting.section('End the check-in')).toContainText(`${first.key} is half typed and not saved`);
  await meeting.valueOf(second).fill('47');
  await meeting.button('End without it').click();
  await expect(meeting.section('End the check-in')).toContainText('the digest will not have them');
  await meeting.button('End without them').click();
  await expect(meeting.section('Progress')).toContainText('nothing new said');
});
