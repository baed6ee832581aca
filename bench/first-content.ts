import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { BenchWorld } from './bench-world';
import { bridgeWaits, journeys, noteBridge } from './bridge-waits';
import { median, type Measured, type Section } from './report';
import { msToFirst, noteFirst, onNewPage } from './visible';

const root = path.join(__dirname, '..');
/** Beside the app's own page, so that the site serves all of them alike: same bridge, same policy, same headers. */
const inTheApp = '_bench';
const built = path.join(root, 'static/app/dist', inTheApp);
const RUNS = 9;
/** Design §7. */
const BAR = 1.5;

type Opened = { ms: number; waits: Awaited<ReturnType<typeof bridgeWaits>> };

/**
 * How much longer the issue panel takes to show its outcome than bare pages of the same parts take to show theirs, all in
 * the panel's frame on the same issue page. What is compared, and why: docs/decisions/0014.
 */
export async function measureFirstContent(
  browser: Browser,
  site: string,
  world: BenchWorld,
): Promise<Section> {
  const silent: Opened[] = [];
  const asking: Opened[] = [];
  const panel: Opened[] = [];
  try {
    buildBarePage('silent');
    buildBarePage('asking');
    for (let run = 0; run < RUNS; run += 1) {
      silent.push(await openFrame(browser, site, world, `${inTheApp}/silent/index.html`));
      asking.push(await openFrame(browser, site, world, `${inTheApp}/asking/index.html`));
      panel.push(await openFrame(browser, site, world, 'index.html'));
    }
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
  const row = (
    what: string,
    value: number,
    unit: string,
    how: string,
    bar: number | null = null,
  ): Measured => ({
    what,
    value,
    unit,
    bar,
    how,
  });
  const ms = (opened: readonly Opened[]): number => median(opened.map((each) => each.ms));
  const waits = (of: string, opened: readonly Opened[]): Measured[] =>
    (['getContext', 'fetchProduct', 'invoke'] as const).flatMap((journey) => {
      const all = opened.flatMap(({ waits: each }) => each[journey] ?? []);
      return all.length === 0
        ? []
        : [row(`  ${of} waits for ${journeys[journey]}`, median(all), 'ms', 'from its call to the answer')];
    });
  return {
    title: 'Browser: content of the issue panel beside bare pages of the same Atlaskit parts',
    rows: [
      row('page that asks nothing', ms(silent), 'ms', `from the frame's start, median of ${RUNS}, in turns`),
      row('page that asks once', ms(asking), 'ms', 'the same, with place and backend'),
      ...waits('it', asking),
      row('issue panel', ms(panel), 'ms', 'the same, to the outcome'),
      ...waits('it', panel),
      row('panel ÷ page that asks once', ms(panel) / ms(asking), '×', 'both wait for the backend', BAR),
      row('panel ÷ page that asks nothing', ms(panel) / ms(silent), '×', 'waiting and all'),
    ],
    missing: [],
  };
}

function buildBarePage(name: string): void {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const config = path.join(root, 'static/app/vite.config.ts');
  const page = path.join(root, 'bench/bare-pages', name);
  const flags = ['--outDir', path.join(built, name), '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', page, '--config', config, ...flags], { cwd: root });
}

/** Opens the panel with a page of the app's folder in its frame. */
function openFrame(browser: Browser, site: string, world: BenchWorld, file: string): Promise<Opened> {
  return onNewPage(browser, site, async (page) => {
    await noteFirst(page, 'article section');
    await noteBridge(page);
    await showInFrames(page, file);
    await world.signIn(page);
    await page.goto(`/browse/${world.epic.key}`);
    await page.waitForLoadState('load');
    await page.getByRole('button', { name: /^Waymark/ }).click();
    const element = await page.locator('iframe[data-module="issue-panel"]').elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The issue page has no frame of the panel.');
    await frame.locator('article section').first().waitFor({ state: 'attached' });
    if (!new URL(frame.url()).pathname.endsWith(`/${file}`)) {
      throw new Error(`The frame shows ${frame.url()}, not ${file}.`);
    }
    return { ms: await msToFirst(frame), waits: await bridgeWaits(frame) };
  });
}

/** Gives the app's frames another page. Set where the frame is made: to answer its requests instead would slow them. */
async function showInFrames(page: Page, file: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const set = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute');
    const real: unknown = set?.value;
    if (typeof real !== 'function') throw new Error('This browser has no setAttribute.');
    Element.prototype.setAttribute = function (name: string, value: string): void {
      const address =
        this.tagName === 'IFRAME' && name === 'src' ? value.replace(/index\.html$/, wanted) : value;
      Reflect.apply(real, this, [name, address]);
    };
  }, file);
}
