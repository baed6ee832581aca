import { cycleId } from '../../src/contract/inputs';
import { migrations } from '../../src/storage/migrations';
import { migrationsAtOnce } from '../../src/storage/schema-reader';
import type { Site as LocalSite } from '../../local/main';
import { publishMacroPage } from './builders/macro-page';
import { people } from './builders/people';
import { SiteClient } from './builders/site-client';
import { expect, test as base } from './fixtures';
import { ConfluencePage } from './pages/confluence-page';
import { SettingsPage } from './pages/settings-page';
import { portsOf, startFreshSite } from './start-site';

/** A site whose database refused one table when the app was installed, and each of the four times its queue went on with it. */
const test = base.extend<{ halfMade: LocalSite }>({
  halfMade: [
    async ({}, use, { parallelIndex }) => {
      const refused = {
        match: '^CREATE TABLE IF NOT EXISTS .?check_in',
        at: 1,
        kind: '500',
        times: 5,
      } as const;
      const site = await startFreshSite(portsOf(parallelIndex).own, [refused]);
      await use(site);
      await site.stop();
    },
    { timeout: 300_000 },
  ],
  baseURL: async ({ halfMade }, use) => {
    await use(halfMade.url);
  },
});

test('until the database is whole every surface says that Waymark is being set up, and then goes on by itself', async ({
  site,
  issue,
  okrs,
  page,
  halfMade,
  violations,
}) => {
  const settingUp = 'Waymark is being set up';
  const macroPage = await publishMacroPage(new SiteClient(halfMade.url), {
    title: 'Written too early',
    sentence: 'How it goes:',
    config: {
      show: { kind: 'cycle', id: cycleId.parse('0195f5d0-0000-7000-8000-000000000000') },
      layout: 'full',
    },
  });
  await site.becomes(people.tom.role);
  await issue.opens({ id: '', key: 'GROW-1', summary: 'Guided first lesson for new learners' });
  await (await issue.opensWaymark()).says(settingUp);
  expect(await violations('iframe[data-module="issue-panel"]')).toEqual([]);
  await page.goto(macroPage);
  await expect((await new ConfluencePage(page).macro()).body).toContainText(settingUp);
  for (const route of ['/teams', '/start']) {
    await okrs.opens(route);
    await expect(okrs.frame.getByText(settingUp), route).toBeVisible();
    await expect(okrs.frame.getByRole('status')).toHaveText(
      new RegExp(`^The database is being prepared: \\d+ of ${migrations.length} steps are done\\.$`),
    );
  }

  const settings = new SettingsPage(page);
  await settings.opensAsJiraAdministrator();
  await settings.database(
    /Waymark continues by itself, a minute after installing and then every five minutes/,
  );

  await site.wears('dark');
  await okrs.opens();
  await expect(okrs.frame.getByText(settingUp)).toBeVisible();
  expect(await violations()).toEqual([]);
  // Each run makes a portion: Forge takes so many changes of a schema in a minute.
  const runs = Math.ceil(migrations.length / migrationsAtOnce);
  for (let run = 0; run < runs; run += 1) await site.runs('every-five-minutes');
  await okrs.isHeaded('Say where you want to get to, and see whether the work takes you there');
});
