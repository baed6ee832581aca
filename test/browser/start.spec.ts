import type { Site as LocalSite } from '../../local/main';
import { people } from './builders/people';
import { expect, test as base } from './fixtures';
import { Keyboard } from './pages/keyboard';
import { StartPage } from './pages/start-page';
import { startFreshSite } from './start-site';

/** A site of this file's own: the shared one has been written on by other tests. */
const test = base.extend<object, { emptySite: LocalSite }>({
  emptySite: [
    async ({}, use) => {
      const site = await startFreshSite(4700);
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ emptySite }, use) => {
    await use(emptySite.url);
  },
});

test('on an empty site a team writes its first OKRs in one sitting, by keyboard alone', async ({
  site,
  okrs,
  page,
}) => {
  await site.becomes(people.priya.role);
  await okrs.opens();
  await okrs.isHeaded('Say where you want to get to, and see whether the work takes you there');
  await expect(okrs.frame.getByRole('heading', { name: 'Write OKRs' })).toBeVisible();
  await expect(okrs.frame.getByRole('heading', { name: 'Import a document' })).toBeVisible();

  const keyboard = new Keyboard(page);
  await keyboard.uses(okrs.frame.getByRole('button', { name: 'Start writing' }));
  const start = new StartPage(okrs.frame, keyboard);
  await start.makesTeamFrom('Growth & Onboarding');
  await start.suggestsMembers(people.priya.name, people.tom.name, 'Ana Lindqvist', 'Kenji Mori');
  await start.savesTeam('Growth & Onboarding');
  await start.savesSuggestedCycle();
  await start.writesObjective('New learners stay');
  await start.writesKeyResult(
    'More trials become subscriptions',
    { metric: 'Rise', from: '40', to: '80', unit: '%' },
    'Save and add another',
  );
  await start.countsKeyResults('1 key result saved.');
  await start.writesKeyResult(
    'Fewer days to the first lesson',
    { metric: 'Fall', from: '10', to: '4', unit: 'Number' },
    'Save key result',
  );
  await start.countsKeyResults('2 key results saved.');
  await start.finishes();

  await okrs.isHeaded('OKRs of Growth & Onboarding');
  await expect(okrs.frame.getByRole('heading', { name: 'New learners stay' })).toBeVisible();
  await okrs
    .row({ key: 'KR-1', title: 'More trials become subscriptions' })
    .shows('KR-1', 'not measured', 'Priya Raman');
  await okrs.row({ key: 'KR-2', title: 'Fewer days to the first lesson' }).shows('KR-2', 'not measured');
});
