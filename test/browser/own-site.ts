import type { Site as LocalSite } from '../../local/main';
import { test as base } from './fixtures';
import { portsOf, startFreshSite } from './start-site';

/** For tests that fill a site: each has one of its own, which no other test sees. */
export const test = base.extend<{ own: LocalSite }>({
  own: [
    async ({}, use, { parallelIndex }) => {
      const site = await startFreshSite(portsOf(parallelIndex).own);
      await use(site);
      await site.stop();
    },
    { timeout: 300_000 },
  ],
  baseURL: async ({ own }, use) => {
    await use(own.url);
  },
});
