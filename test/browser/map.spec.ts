import { fillMap, type MapWorld } from '../builders/map-world';
import { dayFromNow } from './builders/days';
import { people } from './builders/people';
import { expect } from './fixtures';
import { test as base } from './own-site';
import { Calls } from './pages/calls';
import { Keyboard } from './pages/keyboard';
import { MapPage } from './pages/map-page';

/** A site of an organisation with 2,000 objectives. */
const test = base.extend<{ made: MapWorld }>({
  made: [
    async ({ own }, use) => {
      const size = { objectives: 2000, keyResults: 2, checkIns: 3, by: people.marta.id };
      const days = { startsOn: dayFromNow(-45), endsOn: dayFromNow(45) };
      const measured = [dayFromNow(-15), dayFromNow(-8), dayFromNow(-1)];
      await use(await fillMap(own.database, size, { ...days, measured }));
    },
    { timeout: 120_000 },
  ],
});

test('the map of 2,000 objectives: a part is drawn, all of it is found, by keyboard and in a list', async ({
  page,
  site,
  made,
  violations,
}) => {
  test.slow();
  const map = new MapPage(page);
  const keyboard = new Keyboard(page);
  await site.becomes(people.tom.role);

  const cost = await new Calls(page).during(async () => {
    await map.opens();
    await map.says(/^2,000 objectives · \d+ shown$/);
  });
  // Page after page: each within what one call may cost.
  expect(new Set(cost.invokes)).toEqual(new Set(['map.read']));
  // The first call of a process looks whether the database is ready.
  expect(cost.statements).toBeLessThanOrEqual(4 * cost.invokes.length + 1);
  expect(cost.bytes / cost.invokes.length).toBeLessThan(200_000);

  expect(await map.nodes.count()).toBeGreaterThan(50);
  expect(await map.nodes.count()).toBeLessThanOrEqual(500);
  await expect(map.button(`Show only: Orphans, ${made.orphans}`)).toBeVisible();
  await expect(map.button(`Show only: Copies, ${made.copies}`)).toBeVisible();
  await expect(map.button(`Show only: Unconfirmed, ${made.unconfirmed}`)).toBeVisible();
  await expect(map.button(`Show only: Declined, ${made.declined}`)).toBeVisible();
  await expect(map.button(`Show only: Circles, ${made.circling}`)).toBeVisible();
  expect(await violations()).toEqual([]);

  // Everything opened that may be: never more than 500 nodes.
  const departments = Array.from({ length: 40 }, (_, at) => at + 5).join(',');
  await map.opens(`?open=${departments}`);
  await map.says('2,000 objectives · 500 shown');
  await expect(map.nodes).toHaveCount(500);
  await expect(map.frame.getByText('500 are shown, the most at once.')).toBeVisible();

  // One far down is found, and Enter goes to it.
  await map.opens();
  await map.says(/^2,000 objectives · \d+ shown$/);
  await keyboard.types(map.search, made.needle.title);
  await map.says(/^1 of 2,000 objectives fit/);
  await expect(page).toHaveURL(/find=/);
  await keyboard.presses('Enter');
  await expect(map.focused).toHaveAccessibleName(
    new RegExp(`^O-${made.needle.number} ${made.needle.title}; Team `),
  );
  await keyboard.presses('ArrowLeft');
  await expect(map.focused).toHaveAttribute('aria-expanded', 'true');
  await keyboard.presses('ArrowRight');
  await expect(map.focused).toHaveAccessibleName(new RegExp(`^O-${made.needle.number} `));
  await keyboard.presses('Enter');
  await expect(map.frame.getByRole('heading', { level: 1, name: made.needle.title })).toBeVisible();

  // The tree by keyboard: Right opens and goes in, Left closes, Down and Up go on.
  await map.opens();
  await map.says(/^2,000 objectives · \d+ shown$/);
  await keyboard.goesTo(map.nodes.first());
  await keyboard.presses('ArrowRight');
  await expect(map.focused).toHaveAttribute('aria-level', '2');
  const before = await map.nodes.count();
  await keyboard.presses('ArrowRight');
  await expect(map.focused).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => map.nodes.count()).toBeGreaterThan(before);
  await expect(page).toHaveURL(/open=5/);
  await keyboard.presses('ArrowLeft');
  await expect(map.nodes).toHaveCount(before);
  await keyboard.presses('ArrowLeft');
  await expect(map.focused).toHaveAttribute('aria-level', '1');
  await keyboard.presses('End');
  await keyboard.presses('Enter');
  await expect.poll(() => map.nodes.count()).toBeGreaterThan(before);

  // The same as a list, with the same keys.
  await map.button('List').click();
  await expect(map.frame.getByRole('treegrid')).toBeVisible();
  await expect(map.rows.first()).toBeVisible();
  expect(await map.rows.count()).toBeLessThanOrEqual(500);
  await map.button(`Show only: Copies, ${made.copies}`).click();
  await map.says(new RegExp(`^${made.copies} of 2,000 objectives fit`));
  await expect(map.frame.getByRole('gridcell').getByText('Copy', { exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(/fault=copy/);
  expect(await violations()).toEqual([]);
  await keyboard.goesTo(map.rows.first());
  await keyboard.presses('ArrowLeft');
  await expect(map.rows.first()).toHaveAttribute('aria-expanded', 'false');
  // What the address says is what another person sees.
  const shown = await map.rows.count();
  await page.reload();
  await map.says(new RegExp(`^${made.copies} of 2,000 objectives fit`));
  await expect(map.rows).toHaveCount(shown);
});
