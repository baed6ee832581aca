import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/chromium';

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/browser/start-site.ts',
  outputDir: 'test-results',
  // A test that passes on its second try has found a fault; it is not run a second time.
  retries: 0,
  // Each worker has a site and a database of its own. With WAYMARK_TEST_URL all tests use that site, one after the other.
  workers: process.env['WAYMARK_TEST_URL'] === undefined ? 2 : 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    // What is not there to be pressed is said long before the test's own time is over.
    actionTimeout: 30_000,
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    // Without film and pages: Chromium would draw every frame twice and write the page down before and after each step, on processors
    // that have other things to do. `npm run test:browser -- --trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: chromiumOptions,
  },
});
