/**
 * `npm run bench:map [objectives]`: the map of an organisation (5,000 objectives, 4 key results each, 13 check-ins each) in Chromium
 * without a GPU: what opening it costs, how many nodes are drawn, and frames per second while it is panned and while branches
 * are opened and closed. Exits 1 when a bar of design §7 is missed: at most 500 nodes, 30 frames a second.
 */
import type { Frame, Page } from '@playwright/test';
import { z } from 'zod';
import { openChromium } from '../../scripts/open-chromium';
import { dayFromNow } from '../../test/browser/builders/days';
import { people } from '../../test/browser/builders/people';
import { Calls } from '../../test/browser/pages/calls';
import { Site } from '../../test/browser/pages/site';
import { startFreshSite } from '../../test/browser/start-site';
import { fillMap } from '../../test/builders/map-world';

const mostNodes = 500;
const fewestFrames = 30;
const seconds = 4;
/** Departments that are opened, so that as many nodes are drawn as may be. */
const opened = Array.from({ length: 30 }, (_, at) => String(at + 5)).join(',');

const surfaces = z.object({ surfaces: z.object({ globalPage: z.string() }) });
/** Frames of one run, and the longest time between two of them in milliseconds. */
type Frames = { perSecond: number; longest: number };

async function main(): Promise<void> {
  const objectives = Number(process.argv[2] ?? 5000);
  if (!Number.isInteger(objectives) || objectives < 100)
    throw new Error('Say how many objectives: a whole number from 100.');
  const site = await startFreshSite(5310);
  const browser = await openChromium();
  try {
    const begun = Date.now();
    const measured = Array.from({ length: 13 }, (_, week) => dayFromNow(7 * (week - 12)));
    const world = await fillMap(
      site.database,
      { objectives, keyResults: 4, checkIns: 13, by: people.marta.id },
      { startsOn: dayFromNow(-85), endsOn: dayFromNow(10), measured },
    );
    console.log(
      `${objectives} objectives, ${4 * objectives} key results and ${52 * objectives} check-ins made in ${((Date.now() - begun) / 1000).toFixed(0)} s.`,
    );
    const page = await browser.newPage({ baseURL: site.url, viewport: { width: 1280, height: 900 } });
    await new Site(page).becomes(people.marta.role);
    const missed = await measure(page, site.url, world.cycleId, objectives);
    console.log(missed.length === 0 ? '\nEvery bar is met.' : `\nBAR MISSED: ${missed.join(', ')}.`);
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function measure(page: Page, url: string, cycleId: string, objectives: number): Promise<string[]> {
  const { globalPage } = surfaces.parse(await (await page.request.get(`${url}/_local/site`)).json()).surfaces;
  const frame = () =>
    page
      .getByRole('main')
      .getByTitle(/^(Waymark|OKRs)$/)
      .contentFrame();
  const begun = Date.now();
  let first = 0;
  const cost = await new Calls(page).during(async () => {
    await page.goto(`${globalPage}/map?cycle=${cycleId}&open=${opened}`);
    await frame().getByRole('treeitem').first().waitFor();
    first = Date.now() - begun;
    const whole = new Intl.NumberFormat('en').format(objectives);
    await frame()
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${whole} objectives · \\d+ shown$`) })
      .waitFor({ timeout: 120_000 });
  });
  const all = Date.now() - begun;
  const nodes = await frame().getByRole('treeitem').count();
  console.log(`\nOPENING  first nodes after ${first} ms, all objectives after ${all} ms`);
  console.log(
    `  ${cost.invokes.length} calls, ${cost.statements} SQL statements, ${(cost.bytes / 1000).toFixed(0)} KB in all: ${(cost.bytes / 1000 / cost.invokes.length).toFixed(0)} KB and ${(cost.statements / cost.invokes.length).toFixed(0)} statements each`,
  );
  console.log(`\nDRAWN  ${nodes} nodes (bar: at most ${mostNodes})`);
  const inside = page.frames().find((one) => one !== page.mainFrame() && one.url().includes('map'));
  const app = inside ?? page.frames().at(-1);
  if (!app) throw new Error('The page has no frame.');
  const panning = await frames(app, () => pan(page));
  say('PANNING', panning);
  const folding = await frames(app, () => fold(page));
  say('OPENING AND CLOSING BRANCHES', folding);
  return [
    ...(nodes > mostNodes ? ['nodes drawn'] : []),
    ...(panning.perSecond < fewestFrames ? ['frames while panning'] : []),
    ...(folding.perSecond < fewestFrames ? ['frames while opening and closing'] : []),
  ];
}

function say(name: string, { perSecond, longest }: Frames): void {
  console.log(
    `\n${name}  ${perSecond.toFixed(0)} frames a second (bar: ${fewestFrames} without a GPU), the longest ${longest.toFixed(0)} ms`,
  );
}

/** Counts the frames that the browser draws while `act` goes on. */
async function frames(app: Frame, act: () => Promise<void>): Promise<Frames> {
  await app.evaluate(`
    window.__frames = [];
    window.__count = true;
    const note = (at) => { window.__frames.push(at); if (window.__count) requestAnimationFrame(note); };
    requestAnimationFrame(note);
  `);
  await act();
  const times = z.array(z.number()).parse(await app.evaluate('window.__count = false, window.__frames'));
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const lasted = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return { perSecond: gaps.length / lasted, longest: Math.max(...gaps) };
}

/** Drags the picture up and down and across, as a hand does. */
async function pan(page: Page): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    await page.mouse.move(1100, 600);
    await page.mouse.down();
    for (let step = 1; step <= 30; step += 1) await page.mouse.move(1100 - 12 * step, 600 - 6 * step);
    await page.mouse.up();
    await page.mouse.move(700, 450);
    await page.mouse.down();
    for (let step = 1; step <= 30; step += 1) await page.mouse.move(700 + 12 * step, 450 + 6 * step);
    await page.mouse.up();
  }
}

/** Closes and opens the first branch again and again, twice a second. */
async function fold(page: Page): Promise<void> {
  const frame = page
    .getByRole('main')
    .getByTitle(/^(Waymark|OKRs)$/)
    .contentFrame();
  const first = frame.getByRole('treeitem').first();
  await first.focus();
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const before = await first.getAttribute('aria-expanded');
    await page.keyboard.press(before === 'true' ? 'ArrowLeft' : 'ArrowRight');
    await frame
      .locator(`[role=treeitem][aria-expanded="${before === 'true' ? 'false' : 'true'}"]`)
      .first()
      .waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
