import { people } from './builders/people';
import { expect, test } from './fixtures';
import { DraftPage } from './pages/draft-page';
import { OkrPage } from './pages/okr-page';
import { Site } from './pages/site';

test('a team drafts together: sentences become OKRs, and what one writes appears before the other', async ({
  page,
  site,
  world,
  browser,
  baseURL,
  violations,
}) => {
  const cycle = await world.draftsNextCycle();
  const hers = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await new Site(hers).becomes(people.marta.role);
  await site.becomes(people.priya.role);
  const his = new DraftPage(page);
  const hersToo = new DraftPage(hers);

  // From the cycle's OKRs it is one press.
  await new OkrPage(page).opens(`/?team=${world.team.id}&cycle=${cycle.id}`);
  await new OkrPage(page).frame.getByRole('link', { name: 'Draft together' }).click();
  await new OkrPage(page).isHeaded(`Draft of ${world.team.name}, ${cycle.name}`);
  await hersToo.opens(world, cycle);

  const title = `Become the first choice of schools ${world.word}`;
  await his.says(
    `We will become the first choice of schools ${world.word}, as measured by raising trials that convert from 40 % to 60 % and happier teachers`,
  );
  await expect(his.objective(title)).toBeVisible();

  // Neither another objective nor a closed tab takes away what was said and is not saved; what is not wanted is left out.
  const other = `Keep the schools ${world.word}`;
  await his.says(`We will keep the schools ${world.word}, as measured by raising renewals from 80 % to 90 %`);
  await expect(his.line(other).first()).toHaveValue('Raising renewals from 80 % to 90 %');
  await his.opens(world, cycle);
  await expect(his.line(other).first()).toHaveValue('Raising renewals from 80 % to 90 %');
  await his.button('Leave out “Raising renewals from 80 % to 90 %”').click();
  await expect(his.line(other)).toHaveCount(1);

  // The first line holds what was said; Enter keeps it, since its numbers are understood.
  await expect(his.line(title).first()).toHaveValue(
    'Raising trials that convert from 40 % to 60 % and happier teachers',
  );
  await his.line(title).first().fill('Raise trials that convert from 40 % to 60 %');
  await his.line(title).first().press('Enter');
  await expect(his.row('Raise trials that convert from 40 % to 60 %')).toContainText('40% → 60%');

  // What has no number yet is asked for it, in the whole form.
  await his.line(title).fill('Happier teachers');
  await his.line(title).press('Enter');
  await his.field('From (today)').fill('30');
  await his.field('To').fill('45');
  await his.button('Save key result').click();
  await expect(his.row('Happier teachers')).toContainText('30 → 45');

  // A task becomes work in one press, and the sentence asks what it should change.
  await his.line(title).fill('Launch the new sign-up');
  await his.button('Make this an initiative').click();
  await expect(his.field('What would change if “Launch the new sign-up” worked?')).toHaveValue('');
  await his.button('Cancel').click();

  // She sees it come without doing anything, and changes it; he sees that.
  await expect(hersToo.row('Happier teachers')).toContainText('New');
  await hersToo.opensEditor('Happier teachers');
  await hersToo.field('To').fill('50');
  await hersToo.button('Save key result').click();
  await expect(hersToo.row('Happier teachers')).toContainText('30 → 50');
  await expect(his.row('Happier teachers')).toContainText('30 → 50');
  await expect(his.row('Happier teachers')).toContainText('Changed');
  await expect(his.row('Raise trials that convert from 40 % to 60 %')).not.toContainText('New');
  expect(await violations()).toEqual([]);
  await hers.context().close();
});

test('who may not write reads along, and says so', async ({ page, site, world }) => {
  const cycle = await world.draftsNextCycle();
  await site.becomes(people.jonas.role);
  const draft = new DraftPage(page);
  await draft.opens(world, cycle);
  await expect(draft.frame.getByText(/^You can read along/)).toBeVisible();
  await expect(draft.frame.getByRole('textbox', { name: 'Add an objective' })).toHaveCount(0);
});
