import { chromium, type Browser } from '@playwright/test';
import { chromiumOptions } from './chromium';

/** Chromium as the browser tests start it. */
export function openChromium(): Promise<Browser> {
  // Date fields follow the browser's own language, not the page's.
  return chromium.launch({ ...chromiumOptions, env: { ...process.env, LANGUAGE: 'en_GB' } });
}
