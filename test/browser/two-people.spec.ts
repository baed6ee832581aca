import { people } from './builders/people';
import { expect, test } from './fixtures';
import { EditingPage } from './pages/editing-page';
import { KeyResultPage } from './pages/key-result-page';
import { Site } from './pages/site';

test('two people change one key result: the second sees who changed what, keeps both, and overwrites nothing unasked', async ({
  page,
  site,
  world,
  browser,
  baseURL,
  violations,
}) => {
  const keyResult = await world.keyResult('Trials that convert');
  const hers = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  const hersToo = new EditingPage(hers);
  const his = new EditingPage(page);

  await new Site(hers).becomes(people.marta.role);
  await site.becomes(people.priya.role);
  await his.opens(keyResult);
  await hersToo.opens(keyResult);

  // She changes target and title and saves; he has the title and the definition half typed.
  await hersToo.writes('To', '70');
  await hersToo.writes('Key result', 'Trials that become customers');
  await hersToo.writes('Why is this changed?', 'The board asked for customers.');
  await hersToo.saves();
  await hersToo.isSaved('Trials that become customers');
  await his.writes('Key result', 'Trials that pay');
  await his.writes('What counts, what does not, where the number comes from', 'Paid invoices, from billing.');
  await his.writes('Why is this changed?', 'Said more exactly.');
  await his.saves();

  await expect(his.meeting).toContainText(people.marta.name);
  await expect(his.meeting).toContainText('To: 80 → 70');
  await expect(his.meeting).toContainText(
    `Key result: ${keyResult.title} → Trials that become customers. You wrote Trials that pay.`,
  );
  // Of milestones it has none, and says none.
  await expect(his.meeting).not.toContainText('milestones');
  await expect(his.field('To')).toHaveValue('70');
  expect(await violations()).toEqual([]);

  await his.button('Use theirs: Key result').click();
  await expect(his.field('Key result')).toHaveValue('Trials that become customers');
  await his.button('Save both together').click();
  await his.isSaved('Trials that become customers');

  const saved = new KeyResultPage(page);
  await saved.hasOutcome('Paid invoices, from billing.');
  await saved.hasHistory('Said more exactly.', 'The board asked for customers.');
  await his.opens({ ...keyResult, title: 'Trials that become customers' });
  await expect(his.field('To')).toHaveValue('70');
  await hers.context().close();
});
