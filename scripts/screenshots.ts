/**
 * `npm run screenshots`: pictures of every surface for the guide, light and dark, on a fresh local site filled with the
 * sample company. The sample's days follow from the day it is filled, so the pictures show the day they were taken.
 * Names after the command take only those. `WAYMARK_TEST_URL` takes them on a site that runs already, and fills it if it is empty.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { isUuid } from '../src/domain/ids';
import { impactQuarter, type Quarter } from '../test/browser/builders/impact-quarter';
import { publishMacroPage } from '../test/browser/builders/macro-page';
import { people } from '../test/browser/builders/people';
import { SiteClient } from '../test/browser/builders/site-client';
import { World } from '../test/browser/builders/world';
import { Site } from '../test/browser/pages/site';
import { startFreshSite } from '../test/browser/start-site';
import { openChromium } from './open-chromium';
import { alignedTeams, alignmentShots } from './screenshots/alignment-shots';
import { closingShots, endingCycle } from './screenshots/closing-shots';
import { draftShots, writeDraft } from './screenshots/draft-shots';
import { fillSample } from './screenshots/fill-sample';
import { judgedShots } from './screenshots/judged-shots';
import { kpiShots, measuredTeam, measuringShots } from './screenshots/measuring-shots';
import { organisationShots, preparationShots } from './screenshots/organisation-shots';
import { meetingShots, meetingTeam } from './screenshots/meeting-shots';
import { remindLead, reminderShots } from './screenshots/reminder-shots';
import { findIssue, findKeyResult, type Scene, type Shot } from './screenshots/shot';
import { emptySiteShots, shots } from './screenshots/shots';

const images = path.join(__dirname, '../docs/guide/images');
const width = 1280;
const usualHeight = 860;
const modes = ['light', 'dark'] as const;
const surfaces = z.object({
  surfaces: z.object({ globalPage: z.string(), adminPage: z.string(), projectPage: z.string() }),
});
const teams = z.object({ teams: z.array(z.object({ id: z.string(), name: z.string() })) });

async function main(): Promise<void> {
  const only = process.argv.slice(2);
  const running = process.env['WAYMARK_TEST_URL'];
  const site = running === undefined ? await startFreshSite(5300) : null;
  const url = site?.url ?? running ?? '';
  const browser = await openChromium();
  let failed = 0;
  const takeAll = async (all: readonly Shot[]): Promise<void> => {
    const wanted = all.filter(({ name }) => only.length === 0 || only.includes(name));
    for (const shot of wanted) for (const mode of modes) failed += await take(browser, url, shot, mode);
  };
  try {
    mkdirSync(images, { recursive: true });
    const pages = await pagesOf(url);
    if ((await teamsOf(url)).length === 0) {
      await takeAll(emptySiteShots(pages));
      await onPage(browser, url, 'light', fillSample);
    }
    const scene = await sceneOf(url, pages);
    await takeAll([...shots(scene), ...organisationShots(scene), ...kpiShots()]);
    // Last: they bring teams of their own, which belong in no other picture.
    await takeAll(judgedShots(await judgedQuarter(browser, url)));
    const ending = await onPage(browser, url, 'light', (page) => endingCycle(url, page));
    const meeting = await onPage(browser, url, 'light', (page) => meetingTeam(url, page));
    await takeAll(meetingShots(meeting));
    await onPage(browser, url, 'light', (page) => remindLead(page, meeting));
    await takeAll(reminderShots());
    await takeAll(closingShots(ending));
    await onPage(browser, url, 'light', (page) => writeDraft(page, ending));
    await takeAll(draftShots(ending));
    await takeAll(measuringShots(await onPage(browser, url, 'light', (page) => measuredTeam(url, page))));
    await takeAll(preparationShots(ending));
    await takeAll(alignmentShots(await alignedTeams(url), pages.globalPage));
  } finally {
    await browser.close();
    await site?.stop();
  }
  console.log(failed === 0 ? 'All taken.' : `${failed} could not be taken.`);
  if (failed > 0) process.exitCode = 1;
}

async function teamsOf(url: string) {
  return (await new SiteClient(url).call(people.marta, 'directory.read', {}, teams)).teams;
}

async function pagesOf(url: string) {
  const { globalPage, adminPage, projectPage } = surfaces.parse(
    await (await fetch(`${url}/_local/site`)).json(),
  ).surfaces;
  return { globalPage, adminPage, projectPage: projectPage.replace('{projectKey}', 'GROW') };
}

async function sceneOf(url: string, pages: Awaited<ReturnType<typeof pagesOf>>): Promise<Scene> {
  const site = new SiteClient(url);
  const growth = (await teamsOf(url)).find(({ name }) => name.startsWith('Growth'));
  if (!isUuid<'team'>(growth?.id)) throw new Error('The sample company has no team called Growth.');
  return {
    site,
    ...pages,
    keyResult: await findKeyResult(site, 'Finish a lesson on day one'),
    epicKey: await findIssue(site, 'labels = sample-guided-first-lesson'),
    freeIssueKey: await findIssue(site, 'project = GROW AND parent is EMPTY AND summary ~ offline'),
    macroPage: await publishMacroPage(site, {
      title: 'Growth this quarter',
      sentence: 'What we want to reach this quarter, and how it goes:',
      config: { show: { kind: 'team', id: growth.id, cycleId: null }, layout: 'full' },
    }),
  };
}

async function judgedQuarter(browser: Browser, url: string): Promise<Quarter> {
  const world = await World.begin(url, { word: 'this autumn' });
  return onPage(browser, url, 'light', (page) => impactQuarter(world, new Site(page)));
}

async function onPage<T>(
  browser: Browser,
  baseURL: string,
  mode: 'light' | 'dark',
  work: (page: Page) => Promise<T>,
  height = usualHeight,
): Promise<T> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const site = new Site(page);
    await site.becomes(people.marta.role);
    await site.wears(mode);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Waits for a document's fonts, and for its pictures of people. */
async function picturesAndFonts(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

/** Takes one picture; answers 1 when it could not be taken, and says why. */
async function take(browser: Browser, url: string, shot: Shot, mode: 'light' | 'dark'): Promise<number> {
  try {
    const picture = async (page: Page): Promise<void> => {
      const target = await shot.take(page);
      for (const frame of page.frames()) await frame.evaluate(picturesAndFonts);
      await target.screenshot({
        path: path.join(images, `${shot.name}-${mode}.png`),
        animations: 'disabled',
      });
    };
    await onPage(browser, url, mode, picture, shot.height);
    console.log(`${shot.name}-${mode}.png`);
    return 0;
  } catch (error) {
    console.error(
      `${shot.name}-${mode}.png was not taken: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
}

void main();
