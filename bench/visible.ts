import { expect, type Browser, type Frame, type Page, type Request } from '@playwright/test';

const MARK = 'bench-visible';

/** From now on every frame of the page notes when an element that matches `selector` first stands in it. */
export async function noteFirst(page: Page, selector: string): Promise<void> {
  await page.addInitScript(
    ([wanted, mark]) => {
      const look = new MutationObserver(() => {
        if (document.querySelector(wanted ?? '') === null) return;
        performance.mark(mark ?? '');
        look.disconnect();
      });
      look.observe(document, { subtree: true, childList: true });
    },
    [selector, MARK],
  );
}

/** Milliseconds from the frame's own start until the element noted stood in it. */
export async function msToFirst(frame: Frame): Promise<number> {
  const ms = await frame.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? null, MARK);
  if (ms === null) throw new Error(`Nothing was noted in ${frame.url()}.`);
  return ms;
}

/** A new page in a new profile's worth of storage and cache, closed afterwards. */
export async function onNewPage<T>(
  browser: Browser,
  baseURL: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const QUIET_MS = 700;

/** Follows the page's requests; `quiet()` waits until none is under way and none has begun for a moment. */
export function watchNetwork(page: Page): { quiet(): Promise<void> } {
  const underWay = new Set<Request>();
  let last = Date.now();
  const begin = (request: Request): void => {
    underWay.add(request);
    last = Date.now();
  };
  const end = (request: Request): void => {
    underWay.delete(request);
    last = Date.now();
  };
  page.on('request', begin);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return {
    quiet: () =>
      expect
        .poll(() => underWay.size === 0 && Date.now() - last > QUIET_MS, {
          timeout: 30_000,
          intervals: [100],
          message: `still under way: ${[...underWay].map((request) => request.url()).join(', ')}`,
        })
        .toBe(true),
  };
}
