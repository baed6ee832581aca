import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

const SYSTEM = '/usr/bin/chromium';

/** Chromium as the browser tests start it. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    ...(existsSync(SYSTEM) ? { executablePath: SYSTEM } : {}),
    // Date fields follow the browser's own language, not the page's.
    env: { ...process.env, LANGUAGE: 'en_GB' },
    args: [
      // Chromium's sandbox refuses to start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
