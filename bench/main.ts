/** `npm run bench`: what design §7 sets bars for, measured. Always exits 0; what is over its bar is said last. */
import { buildSite } from '../local/build-site';
import { startFreshSite } from '../test/browser/start-site';
import { measureBackend } from './backend-bundle';
import { makeBenchWorld } from './bench-world';
import { openChromium } from '../scripts/open-chromium';
import { measureFirstContent } from './first-content';
import { describeSection, isOver, type Section } from './report';
import { measureStartUp } from './start-up';
import { measureSurfaceSizes } from './surface-sizes';
import { countViews } from './views';

async function main(): Promise<void> {
  const { backend } = await buildSite((line) => console.log(line));
  const sections: Section[] = [];
  const report = (section: Section): void => {
    sections.push(section);
    console.log(describeSection(section));
  };
  report(measureSurfaceSizes());
  report(measureBackend(backend.bundlePath));
  report(await measureStartUp());
  await measureInBrowser(report);
  const rows = sections.flatMap(({ rows: measured }) => measured);
  const over = rows.filter(isOver).map(({ what }) => what);
  const missing = sections.flatMap(({ missing: sentences }) => sentences);
  console.log(
    `\n${rows.length} numbers measured, ${rows.filter(({ bar }) => bar !== null).length} of them have a bar. ` +
      (over.length === 0 ? 'None is over.' : `Over: ${over.join(', ')}.`) +
      (missing.length === 0 ? '' : ` ${missing.length} could not be measured.`),
  );
}

/** One site and one browser for everything that needs them. */
async function measureInBrowser(report: (section: Section) => void): Promise<void> {
  const site = await startFreshSite(5100);
  try {
    const browser = await openChromium();
    try {
      const world = await makeBenchWorld(site.url);
      report(await countViews(browser, site.url, world));
      report(await measureFirstContent(browser, site.url, world));
    } finally {
      await browser.close();
    }
  } finally {
    await site.stop();
  }
}

void main();
