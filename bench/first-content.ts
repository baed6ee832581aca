import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Browser } from '@playwright/test';
import fastify from 'fastify';
import type { BenchWorld } from './bench-world';
import { median, type Section } from './report';
import { msToFirst, noteFirst, onNewPage } from './visible';

const root = path.join(__dirname, '..');
const built = path.join(root, '.local/bench/bare-page');
const RUNS = 5;
/** Design §7. */
const BAR = 1.5;

/** How much longer the issue panel takes to show its outcome than a bare page of the same parts takes to show its own. */
export async function measureFirstContent(
  browser: Browser,
  site: string,
  world: BenchWorld,
): Promise<Section> {
  buildBarePage();
  const server = fastify();
  await server.register(fastifyStatic, { root: built });
  const bareUrl = await server.listen({ port: 0, host: '127.0.0.1' });
  const panel: number[] = [];
  const bare: number[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await bareMs(browser, bareUrl));
      panel.push(await panelMs(browser, site, world));
    }
  } finally {
    await server.close();
  }
  const how = `median of ${RUNS}, empty cache, one after the other in the same run`;
  return {
    title: 'Browser: content of the issue panel beside a bare page of the same Atlaskit parts',
    rows: [
      { what: 'bare page', value: median(bare), unit: 'ms', bar: null, how },
      {
        what: 'issue panel',
        value: median(panel),
        unit: 'ms',
        bar: null,
        how: `${how}; from the frame's start to the outcome`,
      },
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
  const flags = ['--outDir', built, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', page, '--config', config, ...flags], { cwd: root });
}

function bareMs(browser: Browser, url: string): Promise<number> {
  return onNewPage(browser, url, async (page) => {
    await noteFirst(page, 'article');
    await page.goto('/');
    await page.locator('article').waitFor();
    return msToFirst(page.mainFrame());
  });
}

function panelMs(browser: Browser, site: string, world: BenchWorld): Promise<number> {
  return onNewPage(browser, site, async (page) => {
    await noteFirst(page, 'article section');
    await world.signIn(page);
    await page.goto(`/browse/${world.epic.key}`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /^Waymark/ }).click();
    const element = await page.locator('iframe[data-module="issue-panel"]').elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The issue page has no frame of the panel.');
    await frame.locator('article section').first().waitFor();
    return msToFirst(frame);
  });
}
