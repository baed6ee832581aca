import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import type { BenchWorld } from './bench-world';
import { median, type Section } from './report';
import { msToFirst, noteFirst, onNewPage } from './visible';

const root = path.join(__dirname, '..');
const barePage = path.join(root, '.local/bench/bare-page');
const RUNS = 5;
const FILE = /\/(index\.html|assets\/[^/]+)$/;
/** Design §7. */
const BAR = 1.5;

/**
 * How much longer the issue panel takes to show its outcome than a bare page of the same parts takes to show its own, both
 * in the panel's frame on the same issue page.
 */
export async function measureFirstContent(
  browser: Browser,
  site: string,
  world: BenchWorld,
): Promise<Section> {
  buildBarePage();
  const panel: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await msInFrame(browser, site, world, barePage));
    panel.push(await msInFrame(browser, site, world, null));
  }
  const how = `from the frame's start, median of ${RUNS}, empty cache, in turns`;
  return {
    title: 'Browser: content of the issue panel beside a bare page of the same Atlaskit parts',
    rows: [
      { what: 'bare page', value: median(bare), unit: 'ms', bar: null, how },
      { what: 'issue panel', value: median(panel), unit: 'ms', bar: null, how: `${how}, to the outcome` },
      {
        what: 'ratio',
        value: median(panel) / median(bare),
        unit: '×',
        bar: BAR,
        how: 'issue panel ÷ bare page',
      },
    ],
    missing: [],
  };
}

function buildBarePage(): void {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const config = path.join(root, 'static/app/vite.config.ts');
  const page = path.join(root, 'bench/bare-page');
  const flags = ['--outDir', barePage, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', page, '--config', config, ...flags], { cwd: root });
}

/** Opens the panel with the files of `folder` in its frame, or with the app's own. */
function msInFrame(
  browser: Browser,
  site: string,
  world: BenchWorld,
  folder: string | null,
): Promise<number> {
  return onNewPage(browser, site, async (page) => {
    await noteFirst(page, 'article section');
    await world.signIn(page);
    await page.goto(`/browse/${world.epic.key}`);
    await page.waitForLoadState('load');
    if (folder !== null) {
      await page.route(
        (url) => url.origin !== site && FILE.test(url.pathname),
        (route) => {
          const [, name = ''] = FILE.exec(new URL(route.request().url()).pathname) ?? [];
          return route.fulfill({ path: path.join(folder, name) });
        },
      );
    }
    await page.getByRole('button', { name: /^Waymark/ }).click();
    const element = await page.locator('iframe[data-module="issue-panel"]').elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The issue page has no frame of the panel.');
    await frame.locator('article section').first().waitFor({ state: 'attached' });
    return msToFirst(frame);
  });
}
