import type { Browser, Frame, Page } from '@playwright/test';

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
