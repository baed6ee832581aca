import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { z } from 'zod';
import { portsOf, startFreshSite } from './start-site';
import { World } from './builders/world';
import { atRest } from './pages/at-rest';
import { IssuePage } from './pages/issue-page';
import { KeyResultPage } from './pages/key-result-page';
import { OkrPage } from './pages/okr-page';
import { Site } from './pages/site';

/** One broken accessibility rule: which, why, and where. */
export interface Violation {
  rule: string;
  help: string;
  where: string[];
}

interface WorkerFixtures {
  /** A local site of this worker's own: tests turn its clock and plan its faults. */
  siteUrl: string;
}

interface Fixtures {
  site: Site;
  /** A team, a cycle and words of this test's own. */
  world: World;
  issue: IssuePage;
  okrs: OkrPage;
  keyResult: KeyResultPage;
  /**
   * Checks the page, its frames included, against WCAG 2.2 A and AA with axe; `within` narrows it to a CSS selector.
   * Answers what is broken, so that a test reads `expect(await violations()).toEqual([])`.
   */
  violations: (within?: string) => Promise<Violation[]>;
  /** For every test by itself: no request or reply of it may differ from Atlassian's OpenAPI documents. */
  fitsOpenApi: undefined;
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const mismatchList = z.object({ mismatches: z.array(z.string()) });

export const test = base.extend<Fixtures, WorkerFixtures>({
  siteUrl: [
    async ({}, use, { parallelIndex }) => {
      const running = process.env['WAYMARK_TEST_URL'];
      if (running !== undefined) {
        await use(running);
        return;
      }
      const site = await startFreshSite(portsOf(parallelIndex).shared);
      await use(site.url);
      await site.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ siteUrl }, use) => {
    await use(siteUrl);
  },
  site: async ({ page }, use) => {
    await use(new Site(page));
  },
  world: async ({ baseURL }, use) => {
    await use(await World.begin(baseURL ?? ''));
  },
  issue: async ({ page }, use) => {
    await use(new IssuePage(page));
  },
  keyResult: async ({ page }, use) => {
    await use(new KeyResultPage(page));
  },
  okrs: async ({ page }, use) => {
    await use(new OkrPage(page));
  },
  violations: async ({ page }, use) => {
    await use(async (within) => {
      // What is half faded in has other colours than people will read.
      await atRest(page);
      const builder = new AxeBuilder({ page }).withTags(standards);
      const results = await (within === undefined ? builder : builder.include(within)).analyze();
      if (results.passes.length === 0) throw new Error('axe found nothing to check on this page.');
      return results.violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        where: nodes.map(({ target }) => target.join(' ')),
      }));
    });
  },
  fitsOpenApi: [
    async ({ request }, use) => {
      const read = async (): Promise<string[]> =>
        mismatchList.parse(await (await request.get('/_local/mismatches')).json()).mismatches;
      const before = await read();
      await use(undefined);
      expect((await read()).slice(before.length)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
