import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Debian's: the headless shell has no window whose frame would be drawn, too, which is a quarter of a test's work. */
const systems = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The system's Chromium; undefined: Playwright looks for its own. */
const systemChromium = systems.find((file) => existsSync(file));

/** Whether there is a Chromium to start. */
export function hasChromium(): boolean {
  return systems.some((file) => existsSync(file)) || existsSync(chromium.executablePath());
}

/** How Chromium is started on a machine of ours, for tests, benchmarks and pictures alike. */
export const chromiumOptions = {
  ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
  args: [
    // Chromium's sandbox refuses to start as root, which is who runs pipelines.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
